/** Decides what was renamed: by what is certain, by answers that were given, by asking; else it refuses to guess. */
import { problem } from "../../base/problem.ts";
import type { Rename, RenameQuestion, RenameStage } from "../../schema/mod.ts";
import { answerText, newNameIn, type RenameAnswer, shownName, speaksOf, wordOf } from "./answers.ts";

/** A question for a person, with its answers in order; the last is always that it is gone. */
export interface AskedRename {
  readonly kind: string;
  readonly from: string;
  readonly candidates: readonly string[];
}

/** How the questions are answered. */
export interface RenameChoice {
  readonly answers: readonly RenameAnswer[];
  /** What nobody spoke of is really new, but for what is certain. */
  readonly noRename: boolean;
  /** Asks a person: the number of the candidate, or null when it is gone. Null where nobody can be asked. */
  readonly ask: ((question: AskedRename) => Promise<number | null>) | null;
}

/** What was decided so far. */
export interface Decided {
  readonly renames: readonly Rename[];
  /** Answers that were about something. */
  readonly used: ReadonlySet<RenameAnswer>;
}

/**
 * Decides one stage. Throws `schema/rename-open` with the flags that answer what nobody has answered, and
 * `schema/rename-target` for an answer whose new name is not there.
 */
export async function decideRenames(
  { gone, come, questions }: RenameStage,
  choice: RenameChoice,
  before: Decided,
): Promise<Decided> {
  const renames: Rename[] = [];
  const used = new Set(before.used);
  const answered = new Set<string>();
  const taken = new Set<string>();
  const keyOf = (kind: string, name: readonly string[]) => JSON.stringify([kind, name]);
  const take = (rename: Rename) => {
    renames.push(rename);
    taken.add(keyOf(rename.kind, rename.to));
  };
  for (const thing of gone) {
    for (const answer of choice.answers) {
      if (answered.has(keyOf(thing.kind, thing.name)) || !speaksOf(answer, thing, before.renames)) continue;
      const target = newNameIn(answer, thing, come);
      if (target === null && answer.to !== null) {
        if (answer.strict) throw problem("schema/rename-target", { rename: answer.text });
        continue;
      }
      used.add(answer);
      answered.add(keyOf(thing.kind, thing.name));
      if (target !== null) take({ kind: thing.kind, from: thing.name, to: target.name });
    }
  }
  const open: RenameQuestion[] = [];
  for (const question of questions) {
    if (answered.has(keyOf(question.kind, question.from))) continue;
    const candidates = question.candidates.filter(({ kind, to }) => !taken.has(keyOf(kind, to)));
    const [first] = candidates;
    if (first === undefined) continue;
    if (question.certain) take(first);
    else if (choice.noRename) continue;
    else if (choice.ask === null) open.push({ ...question, candidates });
    else {
      const shown = candidates.map(({ to }) => shownName(to));
      const number = await choice.ask({
        kind: wordOf(question.kind),
        from: shownName(question.from),
        candidates: shown,
      });
      const chosen = number === null ? undefined : candidates[number];
      if (chosen !== undefined) take(chosen);
    }
  }
  if (open.length > 0) throw problem("schema/rename-open", { questions: open.map(openQuestion) });
  return { renames: [...before.renames, ...renames], used };
}

function openQuestion({ kind, from, candidates }: RenameQuestion) {
  const flag = (to: readonly string[] | null) => `--rename '${answerText(kind, from, to)}'`;
  return {
    kind: wordOf(kind),
    from: shownName(from),
    candidates: candidates.map(({ to }) => shownName(to)),
    flags: [...candidates.map(({ to }) => flag(to)), flag(null)],
  };
}

/** Throws `schema/rename-target` for the first flag that is about nothing. */
export function refuseUnused(answers: readonly RenameAnswer[], { used }: Decided): void {
  const idle = answers.find((answer) => answer.strict && !used.has(answer));
  if (idle !== undefined) throw problem("schema/rename-target", { rename: idle.text });
}
