/**
 * The `--sql` script: what a run would send, as text that psql runs with the same result, history and log rows included.
 * It is made from the same messages as the run, so the two cannot drift apart. Pure.
 */
import { problem } from "../../base/problem.ts";
import { quoteIdentifier } from "../../sql/quote.ts";
import { aloneStatement, beginTexts, type MessageContext, partsOf, restoreTexts } from "./message.ts";
import { recordDone, recordProgress, recordStamp, type StampRows } from "./record.ts";
import { layoutStatements, schemaStatements } from "./tables.ts";
import type { TableNames } from "./table-names.ts";
import type { LoadedStep, Progress, RunIdentity, RunPolicy } from "./types.ts";

/** What a script is made for. */
export interface ScriptRequest {
  readonly names: TableNames;
  readonly identity: RunIdentity;
  readonly policy: Pick<RunPolicy, "transaction" | "lockTimeoutMs" | "statementTimeoutMs" | "role">;
  /** Begin with making the history and log tables where they are missing. */
  readonly tables: boolean;
  /** For the first line: `migrate 1.0.0: base to 74e0`. */
  readonly title: string;
}

/**
 * Writes the script of a run. Throws `run/code-offline` for a step with code. Retries and the run lock are left to
 * whoever runs it: the primary key of the history refuses a revision that is applied already.
 *
 * ```ts
 * scriptOf(await loadSteps(steps, policy), { names, identity, policy, tables: true, title: "migrate: base to heads" });
 * ```
 */
export function scriptOf(steps: readonly LoadedStep[], request: ScriptRequest): string {
  refuseCode(steps);
  const { names, identity, policy } = request;
  const context: MessageContext = { record: { names, identity, lease: null }, policy };
  const all = policy.transaction === "all";
  const body = steps.flatMap((step) => [heading(step), ...stepTexts(step, context, all)]);
  const wrapped = all && body.length > 0 ? [...beginTexts(context), ...body, "COMMIT"] : body;
  return document([...header(request), ...(request.tables ? tableTexts(names) : []), ...wrapped]);
}

/** Writes the script of a stamp. */
export function stampScriptOf(rows: StampRows, request: ScriptRequest): string {
  const { names, identity, policy } = request;
  const context: MessageContext = { record: { names, identity, lease: null }, policy };
  const texts = recordStamp(context.record, rows);
  const stamped = texts.length === 0 ? [] : [...beginTexts(context), ...texts, "COMMIT"];
  return document([...header(request), ...(request.tables ? tableTexts(names) : []), ...stamped]);
}

/** Writes the script of `ensure-version`. */
export function tablesScript(request: Omit<ScriptRequest, "tables">): string {
  return document([...header(request), ...tableTexts(request.names)]);
}

/** A line that is no statement: a comment, a psql command, an empty line. */
const line = (text: string) => ({ line: text });
type Piece = string | { readonly line: string };

function header({ title, policy }: Pick<ScriptRequest, "title" | "policy">): Piece[] {
  return [
    line(`-- ${title.replaceAll(/[\r\n]+/g, " ")}`),
    line("\\set ON_ERROR_STOP on"),
    ...(policy.role === "" ? [] : [`SET ROLE ${quoteIdentifier(policy.role)}`]),
  ];
}

function heading({ direction, id, message, file }: LoadedStep): Piece {
  const words = `${direction} ${id}${message === "" ? "" : `: ${message}`}${file === null ? "" : ` (${file})`}`;
  return line(`\n-- ${words.replaceAll(/[\r\n]+/g, " ")}`);
}

function tableTexts(names: TableNames): Piece[] {
  return [
    line("\n-- history and log tables"),
    "SET client_min_messages = warning",
    "BEGIN",
    ...schemaStatements(names).map(({ sql }) => sql),
    ...layoutStatements(names, 0),
    "COMMIT",
    "RESET client_min_messages",
  ];
}

