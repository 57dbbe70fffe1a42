/**
 * The statements that write the history and the log, as text, because they travel inside the revision's own message
 * and transaction, and stand in `--sql` scripts. Each is one statement, and each fails (rolling the revision back) when
 * the rows are not what the plan was made from: that guards against a second run without the lock.
 */
import { quoteLiteral } from "../../sql/quote.ts";
import { progressText } from "./progress.ts";
import { sqlName, type TableNames } from "./table-names.ts";
import type { Progress, RunIdentity, StepRef } from "./types.ts";

/** What all records of a run share. */
export interface RecordContext {
  readonly names: TableNames;
  readonly identity: RunIdentity;
  /**
   * Owner of the lease and how long it lasts; null with an advisory lock. Rows are then only written by its owner, who
   * has another name after a lost connection.
   */
  readonly lease: { readonly owner: string; readonly ttlMs: number } | null;
}

/** A step as records need it. */
export type RecordedStep = Pick<StepRef, "id" | "direction" | "message"> & { readonly checksum: string | null };

/** A step's values as SQL: literals, or the parameters of a prepared statement. */
interface StepSql {
  readonly direction: "up" | "down";
  readonly id: string;
  readonly message: string;
  readonly checksum: string;
}

function literals({ direction, id, message, checksum }: RecordedStep): StepSql {
  return { direction, id: quoteLiteral(id), message: quoteLiteral(message), checksum: text(checksum) };
}

const text = (value: string | null) => value === null ? "NULL" : quoteLiteral(value);

/**
 * Measured by the server: from the transaction's start, or in one transaction for the whole run from the step before.
 * (In a message of several transactions `now()` is the message's arrival for all of them, hence the log's last row.)
 */
function measured({ names }: RecordContext): string {
  const last = `(SELECT at FROM ${sqlName(names.log)} ORDER BY id DESC LIMIT 1)`;
  return `greatest(0, extract(epoch FROM clock_timestamp() - greatest(now(), ${last})) * 1000)::bigint`;
}

/** The common table expression that renews the lease, or nothing. */
function fence({ names, lease }: RecordContext): string {
  if (lease === null) return "";
  return `fence AS (
  UPDATE ${sqlName(names.lease)} SET renewed_at = clock_timestamp(), expires_at = clock_timestamp() + ${
    interval(lease.ttlMs)
  }
  WHERE id = 1 AND owner = ${quoteLiteral(lease.owner)} RETURNING split_part(owner, '/', 1) AS run_id
), `;
}

/** Milliseconds as an interval. */
export function interval(ms: number): string {
  return `interval '${Math.round(ms)} milliseconds'`;
}

/** The run's id; when a lease is lost it is null, which the tables refuse. */
function runId(context: RecordContext): string {
  return context.lease === null ? quoteLiteral(context.identity.runId) : "(SELECT run_id FROM fence)";
}

/** What {@link recordDone} must know of the step's own row. */
export interface RecordOptions {
  /** A row is there already: the step was half done, or it is a `down`. */
  readonly row: boolean;
  /** Time that the caller measured, in milliseconds; null lets the server measure. */
  readonly durationMs: number | null;
}

/** The step is done: its history row is written or removed, and a log row added. */
export function recordDone(context: RecordContext, step: RecordedStep, options: RecordOptions): string {
  return doneText(context, literals(step), options);
}

/**
 * The record of a step that is done, as a prepared statement: for a message of many steps it saves the server two
 * thirds of the work. `execute` gives the text for one step; it holds for an `up` without a row, or a `down`.
 */
export function preparedRecord(context: RecordContext, name: string, direction: "up" | "down"): {
  readonly prepare: string;
  readonly execute: (step: RecordedStep) => string;
  readonly deallocate: string;
} {
  const parameters: StepSql = { direction, id: "$1", message: "$2", checksum: "$3" };
  const types = direction === "up" ? "(text, text, text)" : "(text)";
  return {
    prepare: `PREPARE ${name} ${types} AS ${doneText(context, parameters, { row: false, durationMs: null })}`,
    execute(step) {
      const { id, message, checksum } = literals(step);
      return `EXECUTE ${name} (${direction === "up" ? `${id}, ${message}, ${checksum}` : id})`;
    },
    deallocate: `DEALLOCATE ${name}`,
  };
}

function doneText(context: RecordContext, step: StepSql, options: RecordOptions): string {
  const duration = options.durationMs === null ? measured(context) : `${Math.round(options.durationMs)}::bigint`;
  const history = step.direction === "down" ? removal(context, step, duration) : insertion(context, step, {
    ...options,
    duration,
    progress: null,
  });
  return `WITH ${fence(context)}recorded AS (\n  ${history}\n)\n${logInsertion(context, step)}`;
}

function logInsertion(context: RecordContext, step: StepSql): string {
  const { identity, names } = context;
  // Scalar subqueries: when no row was recorded they are null, and the table refuses the log row.
  return `INSERT INTO ${sqlName(names.log)} (at, run_id, revision, action, duration_ms, applied_by, tool_version, tag)
VALUES (clock_timestamp(), ${runId(context)}, (SELECT revision FROM recorded), ${quoteLiteral(step.direction)}, ` +
    `(SELECT duration_ms FROM recorded), session_user, ${quoteLiteral(identity.toolVersion)}, ${text(identity.tag)})`;
}

function removal({ names }: RecordContext, step: StepSql, duration: string): string {
  return `DELETE FROM ${sqlName(names.history)} WHERE revision = ${step.id}
  RETURNING revision, CASE WHEN blocks_done IS NULL THEN 0 ELSE duration_ms END + ${duration} AS duration_ms`;
}

interface InsertionOptions {
  readonly row: boolean;
  readonly duration: string;
  readonly progress: Progress | null;
}

