/** The applied tips. */
import { readApplied } from "../database/run/history.ts";
import { missing, tipsOf } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { loadProject, namesOf, withDatabase } from "./project.ts";
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
  const { config, graph } = await loadProject(context);
  return await withDatabase(config, context, inputs, async ({ session, display }) => {
    const { ids } = await readApplied(session, namesOf(config));
    return {
      database: display,
      tips: tipsOf(graph, ids).map((id) => itemOf(graph, id, ids)),
      missing: missing(graph, ids),
      atHeads: graph.realHeads.every((id) => ids.has(id)),
    };
  });
}
