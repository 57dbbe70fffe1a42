/** The moving part of a run: its session, which a lost connection replaces, and how texts and code are sent. */
import type { Statement } from "../../sql/statement.ts";
import { type Session, StatementFailure } from "../session.ts";
import { revisionDatabase } from "./code.ts";
import { refOf } from "./load.ts";
import type { LockWatch } from "./lock-watch.ts";
import type { Mark, MessageContext, Part } from "./message.ts";
import type { RunLock } from "./run-lock.ts";
import type { Clock, RunEvent, RunRequest, Signal, StepRef } from "./types.ts";

/** A run that goes on. */
export interface Live {
  readonly request: RunRequest;
  readonly clock: Clock;
  readonly context: MessageContext;
  readonly watch: LockWatch;
  readonly lock: RunLock;
  readonly emit: (event: RunEvent) => void;
  session: Session;
  /** A transaction is known to be open: its beginning was sent by itself. */
  open: boolean;
  /** True while something runs on the session, so that an interrupt has something to cancel. */
  busy: boolean;
  /** The cancel that an interrupt sent; awaited before anything else is sent. */
  cancelling: Promise<void> | null;
}

/** Thrown inside a run when the request's `interrupt` is aborted. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly signal: Signal;
  constructor(signal: Signal) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}

/** A statement that failed, with where it is from. */
export class MarkedFailure extends Error {
  override readonly name = "MarkedFailure";
  readonly mark: Mark;
  constructor(mark: Mark, cause: unknown) {
    super("A statement failed", { cause });
    this.mark = mark;
  }
}

/** The signal that interrupted the run; null while none did. */
export function interruptOf(request: RunRequest): Signal | null {
  if (!request.interrupt?.aborted) return null;
  return request.interrupt.reason === "SIGTERM" ? "SIGTERM" : "SIGINT";
}

/** Throws {@link Interrupted} when the run was interrupted. */
export function throwIfInterrupted({ request }: Live): void {
  const signal = interruptOf(request);
  if (signal !== null) throw new Interrupted(signal);
}

/**
 * Cancels on the server what runs when the interrupt comes. Returns what stops listening. A cancel that fails (the
 * connection is gone) is no news: the run will see that itself.
 */
export function cancelOnInterrupt(live: Live): () => void {
  const { interrupt } = live.request;
  if (interrupt === undefined) return () => {};
  const listener = () => {
    live.emit({ type: "interrupting", signal: interruptOf(live.request) ?? "SIGINT" });
    if (live.busy) live.cancelling = live.session.cancel().catch(() => {});
  };
  interrupt.addEventListener("abort", listener, { once: true });
  return () => interrupt.removeEventListener("abort", listener);
}

/** Does something on the session while an interrupt would cancel it and waits for locks are watched. */
export async function busy<Value>(live: Live, steps: readonly StepRef[], work: () => Promise<Value>): Promise<Value> {
  throwIfInterrupted(live);
  live.busy = true;
  const stop = live.watch.start(live.session.pid, steps);
  try {
    return await work();
  } finally {
    live.busy = false;
    stop();
    await live.cancelling;
    live.cancelling = null;
  }
}

/** Rows of a statement. */
type Rows = readonly Record<string, unknown>[];

/**
 * Sends the parts in order and returns the rows of the last statement. Throws a {@link MarkedFailure}, whose cause is
 * the session's or the code's error.
 */
export async function sendParts(live: Live, parts: readonly Part[], steps: readonly StepRef[]): Promise<Rows> {
  let rows: Rows = [];
  for (const part of parts) {
    if (part.kind === "code") await sendCode(live, part.code, part.mark);
    else rows = await sendTexts(live, part, steps);
  }
  return rows;
}

async function sendTexts(live: Live, part: Extract<Part, { kind: "sql" }>, steps: readonly StepRef[]): Promise<Rows> {
  let rows: Rows;
  try {
    rows = await busy(live, steps, () => live.session.execute(part.texts));
  } catch (error) {
    // A COMMIT that fails (a deferred constraint) has ended its transaction.
    if (part.texts[indexOf(error)] === "COMMIT") live.open = false;
    throw marked(error, part.marks);
  }
  const last = part.texts.findLast((text) => text === "BEGIN" || text === "COMMIT");
  if (last !== undefined) live.open = last === "BEGIN";
  return rows;
}

function marked(error: unknown, marks: readonly Mark[]): unknown {
  if (error instanceof Interrupted) return error;
  const index = indexOf(error);
  const mark = marks[Math.min(index, marks.length - 1)];
  return mark === undefined ? error : new MarkedFailure(mark, error);
}

/** Which text failed; the first when the error does not say. */
function indexOf(error: unknown): number {
  return error instanceof Error && "index" in error && typeof error.index === "number" ? error.index : 0;
}

/** Runs a piece of a revision's code with a handle that ends with it. */
export async function sendCode(live: Live, code: Extract<Statement, { kind: "run" }>, mark: Mark): Promise<void> {
  const statements = mark.step.blocks[mark.block]?.statements.length ?? 0;
  live.emit({
    type: "statement",
    step: refOf(mark.step),
    block: mark.block + 1,
    statement: (mark.statement ?? 0) + 1,
    of: statements,
    description: code.description,
  });
  const handle = revisionDatabase(live.session, mark.step.id, live.request.interrupt);
  try {
    await busy(live, [mark.step], () => handle.run(code.run));
    const swallowed = handle.failure();
    throwIfInterrupted(live);
    // Code that caught a refused statement left a failed transaction: nothing in it can be committed any more.
    if (swallowed !== null && mark.step.blocks[mark.block]?.transaction) throw swallowed;
  } catch (error) {
    throw error instanceof Interrupted ? error : new MarkedFailure(mark, error);
  }
}

/** Sends texts that clean up; a cancel that arrives late gets a second try. */
export async function settle(live: Live, texts: readonly string[]): Promise<void> {
  try {
    await live.session.execute(texts);
  } catch (error) {
    if (!(error instanceof StatementFailure) || error.error.sqlstate !== "57014") throw error;
    await live.session.execute(texts);
  }
}

/**
 * Ends a transaction that failed. A message that was refused as a whole began none, and ROLLBACK would warn, so unless
 * one is known to be open the server is asked first.
 */
export async function rollBack(live: Live): Promise<void> {
  if (!live.open) {
    try {
      return await settle(live, ["SELECT 1"]);
    } catch (error) {
      if (!(error instanceof StatementFailure)) throw error;
    }
  }
  live.open = false;
  await settle(live, ["ROLLBACK"]);
}
