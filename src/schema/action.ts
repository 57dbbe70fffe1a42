/** A piece of work in a plan: one or more statements that stay together, and what they need, make and end. */
import type { Fact } from "./fact.ts";
import type { Step } from "./statement.ts";

/** What an action does to the facts it is about. */
export type Verb = "drop" | "park" | "create" | "fill" | "alter" | "finish";

/** See the top of the file. */
export interface Action {
  readonly verb: Verb;
  /** The fact that it is about. */
  readonly fact: Fact;
  /** Facts of `want` that it makes or brings to their wanted state. */
  readonly makes: ReadonlySet<string>;
  /** Facts of `have` that end with it. */
  readonly ends: ReadonlySet<string>;
  /** Facts that must be in their wanted state before it. */
  readonly wants: ReadonlySet<string>;
  /** Facts of `have` that must not have ended, nor changed, before it. */
  readonly uses: ReadonlySet<string>;
  /** Facts that would better be there before it, if that makes no circle: what a function's text mentions. */
  readonly hopes: ReadonlySet<string>;
  /** Names that it takes, and names that it gives back. */
  readonly takes: readonly string[];
  readonly frees: readonly string[];
  /** Facts that are written inside its statement. */
  readonly parts: readonly Fact[];
  /** Makes the statements; called once, after everything is in order. */
  readonly steps: () => readonly Step[];
  /** Place among actions that nothing else orders. */
  readonly order: readonly [phase: number, rank: number, position: number, key: string];
}
