/**
 * Blocks with `transaction:false`: each statement by itself, and after each a record of how far it got. What PostgreSQL
 * allows in a transaction shares one with its record, so that both happen or neither; for what it does not allow, a
 * record that the statement was sent comes first, and a later run finds out by the catalogs what became of it.
 */
import type { Statement } from "../../sql/statement.ts";
import { quoteIdentifier } from "../../sql/quote.ts";
import { concurrentIndex, indexExists, indexState } from "./concurrent-index.ts";
import { busy, type Live, sendCode, sendParts, settle, throwIfInterrupted } from "./live.ts";
import { refOf } from "./load.ts";
import { aloneStatement, beginTexts, type Mark, restoreTexts } from "./message.ts";
import { roleTexts } from "./role-texts.ts";
import { recordDone, recordProgress } from "./record.ts";
import type { LoadedStep, Progress } from "./types.ts";

/** A block, and from where it goes on. */
export interface AloneBlock {
  readonly step: LoadedStep;
  /** From 0. */
  readonly block: number;
  /** First statement to run, from 0. */
  readonly statement: number;
  /** An earlier run had come to this statement; `started`: it had sent it. */
  readonly resumed: { readonly started: boolean } | null;
  /** The history holds a row of the step. */
  readonly row: boolean;
}

/** Runs and records the rest of a block; the step is recorded as done when it is the last. */
export async function runAlone(live: Live, request: AloneBlock): Promise<void> {
  const { step, block } = request;
  const statements = step.blocks[block]?.statements ?? [];
  let row = request.row;
  let ownSettings = false;
  for (let index = request.statement; index < statements.length; index++) {
    const statement = statements[index];
    if (statement === undefined) break;
    const one: One = new One(live, { step, block, statement: index }, statement, row, ownSettings);
    const resumed = index === request.statement ? request.resumed : null;
    if (resumed !== null && await wasDone(live, one, resumed.started)) await one.record(0);
    else await one.run();
    row = true;
    ownSettings ||= one.kind?.settings ?? false;
  }
  const whole = step.blocks[block];
  const restore = whole === undefined ? null : restoreTexts(whole, live.context);
  if (restore !== null) await settle(live, restore);
  if (request.statement >= statements.length) await recordEmpty(live, request);
}

/** A block without statements, or one whose last statement was done and only the end is missing. */
async function recordEmpty(live: Live, { step, block, row }: AloneBlock): Promise<void> {
  const one = new One(live, { step, block, statement: null }, null, row, false);
  await one.record(0);
}

/** One statement on its way. */
class One {
  readonly live: Live;
  readonly mark: Mark;
  readonly statement: Statement | null;
  readonly kind: ReturnType<typeof aloneStatement>["kind"];
  readonly #ownSettings: boolean;
  #row: boolean;

  constructor(live: Live, mark: Mark, statement: Statement | null, row: boolean, ownSettings: boolean) {
    this.live = live;
    this.mark = mark;
    this.statement = statement;
    this.kind = statement === null ? null : aloneStatement(statement).kind;
    this.#row = row;
    this.#ownSettings = ownSettings;
  }

  /** The record that this statement is done; null lets the server measure. */
  #recordText(durationMs: number | null): string {
    const { step, block, statement } = this.mark;
    const context = this.live.context.record;
    const options = { row: this.#row, durationMs };
    const ends = statement === null || statement + 1 === step.blocks[block]?.statements.length;
    if (ends && block + 1 === step.blocks.length) return recordDone(context, step, options);
    const progress: Progress = {
      direction: step.direction,
      blocks: ends ? block + 1 : block,
      statements: ends ? 0 : (statement ?? 0) + 1,
      started: false,
    };
    return recordProgress(context, step, progress, options);
  }

