/** Steps as the texts that are sent: transactions with their settings, statements and records, and where each is from. */
import { quoteIdentifier } from "../../sql/quote.ts";
import type { Block, Statement } from "../../sql/statement.ts";
import { roleTexts } from "./role-texts.ts";
import { preparedRecord, type RecordContext, recordDone, recordProgress } from "./record.ts";
import { kindOf, type StatementKind } from "./statement-kind.ts";
import type { LoadedStep, RunPolicy } from "./types.ts";

/** Where a text that is sent comes from. */
export interface Mark {
  readonly step: LoadedStep;
  /** From 0. */
  readonly block: number;
  /** From 0; null for what the runner adds: BEGIN, settings, the record, COMMIT. */
  readonly statement: number | null;
}

/** A statement of the user's that is code. */
export type Code = Extract<Statement, { readonly kind: "run" }>;

/** Texts for one message, or code that runs between two messages. */
export type Part =
  | { readonly kind: "sql"; readonly texts: readonly string[]; readonly marks: readonly Mark[] }
  | { readonly kind: "code"; readonly code: Code; readonly mark: Mark };

/** How transactions are begun and recorded in this run. */
export interface MessageContext {
  readonly record: RecordContext;
  readonly policy: Pick<RunPolicy, "lockTimeoutMs" | "statementTimeoutMs" | "role">;
}

/**
 * What begins a transaction. Settings are local to it: a pooler that gives the connection to someone else afterwards
 * gives it unchanged.
 */
export function beginTexts({ policy }: MessageContext): string[] {
  return ["BEGIN", ...localSettings(policy)];
}

function localSettings({ lockTimeoutMs, statementTimeoutMs, role }: MessageContext["policy"]): string[] {
  return [
    ...roleTexts({ role }),
    `SET LOCAL lock_timeout = ${Math.round(lockTimeoutMs)}`,
    `SET LOCAL statement_timeout = ${Math.round(statementTimeoutMs)}`,
  ];
}

/** What puts the session's settings back after a block that changed some; null when it did not. */
export function restoreTexts(block: Block, { policy, record }: MessageContext): string[] | null {
  const changing = block.statements.flatMap((statement) =>
    statement.kind === "sql" && kindOf(statement).settings ? [statement.sql] : []
  );
  if (changing.length === 0) return null;
  const role = changing.some((sql) => /\brole\b|authorization/i.test(sql));
  return [
    ...(changing.some((sql) => /authorization/i.test(sql)) ? ["RESET SESSION AUTHORIZATION"] : []),
    ...(role ? ["RESET ROLE"] : []),
    "RESET ALL",
    ...(role && policy.role !== ""
      ? [`SET ${record.lease === null ? "" : "LOCAL "}ROLE ${quoteIdentifier(policy.role)}`]
      : []),
  ];
}

/** True when the step is one message, or can share one: SQL in transactions that leaves the session as it was. */
export function isPlain(step: LoadedStep): boolean {
  return step.blocks.every((block) =>
    block.transaction &&
    block.statements.every((statement) => statement.kind === "sql" && !kindOf(statement).settings)
  );
}

/** Collects texts and code, starting a new message only where one must end. */
class Parts {
  readonly parts: Part[] = [];
  #texts: string[] = [];
  #marks: Mark[] = [];

  add(texts: readonly string[], mark: Mark): void {
    for (const text of texts) {
      this.#texts.push(text);
      this.#marks.push(mark);
    }
  }

  code(code: Code, mark: Mark): void {
    this.cut();
    this.parts.push({ kind: "code", code, mark });
  }