/** Writes or completes the row of an `up`. */
function insertion(context: RecordContext, step: StepSql, { row, duration, progress }: InsertionOptions): string {
  const { names, identity } = context;
  const blocksDone = progress === null ? "NULL" : quoteLiteral(progressText(progress));
  const table = sqlName(names.history);
  if (row) {
    return `UPDATE ${table} SET message = ${step.message}, checksum = ${step.checksum}, ` +
      `applied_at = clock_timestamp(), duration_ms = duration_ms + ${duration}, applied_by = session_user, ` +
      `tool_version = ${quoteLiteral(identity.toolVersion)}, run_id = ${runId(context)}, ` +
      `blocks_done = ${blocksDone}, error = NULL\n  WHERE revision = ${step.id} AND blocks_done IS NOT NULL
  RETURNING revision, duration_ms`;
  }
  return `INSERT INTO ${table} (revision, message, checksum, applied_at, duration_ms, applied_by, tool_version, run_id, ` +
    `blocks_done)\n  VALUES (${step.id}, ${step.message}, ${step.checksum}, ` +
    `clock_timestamp(), ${duration}, session_user, ${quoteLiteral(identity.toolVersion)}, ${runId(context)}, ` +
    `${blocksDone})\n  RETURNING revision, duration_ms`;
}

/** The step got so far: written in the same transaction as what was done, where there is one. */
export function recordProgress(
  context: RecordContext,
  step: RecordedStep,
  progress: Progress,
  options: RecordOptions,
): string {
  const duration = options.durationMs === null ? measured(context) : `${Math.round(options.durationMs)}::bigint`;
  const change = step.direction === "up"
    ? insertion(context, literals(step), { ...options, duration, progress })
    : downProgress(
      context,
      step,
      progress,
      duration,
    );
  const cte = fence(context);
  return cte === "" ? change : `WITH ${cte.slice(0, -2)}\n${change}`;
}

/** A `down` keeps the row until it is done; its time starts anew, because the row held the time of the `up`. */
function downProgress(context: RecordContext, step: RecordedStep, progress: Progress, duration: string): string {
  return `UPDATE ${sqlName(context.names.history)} SET blocks_done = ${quoteLiteral(progressText(progress))}, ` +
    `duration_ms = CASE WHEN blocks_done IS NULL THEN 0 ELSE duration_ms END + ${duration}, error = NULL, ` +
    `run_id = ${runId(context)}\n  WHERE revision = ${quoteLiteral(step.id)} RETURNING revision, duration_ms`;
}

/** The step failed: the error goes into the log, and into the row of a half-done step. Two statements. */
export function recordFailure(context: RecordContext, step: RecordedStep, options: {
  readonly error: string;
  /** What is known to be done; null leaves the row as it is, "nothing" makes it as if the step had not begun. */
  readonly progress: Progress | "nothing" | null;
  readonly durationMs: number;
}): string[] {
  const { names, identity } = context;
  const error = quoteLiteral(options.error.replaceAll("\0", ""));
  return [
    `${failedRow(context, step, options.progress, error)}
WHERE revision = ${quoteLiteral(step.id)} AND blocks_done IS NOT NULL AND run_id = ${quoteLiteral(identity.runId)}`,
    `INSERT INTO ${sqlName(names.log)} ` +
    `(at, run_id, revision, action, duration_ms, applied_by, tool_version, tag, error)\nVALUES (clock_timestamp(), ` +
    `${quoteLiteral(identity.runId)}, ${quoteLiteral(step.id)}, ${quoteLiteral(step.direction)}, ` +
    `${Math.round(options.durationMs)}, session_user, ${quoteLiteral(identity.toolVersion)}, ${
      text(identity.tag)
    }, ${error})`,
  ];
}

function failedRow(
  { names }: RecordContext,
  { direction }: RecordedStep,
  progress: Progress | "nothing" | null,
  error: string,
): string {
  const table = sqlName(names.history);
  if (progress === null) return `UPDATE ${table} SET error = ${error}`;
  if (progress !== "nothing") {
    return `UPDATE ${table} SET blocks_done = ${quoteLiteral(progressText(progress))}, error = ${error}`;
  }
  return direction === "up" ? `DELETE FROM ${table}` : `UPDATE ${table} SET blocks_done = NULL, error = NULL`;
}

/** Rows to write and to remove without running anything. */
export interface StampRows {
  readonly add: readonly { readonly id: string; readonly message: string; readonly checksum: string | null }[];
  readonly remove: readonly string[];
}

/** The statements of a stamp, for one transaction: rows removed, rows added, and a log row for each. */
export function recordStamp(context: RecordContext, { add, remove }: StampRows): string[] {
  return [
    ...remove.map((id) => stampStatement(context, "unstamp", removalOf(context, id))),
    ...add.map((row) =>
      stampStatement(
        context,
        "stamp",
        insertion(context, literals({ ...row, direction: "up" }), { row: false, duration: "0", progress: null }),
      )
    ),
  ];
}

function removalOf({ names }: RecordContext, id: string): string {
  return `DELETE FROM ${sqlName(names.history)} WHERE revision = ${quoteLiteral(id)} RETURNING revision`;
}

function stampStatement(context: RecordContext, action: "stamp" | "unstamp", change: string): string {
  const { identity, names } = context;
  return `WITH ${fence(context)}recorded AS (\n  ${change}\n)
INSERT INTO ${sqlName(names.log)} (at, run_id, revision, action, duration_ms, applied_by, tool_version, tag)
VALUES (clock_timestamp(), ${runId(context)}, (SELECT revision FROM recorded), ${quoteLiteral(action)}, 0, ` +
    `session_user, ${quoteLiteral(identity.toolVersion)}, ${text(identity.tag)})`;
}
