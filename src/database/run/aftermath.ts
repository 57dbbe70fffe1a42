/**
 * What follows when a message failed: the transaction is ended, the database is asked what of it is committed, and the
 * run goes on, tries again, or ends with an account of what was done and what was not.
 */
import { Problem, problem } from "../../base/problem.ts";
import { ConnectionLost, StatementFailure } from "../session.ts";
import { backoffMs } from "./backoff.ts";
import { concurrentIndex, indexState } from "./concurrent-index.ts";
import { failurePlace, isRetriable, markedStatement, messageOf, serverErrorOf } from "./failure.ts";
import { readApplied } from "./history.ts";
import { Interrupted, interruptOf, type Live, MarkedFailure, rollBack, settle } from "./live.ts";
import { refOf } from "./load.ts";
import { aloneStatement, type Mark } from "./message.ts";
import { reconnect } from "./reconnect.ts";
import { recordFailure } from "./record.ts";
import { roleTexts } from "./role-texts.ts";
import type { Account } from "./run-steps.ts";
import { sqlName } from "./table-names.ts";
import type { LoadedStep, Progress, RunResult, Signal, StepDone, StepFailure } from "./types.ts";

/** A failure with what is known about it. */
interface Trouble {
  readonly cause: unknown;
  readonly mark: Mark;
  readonly elapsedMs: number;
  /** The connection was lost and could not be had again: nothing more can be known. */
  readonly dark: boolean;
  readonly lost: boolean;
}

/** Handles the failures of one run; counts its attempts. */
export class Aftermath {
  readonly #live: Live;
  readonly #account: Account;
  readonly #attempts = new Map<string, number>();

  constructor(live: Live, account: Account) {
    this.#live = live;
    this.#account = account;
  }