  cut(): void {
    if (this.#texts.length === 0) return;
    this.parts.push({ kind: "sql", texts: this.#texts, marks: this.#marks });
    this.#texts = [];
    this.#marks = [];
  }
}

/** A step, and from where it goes on. */
export interface PartStep {
  readonly step: LoadedStep;
  /** Block to begin with, from 0. */
  readonly block: number;
  /** Block before which to stop; the step is recorded as done when it is the last. */
  readonly end: number;
  /** The history holds a row of the step. */
  readonly row: boolean;
}

/**
 * The messages for blocks with a transaction, of one step or of several. `within`: all of it stands inside a
 * transaction that the caller begins and ends, so only the steps' ends are recorded.
 */
export function partsOf(steps: readonly PartStep[], context: MessageContext, within = false): Part[] {
  const parts = new Parts();
  const records = steps.length < fewSteps ? literalRecords(context) : preparedRecords(parts, steps, context);
  for (const part of steps) addStep(parts, part, context, records.done, within);
  records.end();
  parts.cut();
  return parts.parts;
}

/** Below so many steps, preparing the record costs more than it saves. */
const fewSteps = 4;

/** How the records of one message are written. */
interface Records {
  readonly done: (step: LoadedStep, row: boolean) => string;
  readonly end: () => void;
}

function literalRecords({ record }: MessageContext): Records {
  return { done: (step, row) => recordDone(record, step, { row, durationMs: null }), end: () => {} };
}

let prepared = 0;

/**
 * Prepared for this message alone and let go at its end, because a revision may let go of all prepared statements. With
 * a lease nothing is prepared: after a failure the next user of the pooler's connection would inherit it. The same holds
 * when code or settings cut the message into several.
 */
function preparedRecords(parts: Parts, steps: readonly PartStep[], context: MessageContext): Records {
  const literal = literalRecords(context);
  const [first] = steps;
  if (first === undefined || context.record.lease !== null || !steps.every(({ step }) => isPlain(step))) return literal;
  const mark: Mark = { step: first.step, block: 0, statement: null };
  // The name is new each time: a message that failed leaves its statement behind.
  prepared++;
  const records = {
    up: preparedRecord(context.record, `migrate_up_${prepared}`, "up"),
    down: preparedRecord(context.record, `migrate_down_${prepared}`, "down"),
  };
  const used = [records.up, records.down].filter((_, at) =>
    steps.some(({ step }) => step.direction === (at === 0 ? "up" : "down"))
  );
  parts.add(used.map(({ prepare }) => prepare), mark);
  return {
    done: (step, row) =>
      row === (step.direction === "down") ? records[step.direction].execute(step) : literal.done(step, row),
    end: () => parts.add(used.map(({ deallocate }) => deallocate), mark),
  };
}

function addStep(
  parts: Parts,
  { step, block: first, end, row }: PartStep,
  context: MessageContext,
  recordOf: Records["done"],
  within: boolean,
) {
  let hasRow = row;
  const total = step.blocks.length;
  for (let index = first; index < end; index++) {
    const block = step.blocks[index];
    if (block === undefined) continue;
    const mark: Mark = { step, block: index, statement: null };
    if (!within) parts.add(beginTexts(context), mark);
    addStatements(parts, step, block, index);
    // The runner's own statements must mean the same whatever the block set.
    const restore = restoreTexts(block, context);
    if (restore !== null) parts.add(within ? [...restore, ...localSettings(context.policy)] : restore, mark);
    if (index + 1 < total && within) continue;
    const progress = { direction: step.direction, blocks: index + 1, statements: 0, started: false };
    const record = index + 1 === total
      ? recordOf(step, hasRow)
      : recordProgress(context.record, step, progress, { row: hasRow, durationMs: null });
    parts.add(within ? [record] : [record, "COMMIT"], mark);
    hasRow = true;
  }
  if (total > 0) return;
  const record = recordOf(step, row);
  parts.add(within ? [record] : [...beginTexts(context), record, "COMMIT"], { step, block: 0, statement: null });
}

function addStatements(parts: Parts, step: LoadedStep, block: Block, index: number): void {
  block.statements.forEach((statement, number) => {
    const mark: Mark = { step, block: index, statement: number };
    if (statement.kind === "run") parts.code(statement, mark);
    else {
      parts.add([statement.sql], mark);
      // The server reads a whole message by the settings it had at its start (standard_conforming_strings).
      if (kindOf(statement).settings) parts.cut();
    }
  });
}

/** A statement of a `transaction:false` block, and how it is run and recorded. */
export interface AloneStatement {
  readonly statement: Statement;
  readonly kind: StatementKind | null;
}

/** Sorts a statement of a `transaction:false` block; code has no kind. */
export function aloneStatement(statement: Statement): AloneStatement {
  return { statement, kind: statement.kind === "sql" ? kindOf(statement) : null };
}
