/** A revision as lists and JSON show it. */
import type { Graph } from "../revision/mod.ts";

/** The least that names a revision. */
export interface RevisionName {
  readonly id: string;
  readonly message: string;
  /** As a user would write it; null when the file is gone. */
  readonly file: string | null;
}

export interface RevisionItem extends RevisionName {
  readonly parents: readonly string[];
  readonly dependsOn: readonly string[];
  /** Labels that the revision itself carries. */
  readonly labels: readonly string[];
  /** Labels of all branches that it belongs to. */
  readonly branches: readonly string[];
  /** ISO 8601, or null. */
  readonly created: string | null;
  readonly head: boolean;
  readonly branchPoint: boolean;
  readonly mergePoint: boolean;
  /** Null when no database was asked. */
  readonly applied: boolean | null;
}

/** Names a revision; an id that is not in the graph has no file. */
export function nameOf(graph: Graph, id: string): RevisionName {
  if (!graph.has(id)) return { id, message: "", file: null };
  const { message, file } = graph.get(id);
  return { id, message, file };
}

/** Describes a revision of the graph. `applied` null: no database was asked. */
export function itemOf(graph: Graph, id: string, applied: ReadonlySet<string> | null): RevisionItem {
  const { message, file, parents, dependsOn, labels, created } = graph.get(id);
  const { head, branchPoint, mergePoint } = graph.flags(id);
  return {
    id,
    message,
    file,
    parents,
    dependsOn,
    labels,
    branches: graph.labelsOf(id),
    created,
    head,
    branchPoint,
    mergePoint,
    applied: applied === null ? null : applied.has(id),
  };
}