  /** Takes committed steps into the account. Returns the end of the run when `onStep` throws. */
  async committed(batch: readonly LoadedStep[], durations: readonly number[]): Promise<RunResult | null> {
    const { all, done } = this.#account;
    const rows = new Map(this.#account.rows);
    for (const [at, step] of batch.entries()) {
      if (step.direction === "down") rows.delete(step.id);
      else rows.set(step.id, { id: step.id, checksum: step.checksum, progress: null, error: null });
      const finished: StepDone = { ...refOf(step), durationMs: Math.round(durations[at] ?? 0) };
      done.push(finished);
      this.#live.emit({
        type: "done",
        step: refOf(step),
        durationMs: finished.durationMs,
        index: done.length - 1,
        count: all.length,
      });
    }
    this.#account.rows = rows;
    return await this.#hooks(done.slice(done.length - batch.length));
  }

  async #hooks(finished: readonly StepDone[]): Promise<RunResult | null> {
    const { onStep } = this.#live.request;
    if (onStep == null) return null;
    for (const step of finished) {
      try {
        await onStep(step);
      } catch (error) {
        const cause = problem("run/step-hook-failed", { revision: step.id, message: messageOf(error) }, {
          cause: error,
        });
        return this.#end("failed", null, cause);
      }
    }
    return null;
  }

  /** Decides how a failed message goes on: null to go on with what the account says is left. */
  async of(error: unknown, batch: readonly LoadedStep[], elapsedMs: number): Promise<RunResult | null> {
    const live = this.#live;
    const mark = markOf(error, batch);
    if (mark === null) {
      await rollBack(live).catch(() => {});
      throw error;
    }
    const cause = error instanceof MarkedFailure ? error.cause : error;
    const lost = isLost(cause);
    const between = error instanceof Interrupted && !live.open;
    const known = lost ? await this.#reconnected(cause) : await this.#rolledBackOrBack();
    const trouble: Trouble = { cause, mark, elapsedMs, lost, dark: !known };
    if (!known) return this.#fail(trouble, null);
    let ended: RunResult | null;
    try {
      ended = await this.#takeStock(batch);
    } catch (again) {
      if (!isLost(again)) throw again;
      return this.#fail({ ...trouble, dark: true }, null);
    }
    if (ended !== null) return ended;
    const next = this.#account.all[this.#account.done.length];
    // A connection that was lost after the commit, and is back: nothing failed.
    if (next === undefined || (lost && !batch.some((step) => isSame(step, next)))) return null;
    // The interrupt came between two messages: nothing failed, unless the step that was under way is half done.
    if (between && this.#account.rows.get(next.id)?.progress == null) {
      return this.#end("interrupted", null, interruptProblem(interruptOf(live.request), null));
    }
    return await this.#goOn(trouble, next);
  }

  /** Ends the failed transaction; the connection can be lost at this moment, too. False when it could not be had again. */
  async #rolledBackOrBack(): Promise<boolean> {
    try {
      await rollBack(this.#live);
      return true;
    } catch (error) {
      if (!isLost(error)) throw error;
      return await this.#reconnected(error);
    }
  }

  async #reconnected(cause: unknown): Promise<boolean> {
    this.#live.emit({ type: "connection-lost", message: messageOf(cause) });
    const back = await reconnect(this.#live);
    if (back) this.#live.emit({ type: "reconnected" });
    return back;
  }

  /** Asks the database which steps of the batch are committed. */
  async #takeStock(batch: readonly LoadedStep[]): Promise<RunResult | null> {
    const { session, request } = this.#live;
    const applied = await readApplied(session, request.names);
    this.#account.rows = applied.rows;
    const recorded = applied.layout === 0 ? [] : await session.query<{ ms: number }>(
      `select duration_ms as ms from ${sqlName(request.names.log)} where run_id = $1 and error is null order by id`,
      [request.identity.runId],
    );
    const { done } = this.#account;
    // With synchronous_commit off a server that crashed may have lost what it had confirmed.
    if (recorded.length < done.length) done.length = recorded.length;
    const fresh = recorded.slice(done.length);
    if (fresh.length === 0) return null;
    return await this.committed(batch.slice(0, fresh.length), fresh.map(({ ms }) => ms));
  }

  async #goOn(trouble: Trouble, next: LoadedStep): Promise<RunResult | null> {
    const live = this.#live;
    const { mark, cause } = trouble;
    const whole = live.request.policy.transaction === "all";
    const signal = interruptOf(live.request);
    if (signal === null && !trouble.lost && !isSame(mark.step, next) && !whole && this.#account.size > 1) {
      // A message is refused as a whole when one of its statements cannot be parsed: go on alone up to that one.
      this.#account.size = 1;
      return null;
    }
    const { lockRetries } = live.request.policy;
    const key = whole ? "" : `${mark.step.direction} ${mark.step.id} ${mark.block}`;
    const attempt = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempt);
    if (signal === null && isRetriable(cause) && canRepeat(mark) && attempt <= lockRetries) {
      const error = serverErrorOf(cause);
      const waitMs = Math.round(backoffMs(attempt, live.clock.random));
      if (error !== null) {
        live.emit({ type: "retry", step: refOf(mark.step), attempt, of: lockRetries, waitMs, error });
      }
      await live.clock.sleep(waitMs, live.request.interrupt);
      return null;
    }
    const known = signal === null && !trouble.lost;
    return await this.#fail({ ...trouble, mark: known ? mark : this.#within(mark, next) }, attempt);
  }

  /** Neither an interrupt nor a lost connection says which statement of the message it met; the history says which step. */
  #within(mark: Mark, next: LoadedStep): Mark {
    if (isSame(mark.step, next) && mark.statement !== null) return mark;
    const blocks = this.#account.rows.get(next.id)?.progress?.blocks ?? 0;
    return { step: next, block: Math.min(blocks, Math.max(0, next.blocks.length - 1)), statement: null };
  }

  async #fail(trouble: Trouble, attempts: number | null): Promise<RunResult> {
    const { mark, cause, dark } = trouble;
    const live = this.#live;
    const progress = this.#account.rows.get(mark.step.id)?.progress ?? null;
    const invalidIndex = dark ? null : await this.#invalidIndex(mark);
    const known = dark ? progress : settled(progress, trouble);
    // A row that only said that the first statement was sent says nothing once that was refused without a trace.
    const untouched = known !== null && invalidIndex === null && isNothing(known);
    const stays = untouched ? null : known;
    const cancelled = isCancel(cause) ? interruptOf(live.request) : null;
    const failure: StepFailure = {
      step: refOf(mark.step),
      block: mark.block + 1,
      statement: mark.statement === null ? null : mark.statement + 1,
      of: mark.step.blocks[mark.block]?.statements.length ?? 0,
      place: placeOf(mark, cause),
      error: cancelled === null ? serverErrorOf(cause) : null,
      message: cancelled === null ? messageOf(cause) : `interrupted by ${cancelled}`,
      rolledBack: this.#rolledBack(mark, stays),
      stays,
      invalidIndex,
      committed: dark ? "unknown" : "no",
    };
    const why = this.#problemOf(trouble, failure, attempts);
    if (!dark) await this.#record(failure, mark, untouched ? "nothing" : stays, trouble.elapsedMs);
    live.emit({ type: "failed", failure });
    return this.#end(interruptOf(live.request) === null ? "failed" : "interrupted", failure, why);
  }

  #rolledBack({ step, block, statement }: Mark, stays: Progress | null): StepFailure["rolledBack"] {
    if (this.#live.request.policy.transaction === "all") return "run";
    const failed = step.blocks[block];
    if (failed === undefined || failed.transaction) return stays === null ? "revision" : "block";
    const one = statement === null ? undefined : failed.statements[statement];
    return one !== undefined && aloneStatement(one).kind?.transactional ? "statement" : "nothing";
  }

  /** The invalid index that a failed CREATE INDEX CONCURRENTLY left. */
  async #invalidIndex({ step, block, statement }: Mark): Promise<string | null> {
    const failed = markedStatement(step, block, statement);
    const parsed = failed?.kind === "sql" ? concurrentIndex(failed.sql) : null;
    if (parsed?.action !== "create" || parsed.index === null) return null;
    const state = await indexState(this.#live.session, { index: parsed.index, table: parsed.table }).catch(() => null);
    return state === null || state.valid ? null : state.name;
  }

  #problemOf({ cause, lost, mark }: Trouble, failure: StepFailure, attempts: number | null): Problem {
    const { id: revision, direction, file } = mark.step;
    const { message, error } = failure;
    const options = { ...(failure.place === null ? {} : { at: failure.place }), cause };
    const signal = interruptOf(this.#live.request);
    if (signal !== null) return interruptProblem(signal, revision);
    if (lost) return problem("run/connection-lost", { revision, committed: failure.committed, message }, { cause });
    if (cause instanceof Problem) return cause;
    if (error === null) return problem("run/code-failed", { revision, direction, file, message }, options);
    if (failure.statement === null && error.sqlstate === "42501") {
      const { history, log } = this.#live.request.names;
      return problem("run/history-locked", { history: sqlName(history), log: sqlName(log), message }, { cause });
    }
    if (failure.statement === null && this.#ownTable(error.table)) {
      return error.sqlstate === "23502" && error.column === "run_id"
        ? problem("run/lease-lost", { revision }, { cause })
        : problem("run/history-moved", { revision, message }, { cause });
    }
    if (isRetriable(cause) && attempts !== null && attempts > 1) {
      return problem("run/lock-timeout", { revision, direction, attempts, message }, options);
    }
    if (error.sqlstate === "55P03") {
      return problem("run/lock-timeout", { revision, direction, attempts: attempts ?? 1, message }, options);
    }
    return problem("run/statement-failed", { revision, direction, file, sqlstate: error.sqlstate, message }, options);
  }

  #ownTable(table: string | null): boolean {
    const { history, log } = this.#live.request.names;
    return table === history.name || table === log.name;
  }

  /** Writes the failure down. What it says is in the result too, so a database that refuses it loses nothing. */
  async #record(
    failure: StepFailure,
    mark: Mark,
    stays: Progress | "nothing" | null,
    elapsedMs: number,
  ): Promise<void> {
    const live = this.#live;
    const signal = interruptOf(live.request);
    const error = signal === null ? failure.message : `interrupted by ${signal}`;
    const texts = recordFailure(live.context.record, mark.step, { error, progress: stays, durationMs: elapsedMs });
    await settle(live, ["BEGIN", ...roleTexts(live.request.policy), ...texts, "COMMIT"]).catch(() =>
      rollBack(live).catch(() => {})
    );
  }

  #end(status: RunResult["status"], failed: StepFailure | null, why: Problem): RunResult {
    const { all, done } = this.#account;
    return {
      status,
      runId: this.#live.request.identity.runId,
      done: [...done],
      failed,
      left: all.slice(done.length).map(refOf),
      problem: why,
    };
  }
}

