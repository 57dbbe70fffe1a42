/** What the planner asks of a kind of object. */
import type { ZodMiniType } from "zod/mini";
import type { Bodies, Fact, FactOf, Kind } from "./fact.ts";
import type { Side } from "./side.ts";
import type { Step } from "./statement.ts";

/** Both snapshots, and what the plan has decided so far. */
export interface Sides {
  readonly have: Side;
  readonly want: Side;
  /** Whether a fact of `have` is dropped by this plan (to be made again or not). */
  readonly destroyed: (key: string) => boolean;
}

/**
 * How a changed fact gets from one state to the other: dropped and made again, or by statements; `disturbs` names those
 * dependents (and children) that PostgreSQL wants out of the way meanwhile.
 */
export type Alteration =
  | { readonly how: "replace" }
  | {
    readonly how: "steps";
    readonly steps: readonly Step[];
    readonly disturbs?: (dependent: Fact) => boolean;
  };

/** The alteration that drops and makes again. */
export const replace: Alteration = { how: "replace" };

/** The alteration by statements. */
export function alterBy(steps: readonly Step[], disturbs?: (dependent: Fact) => boolean): Alteration {
  return disturbs === undefined ? { how: "steps", steps } : { how: "steps", steps, disturbs };
}

/** How an object is named in COMMENT ON, OWNER TO and GRANT ON. */
export interface Target {
  /** As COMMENT ON and ALTER write it: `TABLE`, `MATERIALIZED VIEW`, `CONSTRAINT`. */
  readonly type: string;
  /** Quoted: `public.users`, `k ON public.t`. */
  readonly name: string;
  /** As GRANT writes it, when privileges can be granted on it. */
  readonly grant?: string;
}

/** One kind of object: how it is read, compared, made, changed and dropped. */
export interface KindSpec<K extends Kind> {
  /** Place in a plan when nothing else decides: low comes early. */
  readonly rank: number;
  /** SELECT that gives `id`, `parent`, `name`, `body` and, where it has them, `owner` and `acl`; null when derived. */
  readonly query: ((serverVersion: number) => string) | null;
  readonly body: ZodMiniType<Bodies[K]>;
  /** Comes and goes with its parent: it has no statement of its own for that. */
  readonly carried?: (fact: FactOf<K>) => boolean;
  /** Its text inside the statement that makes its table or column; null when it cannot stand there. */
  readonly inline?: (fact: FactOf<K>, want: Side) => string | null;
  /** Statements that make it; `parts` are the facts that are written inside this statement. */
  readonly create: (fact: FactOf<K>, want: Side, parts: readonly Fact[], have: Side) => readonly Step[];
  readonly alter: (have: FactOf<K>, want: FactOf<K>, sides: Sides) => Alteration;
  readonly drop: (fact: FactOf<K>, have: Side, want: Side) => readonly Step[];
  /** Attributes whose difference means nothing by itself. */
  readonly ignored?: readonly (keyof Bodies[K])[];
  /** Names that it takes up, in spaces where two objects cannot have the same. */
  readonly slots?: (fact: FactOf<K>) => readonly string[];
  readonly target?: (fact: FactOf<K>, side: Side) => Target | null;
  /** Key of the same thing in a parent table, from which this one comes by inheritance. */
  readonly inheritedFrom?: (fact: FactOf<K>, side: Side) => readonly string[];
  /** Place among its like, where names do not decide: a column's position. */
  readonly position?: (fact: FactOf<K>) => number;
}
