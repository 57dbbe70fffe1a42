/** Asks a person whether something was renamed. */
import type { AskedRename } from "../commands/schema/decide-renames.ts";

/** The question's text: what is gone, and a number for each thing that it may be now. */
export function renameQuestion({ kind, from, candidates }: AskedRename): string {
  const lines = candidates.map((name, index) => `  ${index + 1}) renamed to ${name}`);
  const gone = `  ${candidates.length + 1}) it is gone${
    kind === "column" || kind === "table" ? ", with its data" : ""
  }`;
  return `What became of ${kind} ${from}?\n${[...lines, gone].join("\n")}\n${prompt}`;
}

const prompt = "Number [1]: ";

/** The candidate that an answer means, null for "gone", undefined for what is no answer. An empty line is the first. */
export function readRenameAnswer(text: string, count: number): number | null | undefined {
  const number = text.trim() === "" ? 1 : Number(text.trim());
  if (!Number.isInteger(number) || number < 1 || number > count + 1) return undefined;
  return number > count ? null : number - 1;
}

/** Asks until there is an answer. */
export function askRename(ask: (question: string) => Promise<string>) {
  return async (question: AskedRename): Promise<number | null> => {
    const count = question.candidates.length;
    for (let text = renameQuestion(question);;) {
      const typed = await ask(text);
      const answer = readRenameAnswer(typed, count);
      if (answer !== undefined) return answer;
      text = `"${typed.trim()}" is none of the numbers 1 to ${count + 1}\n${prompt}`;
    }
  };
}
