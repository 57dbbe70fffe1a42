/** What is applied, what is pending, and what does not fit. */
import type { Applied } from "../database/run/types.ts";
import { changedRevisions } from "../database/run/check.ts";
import { progressText } from "../database/run/progress.ts";
import { checksumOfFile } from "../files/mod.ts";
import { missing, outOfOrder, tipsOf } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { loadProjectAndAsk, type Project, withDatabase } from "./project.ts";
import { nameOf, type RevisionName } from "./revision-item.ts";

export interface StatusOutcome {
  readonly database: string;
  readonly env: string | null;
  /** False before the first write: the history table does not exist. */
  readonly initialised: boolean;
  readonly tips: readonly RevisionName[];
  readonly heads: readonly RevisionName[];
  /** How many revisions are applied, those without a file included. */
  readonly applied: number;
  /** How many revision files there are. */
  readonly total: number;
  /** In load order, those out of order included. */
  readonly pending: readonly RevisionName[];
  /** Pending, but below applied ones. */
  readonly outOfOrder: readonly RevisionName[];
  /** Edited after they were applied. */
  readonly changed: readonly RevisionName[];
  /** Applied, but without a file. */
  readonly missing: readonly string[];
  /** Part way through a block without a transaction. */
  readonly halfDone: readonly (RevisionName & {
    readonly direction: "up" | "down";
    /** As the history table has it, for example `1+3`. */
    readonly done: string;
    /** The same in numbers: whole blocks, and statements of the next. */
    readonly blocks: number;
    readonly statements: number;
    readonly error: string | null;
  })[];
  /** Nothing is pending, changed, missing or half done. */
  readonly clean: boolean;
}

/** Applied revisions whose file was edited since. Reads the files of applied revisions. */
export function changedSince(project: Project, applied: Applied): { readonly id: string; readonly file: string }[] {
  const known = new Map<string, { readonly checksum: string; readonly file: string }>();
  for (const row of applied.rows.values()) {
    const file = project.files.get(row.id);
    if (file !== undefined && row.checksum !== null && row.progress === null) {
      known.set(row.id, { checksum: checksumOfFile(file), file: file.file });
    }
  }
  return changedRevisions(applied, known);
}

/** The state of a project against what the history table says. */
export function statusOf(project: Project, applied: Applied, database: string): StatusOutcome {
  const { graph, config } = project;
  const names = (ids: readonly string[]): RevisionName[] => ids.map((id) => nameOf(graph, id));
  const pending = graph.ids.filter((id) => !applied.ids.has(id));
  const gone = missing(graph, applied.ids);
  const changed = changedSince(project, applied);
  const halfDone = applied.halfDone.flatMap((row) =>
    row.progress === null ? [] : [{
      ...nameOf(graph, row.id),
      direction: row.progress.direction,
      done: progressText(row.progress),
      blocks: row.progress.blocks,
      statements: row.progress.statements,
      error: row.error,
    }]
  );
  return {
    database,
    env: config.env,
    initialised: applied.layout > 0,
    tips: names(tipsOf(graph, applied.ids)),
    heads: names(graph.realHeads),
    applied: applied.ids.size,
    total: graph.ids.length,
    pending: names(pending),
    outOfOrder: names(outOfOrder(graph, applied.ids)),
    changed: names(changed.map(({ id }) => id)),
    missing: gone,
    halfDone,
    clean: pending.length + gone.length + changed.length + halfDone.length === 0,
  };
}

/** Asks the database what is applied; writes nothing. */
export async function statusCommand(
  inputs: { readonly waitMs: number | null },
  context: Context,
): Promise<StatusOutcome> {
  const { project, reach } = await loadProjectAndAsk(context, { ...inputs, reads: true }, { checksums: true });
  return await withDatabase(
    project.config,
    context,
    reach,
    async ({ applied, display }) => statusOf(project, await applied(), display),
  );
}
