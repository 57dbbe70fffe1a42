/** The revisions that nothing follows. */
import type { Context } from "./context.ts";
import { loadProject } from "./project.ts";
import { itemOf, type RevisionItem } from "./revision-item.ts";

export interface HeadsOutcome {
  readonly heads: readonly (RevisionItem & {
    /** Nothing follows it, but another branch depends on it. */
    readonly effective: boolean;
  })[];
}

/** Reads files only. */
export async function headsCommand(context: Context): Promise<HeadsOutcome> {
  const { graph } = await loadProject(context);
  return {
    heads: graph.heads.map((id) => ({ ...itemOf(graph, id, null), effective: graph.flags(id).effectiveHead })),
  };
}
