/** Where the graph forks. */
import type { Context } from "./context.ts";
import { loadProject } from "./project.ts";
import { itemOf, nameOf, type RevisionItem, type RevisionName } from "./revision-item.ts";

export interface BranchesOutcome {
  readonly branchPoints: readonly (RevisionItem & { readonly children: readonly RevisionName[] })[];
}

/** Reads files only. */
export async function branchesCommand(context: Context): Promise<BranchesOutcome> {
  const { graph } = await loadProject(context);
  const points = graph.ids.filter((id) => graph.flags(id).branchPoint);
  return {
    branchPoints: points.map((id) => ({
      ...itemOf(graph, id, null),
      children: graph.children(id).map((child) => nameOf(graph, child)),
    })),
  };
}
