/** The shapes of the vector file: one graph a line, with questions and what Alembic answers. */

export interface VectorRevision {
  readonly id: string;
  readonly down_revision: readonly string[];
  readonly depends_on: readonly string[];
  readonly branch_labels: readonly string[];
}

/** An error, a result, or an error and what a right engine does. Which keys there are depends on the kind. */
export type Answer = { readonly [key: string]: unknown };

/** One question; the inputs that its kind does not have are absent. */
export interface VectorCase {
  readonly kind: string;
  readonly id?: string;
  readonly current?: readonly string[];
  readonly target?: string;
  readonly targets?: readonly string[];
  readonly range?: string | null;
  readonly what?: string;
  readonly head?: string | readonly string[];
  readonly splice?: boolean;
  readonly depends_on?: readonly string[] | string | null;
  readonly branch_label?: string | null;
  readonly verb?: string;
  readonly arg?: string;
  readonly upper?: string;
  readonly lower?: string;
  readonly order?: string;
  readonly impossible_state?: boolean;
  readonly notes?: readonly string[];
  readonly expect: Answer;
}

export interface VectorGraph {
  readonly seed: number;
  readonly profile: string;
  readonly revisions: readonly VectorRevision[];
  readonly cases: readonly VectorCase[];
}