  async record(durationMs: number, before: readonly string[] = []): Promise<void> {
    const texts = [...before, ...beginTexts(this.live.context), this.#recordText(durationMs), "COMMIT"];
    const marks = texts.map(() => ({ ...this.mark, statement: null }));
    await sendParts(this.live, [{ kind: "sql", texts, marks }], [this.mark.step]);
  }

  async run(): Promise<void> {
    const { live, statement, mark } = this;
    if (statement === null) return;
    if (statement.kind === "run") return await this.#runMarked(() => sendCode(live, statement, mark));
    live.emit({
      type: "statement",
      step: refOf(mark.step),
      block: mark.block + 1,
      statement: (mark.statement ?? 0) + 1,
      of: mark.step.blocks[mark.block]?.statements.length ?? 0,
      description: statement.description ?? firstLine(statement.sql),
    });
    if (this.kind?.transactional) await this.#runWithRecord(statement.sql);
    else {
      const marks = [mark];
      await this.#runMarked(() => sendParts(live, [{ kind: "sql", texts: [statement.sql], marks }], [mark.step]));
    }
  }

  /** Statement and record in one transaction. */
  async #runWithRecord(sql: string): Promise<void> {
    const { live, mark } = this;
    const own = { ...mark, statement: null };
    const begin = this.#ownSettings ? ["BEGIN", ...roleTexts(live.request.policy)] : beginTexts(live.context);
    const texts = [...begin, sql, this.#recordText(null), "COMMIT"];
    const marks = [...begin.map(() => own), mark, own, own];
    await sendParts(live, [{ kind: "sql", texts, marks }], [mark.step]);
  }

  /** First the record that it is sent, then the statement by itself, then the record that it is done. */
  async #runMarked(send: () => Promise<unknown>): Promise<void> {
    const { live, mark } = this;
    const { step, block } = mark;
    const started: Progress = {
      direction: step.direction,
      blocks: block,
      statements: mark.statement ?? 0,
      started: true,
    };
    const settings = this.#sessionSettings();
    const intent = recordProgress(live.context.record, step, started, { row: this.#row, durationMs: 0 });
    const texts = [...beginTexts(live.context), intent, "COMMIT", ...settings.set];
    const own = { ...mark, statement: null };
    await sendParts(live, [{ kind: "sql", texts, marks: texts.map(() => own) }], [step]);
    this.#row = true;
    const began = live.clock.now();
    try {
      await send();
    } catch (error) {
      await settle(live, settings.reset).catch(() => {});
      throw error;
    }
    await this.record(live.clock.now() - began, settings.reset);
  }

  /** Role and timeouts for a statement outside a transaction; none with a lease, where the session is not ours. */
  #sessionSettings(): { readonly set: readonly string[]; readonly reset: readonly string[] } {
    const { policy } = this.live.request;
    if (this.#ownSettings || policy.runLock === "lease") return { set: [], reset: [] };
    const lockTimeoutMs = this.kind?.patient ? 0 : policy.lockTimeoutMs;
    return {
      set: [
        ...(policy.role === "" ? [] : [`SET ROLE ${quoteIdentifier(policy.role)}`]),
        `SET lock_timeout = ${Math.round(lockTimeoutMs)}`,
        `SET statement_timeout = ${Math.round(policy.statementTimeoutMs)}`,
      ],
      reset: ["RESET lock_timeout", "RESET statement_timeout"],
    };
  }
}

function firstLine(sql: string): string {
  const line = sql.replaceAll(/\s+/g, " ").trim();
  return line.length <= 72 ? line : `${line.slice(0, 71)}…`;
}

/**
 * Finds out what became of the statement at which an earlier run ended, and clears the way for it. True when it was
 * carried out. For statements that leave no trace in the catalogs nothing is known, and they are run again.
 */
async function wasDone(live: Live, one: One, started: boolean): Promise<boolean> {
  const { statement, mark } = one;
  const found = (finding: "done" | "not-done" | "invalid-index-dropped" | "unknown", object: string | null) =>
    live.emit({ type: "found", step: refOf(mark.step), statement: (mark.statement ?? 0) + 1, finding, object });
  const parsed = statement?.kind === "sql" ? concurrentIndex(statement.sql) : null;
  if (parsed?.action === "create" && parsed.index !== null) {
    const index = { index: parsed.index, table: parsed.table };
    let state = await indexState(live.session, index);
    while (state?.building) {
      // The backend of the run that was cut off is still at it.
      await live.clock.sleep(500, live.request.interrupt);
      throwIfInterrupted(live);
      state = await indexState(live.session, index);
    }
    if (state !== null && !state.valid) {
      const { name } = state;
      await busy(live, [mark.step], () => live.session.execute([`DROP INDEX CONCURRENTLY ${name}`]));
      found("invalid-index-dropped", name);
      return false;
    }
    if (!started) return false;
    found(state === null ? "not-done" : "done", state?.name ?? parsed.index);
    return state !== null;
  }
  if (!started) return false;
  if (parsed?.action === "drop") {
    const gone = !(await indexExists(live.session, parsed.index));
    found(gone ? "done" : "not-done", parsed.index);
    return gone;
  }
  found("unknown", null);
  return false;
}
