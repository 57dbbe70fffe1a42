/** A piece of work in a plan: one or more statements that stay together, and what they need, make and end. */
import type { Changes } from "./changes.ts";
import type { Fact } from "./fact.ts";
import type { Side } from "./side.ts";
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
  /** Other facts that an alteration changes: those of heirs. */
  readonly reached: readonly Fact[];
  /** A tie that begins before those that go have ended. */
  readonly first: boolean;
  /** Makes the statements; called once, after everything is in order. */
  readonly steps: () => readonly Step[];
  /** Place among actions that nothing else orders. */
  readonly order: readonly [phase: number, rank: number, position: number, key: string];
}

/** Everything that {@link actionsFor} knows while it works. */
export interface Plan {
  readonly have: Side;
  readonly want: Side;
  /** What `have` was before extensions move: dropping comes before that. */
  readonly before: Side;
  readonly old: (fact: Fact) => Fact;
  readonly changes: Changes;
  /** Parts that must stand in a statement of their own, because inside they would close a circle. */
  readonly apart: ReadonlySet<string>;
  /** Default privileges may give rights on what the plan makes. */
  readonly grants: boolean;
}

/** No keys. */
export const empty: ReadonlySet<string> = new Set();

/** What most actions are: about their own fact, at their own place. */
export const alone = { reached: [], first: false } as const;

/** Keys by the one at the end of their leaders, whose action they go with. */
export function grouped(keys: Iterable<string>, leaders: ReadonlyMap<string, string>) {
  const rootOf = (key: string): string => {
    let at = key;
    for (let hops = 0; hops < 64; hops++) {
      const next = leaders.get(at);
      if (next === undefined) return at;
      at = next;
    }
    return at;
  };
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const root = rootOf(key);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [key]);
    else group.push(key);
  }
  return { rootOf, groups };
}
