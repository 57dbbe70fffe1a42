/** What joins a command of the table to its code: run it, show its outcome, choose its exit code. */
import type { ExitCode, Problem } from "../base/problem.ts";
import type { Context } from "../commands/context.ts";
import type { RawValue } from "./parse.ts";
import type { CommandName, Given, GlobalValues } from "./table/mod.ts";
import type { View } from "./terminal.ts";

/** What a verb may use besides the command's context. */
export interface Stage extends Context {
  readonly globals: GlobalValues;
  /** How to write on standard output. */
  readonly view: View;
  /** Asks a question on the terminal; null where nothing may be asked. */
  readonly ask: ((question: string) => Promise<string>) | null;
}

/** The outcome of a command in its three forms. */
export interface Shown {
  /** What `--json` prints besides `ok`, `command` and `version`. */
  readonly body: object;
  /** What standard output gets without `--json`. */
  readonly text: string;
  readonly exit: ExitCode;
  /** Why the command did not end well although it has an outcome; its catalogue entry has the exit code. */
  readonly problem: Problem | null;
  /** The problem for people, on standard error. */
  readonly problemText: (view: View) => Promise<string>;
}

/** A command's code, whatever its options are. */
export type Verb = (given: Readonly<Record<string, RawValue>>, stage: Stage) => Promise<Shown>;

/** How one command runs and shows its outcome. */
export interface VerbParts<N extends CommandName, O extends object> {
  run(given: Given<N>, stage: Stage): Promise<O> | O;
  text(outcome: O, view: View, given: Given<N>): string;
  /** What JSON shows of the outcome; the outcome itself unless given. */
  body?(outcome: O): object;
  /** 0 unless given. */
  exit?(outcome: O, given: Given<N>): ExitCode;
  problem?(outcome: O): Problem | null;
  problemText?(outcome: O, view: View): Promise<string>;
}

/**
 * Makes a verb for a command of the table. The one place where parsed values become the types that the table says: the
 * parser read them by that same entry.
 */
export function verb<N extends CommandName, O extends object>(_name: N, parts: VerbParts<N, O>): Verb {
  return async (raw, stage) => {
    const given = raw as unknown as Given<N>;
    const outcome = await parts.run(given, stage);
    const problem = parts.problem?.(outcome) ?? null;
    return {
      body: parts.body?.(outcome) ?? outcome,
      text: stage.globals.json === null && problem === null ? parts.text(outcome, stage.view, given) : "",
      exit: parts.exit?.(outcome, given) ?? 0,
      problem,
      problemText: async (view) => await parts.problemText?.(outcome, view) ?? "",
    };
  };
}
