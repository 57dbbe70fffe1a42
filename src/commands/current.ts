/** The applied tips. */
import { missing, tipsOf } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { loadProjectAndAsk, withDatabase } from "./project.ts";
import { itemOf, type RevisionItem } from "./revision-item.ts";

export interface CurrentOutcome {
  readonly database: string;
  readonly tips: readonly RevisionItem[];
  /** Applied revisions whose file is gone. */
  readonly missing: readonly string[];
  /** Every head is applied. */
  readonly atHeads: boolean;
}

/** Asks the database what is applied; writes nothing. */
export async function currentCommand(
  inputs: { readonly waitMs: number | null },
  context: Context,
): Promise<CurrentOutcome> {
  const { project: { config, graph }, reach } = await loadProjectAndAsk(context, { ...inputs, reads: true });
  return await withDatabase(config, context, reach, async ({ applied, display }) => {
    const { ids } = await applied();
    return {
      database: display,
      tips: tipsOf(graph, ids).map((id) => itemOf(graph, id, ids)),
      missing: missing(graph, ids),
      atHeads: graph.realHeads.every((id) => ids.has(id)),
    };
  });
}
