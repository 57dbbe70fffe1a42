/** Decides what was renamed: by what is certain, by answers that were given, by asking; else it refuses to guess. */
import { nearest } from "../../base/nearest.ts";
import { type Problem, problem, throwAll } from "../../base/problem.ts";
import type { Lone, Rename, RenameQuestion, RenameStage } from "../../schema/mod.ts";
import { exchanges } from "./exchanges.ts";
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
  /** Questions that nobody answered. */
  readonly open: readonly RenameQuestion[];
  /** What an answer could have been about. */
  readonly seen: readonly Pick<RenameStage, "gone" | "come">[];
}

/** Before the first stage. */
export const undecided: Decided = { renames: [], used: new Set(), open: [], seen: [] };

/**
 * Decides one stage; `stays` is what both sides have, for flags that give it another name. What stays open counts as
 * gone, so that the stages after it can be asked about, too; {@link refuseUndecided} tells all of it together.
 */
export async function decideRenames(
  { gone, come, questions }: RenameStage,
  choice: RenameChoice,
  before: Decided,
  stays: readonly Lone[] = [],
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
      if (target === null && answer.to !== null) continue;
      if (target !== null && taken.has(keyOf(target.kind, target.name))) continue;
      used.add(answer);
      answered.add(keyOf(thing.kind, thing.name));
      if (target !== null) take({ kind: thing.kind, from: thing.name, to: target.name });
    }
  }
  const asked = new Map<Rename, RenameAnswer>();
  for (const answer of choice.answers) {
    if (stays.length === 0 || !answer.strict || used.has(answer)) continue;
    for (const thing of [...gone, ...stays]) {
      if (answered.has(keyOf(thing.kind, thing.name)) || !speaksOf(answer, thing, before.renames)) continue;
      const target = newNameIn(answer, thing, [...come, ...stays]);
      const taker = target === null ? "" : keyOf(target.kind, target.name);
      if (target !== null && !taken.has(taker) && taker !== keyOf(thing.kind, thing.name)) {
        asked.set({ kind: thing.kind, from: thing.name, to: target.name }, answer);
      }
    }
  }
  const coming = new Set(come.map(({ kind, name }) => keyOf(kind, name)));
  for (const rename of exchanges([...asked.keys()], ({ kind, to }) => coming.has(keyOf(kind, to)))) {
    take(rename);
    for (const [{ kind, from, to }, answer] of asked) {
      if (kind !== rename.kind || keyOf(kind, to) !== keyOf(kind, rename.to)) continue;
      used.add(answer);
      answered.add(keyOf(kind, from));
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
  return {
    renames: [...before.renames, ...renames],
    used,
    open: [...before.open, ...open],
    seen: [...before.seen, { gone, come }],
  };
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

/** Whether an answer is about a part of something that is itself open: it may fit once that is answered. */
function waits({ from }: RenameAnswer, open: readonly RenameQuestion[]): boolean {
  return open.some((question) => from.slice(0, -1).includes(question.from.at(-1) ?? ""));
}

/** The flag that was probably meant by one that fits nothing; null when there is nothing like it. */
function nearestAnswer({ text }: RenameAnswer, { seen }: Decided): string | null {
  const likely = (old: Lone, fresh: Lone) =>
    old.kind === fresh.kind && old.name.slice(0, -1).every((part, at) => part === fresh.name[at]);
  const texts = seen.flatMap(({ gone, come }) =>
    gone.flatMap((old) =>
      come.filter((fresh) => likely(old, fresh)).map(({ name }) => answerText(old.kind, old.name, name))
    )
  );
  return nearest(text, texts);
}

/**
 * Throws, together, `schema/rename-open` with the flags that answer what nobody has answered, and
 * `schema/rename-target` for each flag that is about nothing.
 */
export function refuseUndecided(answers: readonly RenameAnswer[], decided: Decided): void {
  const { used, open } = decided;
  const problems: Problem[] = [];
  if (open.length > 0) problems.push(problem("schema/rename-open", { questions: open.map(openQuestion) }));
  for (const answer of answers) {
    if (!answer.strict || used.has(answer) || waits(answer, open)) continue;
    problems.push(problem("schema/rename-target", { rename: answer.text, nearest: nearestAnswer(answer, decided) }));
  }
  throwAll(problems);
}
