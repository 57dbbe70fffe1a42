/** Reading the history and log tables. Nothing here writes. */
import { problem } from "../../base/problem.ts";
import { quoteLiteral } from "../../sql/quote.ts";
import { type Session, StatementFailure } from "../session.ts";
import { progressOf } from "./progress.ts";
import { sqlName, type TableNames } from "./table-names.ts";
import { layoutOf, newestLayout } from "./tables.ts";
import type { Applied, AppliedRow } from "./types.ts";

const undefinedTable = "42P01";
const undefinedColumn = "42703";

const readOnlyFlag = "(pg_catalog.pg_is_in_recovery() or pg_catalog.current_setting('transaction_read_only') = 'on')";

/** What {@link readApplied} asks: one row whatever the table holds, so that 10,000 revisions cost one text. */
export function appliedQuery(names: TableNames): string {
  const table = sqlName(names.history);
  return `select ${readOnlyFlag} as read_only,
  pg_catalog.obj_description(${quoteLiteral(table)}::pg_catalog.regclass, 'pg_class') as comment,
  pg_catalog.string_agg(revision || ' ' || coalesce(checksum, ''), e'\\n')
    filter (where blocks_done is null) as whole,
  pg_catalog.json_agg(pg_catalog.json_build_array(revision, checksum, blocks_done, error))
    filter (where blocks_done is not null)::text as half
from ${table}`;
}

interface AppliedAnswer {
  readonly read_only: boolean;
  readonly comment: string | null;
  readonly whole: string | null;
  readonly half: string | null;
}

/**
 * What is applied: one query, whose cost hardly grows with the number of revisions. Works when the table (or its
 * schema) does not exist, and never writes. Throws `run/history-foreign` for a table that is not a history, and
 * `run/history-newer` for one that a newer version made.
 */
export async function readApplied(session: Session, names: TableNames): Promise<Applied> {
  const table = sqlName(names.history);
  let answer: AppliedAnswer | undefined;
  try {
    [answer] = await session.query<AppliedAnswer>(appliedQuery(names));
  } catch (error) {
    if (!(error instanceof StatementFailure)) throw error;
    const { sqlstate, message } = error.error;
    if (sqlstate === "42501") {
      throw problem("run/history-locked", { history: table, log: sqlName(names.log), message }, { cause: error });
    }
    if (sqlstate === undefinedColumn) throw problem("run/history-foreign", { table, message }, { cause: error });
    if (sqlstate !== undefinedTable && sqlstate !== "3F000") throw error;
    return { ...nothing, readOnly: await isReadOnly(session) };
  }
  const layout = layoutOf(answer?.comment ?? null);
  if (layout > newestLayout) throw problem("run/history-newer", { table, found: layout, known: newestLayout });
  const rows = new Map<string, AppliedRow>();
  const ids = new Set<string>();
  readWhole(answer?.whole ?? "", rows, ids);
  const halfDone = halfRows(answer?.half ?? null);
  for (const row of halfDone) {
    rows.set(row.id, row);
    if (row.progress?.direction === "down") ids.add(row.id);
  }
  return { layout, ids, rows, halfDone, readOnly: answer?.read_only ?? false };
}

const nothing: Applied = { layout: 0, ids: new Set(), rows: new Map(), halfDone: [], readOnly: false };

async function isReadOnly(session: Session): Promise<boolean> {
  const [row] = await session.query<{ read_only: boolean }>(`select ${readOnlyFlag} as read_only`);
  return row?.read_only ?? false;
}

/** Reads lines of id and checksum; a plain loop, because 10,000 of them are read before `status` says anything. */
function readWhole(text: string, rows: Map<string, AppliedRow>, ids: Set<string>): void {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const space = text.lastIndexOf(" ", end);
    const id = text.slice(start, space);
    const checksum = space + 1 === end ? null : text.slice(space + 1, end);
    rows.set(id, { id, checksum, progress: null, error: null });
    ids.add(id);
    start = end + 1;
  }
}

function halfRows(text: string | null): AppliedRow[] {
  if (text === null) return [];
  // The shape is the query's own: json_build_array of four texts.
  const rows = JSON.parse(text) as readonly (readonly [string, string | null, string, string | null])[];
  return rows.map(([id, checksum, blocksDone, error]) => ({
    id,
    checksum,
    // Text that this program never writes means "begun, nothing known to be done".
    progress: progressOf(blocksDone) ?? { direction: "up", blocks: 0, statements: 0, started: true },
    error,
  }));
}

/** A row of the history table. */
export interface HistoryRow {
  readonly revision: string;
  readonly message: string;
  readonly checksum: string | null;
  /** ISO 8601 in UTC. */
  readonly appliedAt: string;
  readonly durationMs: number;
  readonly appliedBy: string;
  readonly toolVersion: string;
  readonly runId: string;
  readonly blocksDone: string | null;
  readonly error: string | null;
}

/** A row of the log table. */
export interface LogRow {
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly runId: string;
  readonly revision: string;
  readonly action: "up" | "down" | "stamp" | "unstamp";
  readonly durationMs: number;
  readonly appliedBy: string;
  readonly toolVersion: string;
  readonly tag: string | null;
  /** Null when the step was done. */
  readonly error: string | null;
}

const isoTime = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Every row of the history table, oldest first; none when there is no table. */
export function readHistory(session: Session, names: TableNames): Promise<HistoryRow[]> {
  return rowsOrNone(
    session,
    `select revision, message, checksum, ${isoTime("applied_at")} as "appliedAt", duration_ms as "durationMs",
  applied_by as "appliedBy", tool_version as "toolVersion", run_id as "runId", blocks_done as "blocksDone", error
from ${sqlName(names.history)} order by applied_at, revision`,
  );
}

/** The log's rows, newest first; none when there is no table. `limit` keeps the newest so many. */
export function readLog(
  session: Session,
  names: TableNames,
  options: { readonly limit?: number } = {},
): Promise<LogRow[]> {
  const limit = options.limit === undefined ? "" : ` limit ${Math.trunc(options.limit)}`;
  return rowsOrNone(
    session,
    `select id, ${isoTime("at")} as at, run_id as "runId", revision, action, duration_ms as "durationMs",
  applied_by as "appliedBy", tool_version as "toolVersion", tag, error
from ${sqlName(names.log)} order by id desc${limit}`,
  );
}

async function rowsOrNone<Row>(session: Session, text: string): Promise<Row[]> {
  try {
    return await session.query<Row>(text);
  } catch (error) {
    if (error instanceof StatementFailure && [undefinedTable, "3F000"].includes(error.error.sqlstate)) return [];
    throw error;
  }
}
