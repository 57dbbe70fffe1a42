/** What the differ hands out: statements in order, each with what it does to the database it runs on. */

/** PostgreSQL's table lock modes, weakest first. */
export const lockLevels = [
  "ACCESS SHARE",
  "ROW SHARE",
  "ROW EXCLUSIVE",
  "SHARE UPDATE EXCLUSIVE",
  "SHARE",
  "SHARE ROW EXCLUSIVE",
  "EXCLUSIVE",
  "ACCESS EXCLUSIVE",
] as const;

/** One of PostgreSQL's table lock modes. */
export type LockLevel = typeof lockLevels[number];

/**
 * Whether a statement can share a transaction: `any` with all others, `own` must be committed before what follows can
 * use what it made (ALTER TYPE … ADD VALUE), `none` is refused inside a transaction block.
 */
export type TransactionNeed = "any" | "own" | "none";

/** One statement of a plan. */
export interface PlannedStatement {
  /** Empty where PostgreSQL has no statement that leads there: the description says what stays different. */
  readonly sql: string;
  /** One line that says what it does, with names as a person writes them. */
  readonly description: string;
  /** Key of the object that it is about: the table of a column, of an index, of a comment; empty for a setting. */
  readonly subject: string;
  /** The strongest lock it takes on a table that existed before the plan; null when it locks none. */
  readonly lockLevel: LockLevel | null;
  /** The table, by its fact's key, that the lock level, the rewrite and the scan are about; null when there is none. */
  readonly table: string | null;
  /** It writes a table that existed before anew, with its indexes. */
  readonly rewrites: boolean;
  /** It reads every row of a table that existed before. */
  readonly scans: boolean;
  readonly transaction: TransactionNeed;
  /** It throws stored data away: a table, a column, a value. */
  readonly losesData: boolean;
}

/** A statement as a kind of object writes it, before the planner knows which tables are new. */
export interface Step {
  readonly sql: string;
  readonly does: string;
  readonly lock: LockLevel | null;
  readonly on: string | null;
  readonly rewrites: boolean;
  readonly scans: boolean;
  readonly transaction: TransactionNeed;
  readonly losesData: boolean;
  /** `ALTER TABLE public.t`, when what follows it in the text may stand beside other actions in one statement. */
  readonly head: string | null;
}

/** What a {@link step} may say beside its text. */
export interface StepOptions {
  readonly lock?: LockLevel;
  /** Key of the table that is locked. */
  readonly on?: string | null;
  readonly rewrites?: boolean;
  readonly scans?: boolean;
  readonly transaction?: TransactionNeed;
  readonly losesData?: boolean;
  readonly head?: string;
}

/**
 * Makes a step; what is not said is the harmless answer.
 *
 * ```ts
 * step("DROP INDEX public.i", "Drop index public.i", { lock: "ACCESS EXCLUSIVE", on: "table:public.t" });
 * ```
 */
export function step(sql: string, does: string, options: StepOptions = {}): Step {
  return {
    sql,
    does,
    lock: options.lock ?? null,
    on: options.on ?? null,
    rewrites: options.rewrites ?? false,
    scans: options.scans ?? false,
    transaction: options.transaction ?? "any",
    losesData: options.losesData ?? false,
    head: options.head ?? null,
  };
}
