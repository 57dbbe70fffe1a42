/** The revisions, newest first, and what ran. */
import { type LogRow, readApplied, readLog } from "../database/run/history.ts";
import { drawGraph, glyphText, type GraphRow } from "../revision/draw-graph.ts";
import { historyRange, missing } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { loadProject, namesOf, withDatabase } from "./project.ts";
import { itemOf, type RevisionItem } from "./revision-item.ts";
import { needsDatabase } from "./show.ts";

export { glyphText, type GraphRow };

export interface HistoryOutcome {
  /** Null unless the database was asked. */
  readonly database: string | null;
  /** Newest first. */
  readonly revisions: readonly RevisionItem[];
  /** Applied revisions whose file is gone; empty unless the database was asked. */
  readonly missing: readonly string[];
  /** With `log`: what ran, newest first; otherwise null. */
  readonly log: readonly LogRow[] | null;
}

/** What `history` lists, and the drawing of the graph beside it. */
export interface HistoryResult {
  readonly outcome: HistoryOutcome;
  readonly drawing: Iterable<GraphRow> | null;
}

/** Lists revisions. Asks the database only for `current`, for what is applied, and for the log. */
export async function historyCommand(
  inputs: {
    readonly range: string | null;
    readonly indicateCurrent: boolean;
    readonly graph: boolean;
    readonly log: boolean;
  },
  context: Context,
): Promise<HistoryResult> {
  const { config, graph } = await loadProject(context);
  const asks = inputs.indicateCurrent || inputs.log || (inputs.range !== null && needsDatabase(inputs.range)) ||
    (inputs.range !== null && /(^|:)[+-]/.test(inputs.range));
  const state = !asks ? null : await withDatabase(config, context, { waitMs: null }, async ({ session, display }) => ({
    display,
    applied: (await readApplied(session, namesOf(config))).ids,
    log: inputs.log ? await readLog(session, namesOf(config)) : null,
  }));
  const applied = state?.applied ?? new Set<string>();
  const ids = historyRange(graph, applied, inputs.range);
  const outcome: HistoryOutcome = {
    database: state?.display ?? null,
    revisions: ids.map((id) => itemOf(graph, id, state === null ? null : applied)),
    missing: state === null ? [] : missing(graph, applied),
    log: state?.log ?? null,
  };
  return { outcome, drawing: inputs.graph ? drawGraph(graph, ids) : null };
}
