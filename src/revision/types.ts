/** A revision as the graph sees it: plain data, in load order, without its body. */
export interface Revision {
  readonly id: string;
  /** Alembic's down_revision: what must be applied before, and what it follows. */
  readonly parents: readonly string[];
  /** What must be applied before without being a parent; may name a branch label. */
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
  readonly message: string;
  /** ISO 8601, or null when the header has none. */
  readonly created: string | null;
  /** Path of its file as a user would write it; null for a revision that is not in a file. */
  readonly file: string | null;
}

/** One step of a plan. Nothing is executed yet. */
export interface Step {
  readonly id: string;
  readonly direction: "up" | "down";
  /** The tips after this step, in load order. */
  readonly tips: readonly string[];
}

/** A route from one applied set to another. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly tipsBefore: readonly string[];
  readonly tipsAfter: readonly string[];
}