/** Each statement ends on a line of its own, because a statement may end in a line comment. */
function document(pieces: readonly Piece[]): string {
  return pieces.map((piece) =>
    typeof piece === "string" ? `${piece}${needsLine(piece) ? "\n" : ""};\n` : `${piece.line}\n`
  ).join("");
}

function needsLine(sql: string): boolean {
  return (sql.split("\n").at(-1) ?? "").includes("--");
}

function stepTexts(step: LoadedStep, context: MessageContext, all: boolean): Piece[] {
  if (all || step.blocks.every(({ transaction }) => transaction)) {
    return partTexts(step, 0, step.blocks.length, step.direction === "down", context, all);
  }
  const pieces: Piece[] = [];
  for (const [index, block] of step.blocks.entries()) {
    const row = index > 0 || step.direction === "down";
    if (block.transaction) pieces.push(...partTexts(step, index, index + 1, row, context, false));
    else pieces.push(...aloneTexts(step, index, row, context));
  }
  return pieces;
}

function partTexts(
  step: LoadedStep,
  block: number,
  end: number,
  row: boolean,
  context: MessageContext,
  within: boolean,
): string[] {
  return partsOf([{ step, block, end, row }], context, within).flatMap((part) => part.kind === "sql" ? part.texts : []);
}

/** A `transaction:false` block: the same records as the run writes, so that an aborted script can be resumed by `up`. */
function aloneTexts(step: LoadedStep, block: number, hasRow: boolean, context: MessageContext): Piece[] {
  const statements = step.blocks[block]?.statements ?? [];
  const pieces: Piece[] = [];
  let row = hasRow;
  const progress = (blocks: number, done: number, started: boolean): Progress => ({
    direction: step.direction,
    blocks,
    statements: done,
    started,
  });
  const record = (text: string) => [...beginTexts(context), text, "COMMIT"];
  const doneText = (options: { row: boolean; durationMs: number | null }) =>
    block + 1 === step.blocks.length
      ? recordDone(context.record, step, options)
      : recordProgress(context.record, step, progress(block + 1, 0, false), options);
  let ownSettings = false;
  for (const [index, statement] of statements.entries()) {
    if (statement.kind !== "sql") continue;
    const kind = aloneStatement(statement).kind;
    const last = index + 1 === statements.length;
    const text = (durationMs: number | null) =>
      last
        ? doneText({ row, durationMs })
        : recordProgress(context.record, step, progress(block, index + 1, false), { row, durationMs });
    if (kind?.transactional) {
      pieces.push(...(ownSettings ? ["BEGIN"] : beginTexts(context)), statement.sql, text(null), "COMMIT");
    } else {
      const started = recordProgress(context.record, step, progress(block, index, true), { row, durationMs: 0 });
      row = true;
      const timeouts = ownSettings ? [] : [
        `SET lock_timeout = ${kind?.patient ? 0 : Math.round(context.policy.lockTimeoutMs)}`,
        `SET statement_timeout = ${Math.round(context.policy.statementTimeoutMs)}`,
      ];
      const reset = timeouts.length === 0 ? [] : ["RESET lock_timeout", "RESET statement_timeout"];
      pieces.push(...record(started), ...timeouts, statement.sql, ...reset, ...record(text(0)));
    }
    row = true;
    ownSettings ||= kind?.settings ?? false;
  }
  if (statements.length === 0) pieces.push(...record(doneText({ row, durationMs: 0 })));
  const whole = step.blocks[block];
  return [...pieces, ...(whole === undefined ? [] : restoreTexts(whole, context) ?? [])];
}

function refuseCode(steps: readonly LoadedStep[]): void {
  for (const step of steps) {
    for (const { statements } of step.blocks) {
      for (const statement of statements) {
        if (statement.kind !== "run") continue;
        const data = { revision: step.id, description: statement.description };
        throw problem("run/code-offline", data, { at: statement.at });
      }
    }
  }
}
