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
  /** The tips after this step, in load order. Made when it is first read: a plan of 10,000 steps keeps no lists. */
  readonly tips: readonly string[];
}

/** A route from one applied set to another. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly tipsBefore: readonly string[];
  readonly tipsAfter: readonly string[];
}

/** What `stamp` changes: rows to add and to remove in the history table, both in load order. */
export interface Stamp {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly tipsBefore: readonly string[];
  readonly tipsAfter: readonly string[];
}

/** What a revision is in its graph. A *down* edge is a parent, a *dep* edge a depends-on. */
export interface Flags {
  /** No down-child. */
  readonly head: boolean;
  /** No down-child, and nothing depends on it. */
  readonly realHead: boolean;
  /** A head that something depends on. */
  readonly effectiveHead: boolean;
  /** No parents. */
  readonly base: boolean;
  /** No parents and no depends-on. */
  readonly realBase: boolean;
  /** Two or more down-children. */
  readonly branchPoint: boolean;
  /** Two or more parents. */
  readonly mergePoint: boolean;
}

/** A checked revision graph. Every list of ids is in load order unless it says otherwise. */
export interface Graph {
  /** All ids in load order. */
  readonly ids: readonly string[];
  readonly revisions: readonly Revision[];
  has(id: string): boolean;
  /** The revision with this full id; a name that is not in the graph is a `revision/not-found` problem. */
  get(id: string): Revision;
  readonly heads: readonly string[];
  readonly realHeads: readonly string[];
  readonly bases: readonly string[];
  readonly realBases: readonly string[];
  /** Down-children. */
  children(id: string): readonly string[];
  /** Revisions that name it in depends-on. */
  dependents(id: string): readonly string[];
  /** Ids that its depends-on names, labels resolved, in the order of the file. */
  dependencies(id: string): readonly string[];
  /** Branch labels that reach it, sorted. */
  labelsOf(id: string): readonly string[];
  flags(id: string): Flags;
  /** The graph as integers, for walks: a revision's number is its place in load order. */
  readonly index: GraphIndex;
}

/** Edges by number; lists keep the order of the file (parents) or load order (children) and hold nothing twice. */
export interface GraphIndex {
  readonly number: ReadonlyMap<string, number>;
  /** Ids and labels to numbers, what an exact name means. */
  readonly names: ReadonlyMap<string, number>;
  readonly parents: readonly (readonly number[])[];
  readonly dependencies: readonly (readonly number[])[];
  /** Parents, then dependencies. */
  readonly allParents: readonly (readonly number[])[];
  readonly children: readonly (readonly number[])[];
  /** Down-children and dependents. */
  readonly allChildren: readonly (readonly number[])[];
  /** Every number once, each after all of its allParents. */
  readonly order: Int32Array;
}

/** What a new revision's header will say. */
export interface Placement {
  readonly parents: readonly string[];
  /** Full ids, or the labels that were given. */
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
}