/** What an interrupt makes of the statement or code that it meets; the server says only that somebody asked for it. */
function isCancel(cause: unknown): boolean {
  return !isLost(cause) && !(cause instanceof StatementFailure && cause.error.sqlstate !== "57014");
}

function isNothing({ blocks, statements, started }: Progress): boolean {
  return blocks === 0 && statements === 0 && !started;
}

/** The same step of the plan; the object may be a copy. */
function isSame(one: LoadedStep, other: LoadedStep): boolean {
  return one.id === other.id && one.direction === other.direction;
}

function interruptProblem(signal: Signal | null, revision: string | null): Problem {
  return problem(signal === "SIGTERM" ? "run/terminated" : "run/interrupted", { revision });
}

/** Where it happened; null for an error that is no statement's. */
function markOf(error: unknown, [first]: readonly LoadedStep[]): Mark | null {
  if (error instanceof MarkedFailure) return error.mark;
  if (!(error instanceof Interrupted) || first === undefined) return null;
  return { step: first, block: 0, statement: null };
}

function placeOf({ step, block, statement }: Mark, cause: unknown): StepFailure["place"] {
  const failed = markedStatement(step, block, statement);
  if (failed === null) return null;
  if (!(cause instanceof StatementFailure)) return failurePlace(failed, null, step.text);
  return failurePlace(failed, cause.position, step.text, cause.error.where);
}

/** The server ended the connection (shutdown, or one of its idle and transaction timeouts), or it broke. */
function isLost(cause: unknown): boolean {
  if (cause instanceof ConnectionLost) return true;
  return cause instanceof StatementFailure && /^(?:57P0[1235]|25P0[34]|08)/.test(cause.error.sqlstate);
}

/** Only what was rolled back can be sent again: in a transaction:false block, what shares a transaction with its record. */
function canRepeat({ step, block, statement }: Mark): boolean {
  const failed = step.blocks[block];
  if (failed === undefined || failed.transaction) return true;
  const one = statement === null ? undefined : failed.statements[statement];
  return one === undefined || (aloneStatement(one).kind?.transactional ?? false);
}

/** A statement that the server refused was not carried out; of code and of a broken connection that is not known. */
function settled(progress: Progress | null, { cause, lost, mark }: Trouble): Progress | null {
  if (progress === null || !progress.started || lost) return progress;
  const one = markedStatement(mark.step, mark.block, mark.statement);
  return one?.kind === "sql" && cause instanceof StatementFailure ? { ...progress, started: false } : progress;
}
