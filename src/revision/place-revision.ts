import { type Problem, problem, throwAll } from "../base/problem.ts";
import { checkNames } from "./check.ts";
import { parseIdentifier } from "./identifier.ts";
import { idsOf } from "./reach.ts";
import { resolveAbsolute, resolveOne } from "./resolve.ts";
import type { Graph, Placement } from "./types.ts";

/** What is asked of a new revision. `heads` and `dependsOn` are identifiers; without heads it follows `head`. */
export interface PlaceOptions {
  readonly id: string;
  readonly heads: readonly string[];
  /** Allow parents that already have children. */
  readonly splice: boolean;
  readonly dependsOn: readonly string[];
  readonly labels: readonly string[];
  /** To join heads: fewer than two parents are then an error. */
  readonly merges?: boolean;
  /** For `current` among the heads. */
  readonly applied?: ReadonlySet<string>;
}

function checkFree(graph: Graph, { id, labels }: PlaceOptions): void {
  const header = { parents: [], dependsOn: [], message: "", created: null, file: null };
  const problems: Problem[] = [];
  checkNames({ ...header, id, labels }, problems);
  throwAll(problems);
  const taken = (name: string, kind: "id" | "label"): void => {
    const owner = graph.revisions[graph.index.names.get(name) ?? -1];
    if (owner !== undefined) throw problem("revision/name-taken", { name, kind, by: owner.id, file: owner.file });
    if (kind === "label" && name === id) throw problem("revision/name-taken", { name, kind, by: id, file: null });
  };
  taken(id, "id");
  for (const label of labels) taken(label, "label");
}

/** A dependency as the file will say it: a label that was given stays a label, everything else becomes a full id. */
function dependency(graph: Graph, text: string, applied: ReadonlySet<string>): string {
  const identifier = parseIdentifier(text);
  if (identifier.offset !== null) throw problem("revision/relative-not-here", { text });
  const found = resolveOne(graph, identifier, applied);
  const id = found === null ? undefined : graph.ids[found];
  if (id === undefined) throw problem("revision/nothing-to-depend-on", { text });
  return graph.labelsOf(id).includes(text) ? text : id;
}

/**
 * Where a new revision goes: the parents and dependencies that its header names. Several heads make a merge; `base`
 * starts a new root. A parent that is not a head needs `splice`.
 *
 * ```ts
 * placeRevision(graph, { id: "0123456789ab", heads: ["head"], splice: false, dependsOn: [], labels: [] });
 * // { parents: ["b2"], dependsOn: [], labels: [] }
 * ```
 */
export function placeRevision(graph: Graph, options: PlaceOptions): Placement {
  checkFree(graph, options);
  const applied = options.applied ?? new Set<string>();
  const heads = options.heads.length === 0 ? ["head"] : options.heads;
  const parents = idsOf(graph, heads.flatMap((text) => resolveAbsolute(graph, text, applied)));
  const repeated = parents.find((id, i) => parents.indexOf(id) !== i);
  if (repeated !== undefined) throw problem("revision/same-parent-twice", { id: repeated });
  if (options.merges === true && parents.length < 2) throw problem("revision/nothing-to-merge", { parents });
  for (const id of parents) {
    const children = graph.children(id);
    if (!options.splice && children.length > 0) throw problem("revision/not-a-head", { id, children });
  }
  const dependsOn = options.dependsOn.map((text) => dependency(graph, text, applied));
  return { parents, dependsOn: [...new Set(dependsOn)], labels: [...options.labels] };
}
