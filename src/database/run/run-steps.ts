/** Carries out steps under the run lock, one message after another, and keeps the account of what is committed. */
import { ConnectionLost } from "../session.ts";
import { runAlone } from "./alone.ts";
import { Aftermath } from "./aftermath.ts";
import { type Live, sendParts, throwIfInterrupted } from "./live.ts";
import { beginTexts, isPlain, type Mark, type Part, partsOf, type PartStep } from "./message.ts";
import { refOf } from "./load.ts";
import { sqlName } from "./table-names.ts";
import type { AppliedRow, LoadedStep, Progress, RunResult, StepDone } from "./types.ts";

/** At most so many steps in one message, and so many characters. */
const mostSteps = 64;
const mostCharacters = 512 * 1024;

/** A run's account. */
export interface Account {
  readonly all: readonly LoadedStep[];
  readonly done: StepDone[];
  /** Rows as they are in the database, by revision. */
  rows: ReadonlyMap<string, AppliedRow>;
  /** How many steps the next message may hold. */
  size: number;
}

/** Carries the steps out. `rows` is what the history table holds under the lock. */
export async function runSteps(
  live: Live,
  steps: readonly LoadedStep[],
  rows: ReadonlyMap<string, AppliedRow>,
): Promise<RunResult> {
  const account: Account = { all: steps, done: [], rows, size: 16 };
  const aftermath = new Aftermath(live, account);
  while (account.done.length < steps.length) {
    const batch = nextBatch(live, account);
    const began = live.clock.now();
    let measured: readonly number[];
    try {
      throwIfInterrupted(live);
      live.emit({ type: "started", steps: batch.map(refOf), index: account.done.length, count: steps.length });
      measured = await send(live, account, batch);
    } catch (error) {
      const result = await aftermath.of(error, batch, live.clock.now() - began);
      if (result !== null) return result;
      continue;
    }
    const elapsedMs = live.clock.now() - began;
    const durations = batch.length === 1
      ? [elapsedMs]
      : measured.length === batch.length
      ? measured
      : await recordedDurations(live, batch);
    const ended = await aftermath.committed(batch, durations);
    if (ended !== null) return ended;
    resize(account, elapsedMs);
  }
  return {
    status: "done",
    runId: live.request.identity.runId,
    done: account.done,
    failed: null,
    left: [],
    problem: null,
  };
}

/** Steps of the next message: one that needs care, or as many plain ones as fit. All of them in one transaction for `all`. */
function nextBatch({ request }: Live, { all, done, rows, size }: Account): LoadedStep[] {
  const rest = all.slice(done.length);
  if (request.policy.transaction === "all") return rest;
  const batch: LoadedStep[] = [];
  const ids = new Set<string>();
  let characters = 0;
  // A hook is told before the next step runs, so that it can end the run there.
  const most = request.onStep == null ? size : 1;
  for (const step of rest) {
    // The row of a step in the same message is not there yet when the message is written.
    const shareable = isPlain(step) && !ids.has(step.id) && rows.get(step.id)?.progress == null;
    if (batch.length > 0 && (!shareable || batch.length >= most || characters > mostCharacters)) break;
    batch.push(step);
    ids.add(step.id);
    characters += charactersOf(step);
    if (!shareable) break;
  }
  return batch;
}

function charactersOf({ blocks }: LoadedStep): number {
  let sum = 0;
  for (const { statements } of blocks) for (const one of statements) sum += one.kind === "sql" ? one.sql.length : 0;
  return sum;
}

/** Quick messages grow, slow ones shrink, so that progress is told about ten times a second. */
function resize(account: Account, elapsedMs: number): void {
  if (elapsedMs < 50) account.size = Math.min(mostSteps, account.size * 2);
  else if (elapsedMs > 150) account.size = Math.max(1, Math.floor(account.size / 2));
}

/** Sends a batch. Returns how long its steps took, when the same message could ask for that. */
async function send(live: Live, account: Account, batch: readonly LoadedStep[]): Promise<readonly number[]> {
  const [step] = batch;
  if (step === undefined) return [];
  if (live.request.policy.transaction === "all") {
    await sendAll(live, account, batch);
    return [];
  }
  if (batch.length === 1 && (!isPlain(step) || account.rows.get(step.id)?.progress != null)) {
    await sendCareful(live, account, step);
    return [];
  }
  const parts = partsOf(batch.map((step) => whole(step, account)), live.context);
  const [part] = parts;
  if (batch.length === 1 || parts.length > 1 || part?.kind !== "sql") {
    await sendParts(live, parts, batch.map(refOf));
    return [];
  }
  const last = batch.at(-1) ?? step;
  const mark: Mark = { step: last, block: Math.max(0, last.blocks.length - 1), statement: null };
  const asking: Part = {
    kind: "sql",
    texts: [...part.texts, durationsQuery(live, batch.length)],
    marks: [...part.marks, mark],
  };
  return (await sendParts(live, [asking], batch.map(refOf))).map(({ ms }) => Number(ms)).reverse();
}

/** What the server measured for the last steps, the last first. */
function durationsQuery({ request }: Live, count: number): string {
  return `SELECT duration_ms AS ms FROM ${sqlName(request.names.log)} ORDER BY id DESC LIMIT ${count}`;
}

function whole(step: LoadedStep, account: Account): PartStep {
  return { step, block: 0, end: step.blocks.length, row: step.direction === "down" || account.rows.has(step.id) };
}

/** How far an earlier run got with a step; null when it has not begun. */
function progressOf({ rows }: Account, step: LoadedStep): Progress | null {
  const progress = rows.get(step.id)?.progress ?? null;
  return progress?.direction === step.direction ? progress : null;
}

/** What is left of a step; a file that was cut short since has nothing left but the record. */
function rest(step: LoadedStep, block: number, row: boolean): PartStep {
  return block < step.blocks.length || block === 0
    ? { step, block, end: step.blocks.length, row }
    : { step: { ...step, blocks: [] }, block: 0, end: 0, row };
}

/** A step block by block, from where its row says. */
async function sendCareful(live: Live, account: Account, step: LoadedStep): Promise<void> {
  const row = account.rows.get(step.id);
  const progress = progressOf(account, step);
  if (progress !== null) {
    const changed = row?.checksum !== null && row?.checksum !== step.checksum;
    live.emit({ type: "resume", step: refOf(step), from: progress, changed });
  }
  const first = progress?.blocks ?? 0;
  let hasRow = row !== undefined;
  for (let index = first; index < step.blocks.length; index++) {
    throwIfInterrupted(live);
    if (step.blocks[index]?.transaction) {
      const parts = partsOf([{ step, block: index, end: index + 1, row: hasRow }], live.context);
      await sendParts(live, parts, [refOf(step)]);
    } else {
      const resumes = progress !== null && index === first;
      await runAlone(live, {
        step,
        block: index,
        statement: resumes ? progress.statements : 0,
        resumed: resumes ? { started: progress.started } : null,
        row: hasRow,
      });
    }
    hasRow = true;
  }
  // Nothing was left to run: no blocks at all, or all of them done and only the end not recorded.
  if (first >= step.blocks.length) {
    await sendParts(live, partsOf([rest(step, first, hasRow)], live.context), [refOf(step)]);
  }
}

/** One transaction for the whole run, in messages of a bearable size. */
async function sendAll(live: Live, account: Account, batch: readonly LoadedStep[]): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  const open: Mark = { step: first, block: 0, statement: null };
  const begin = beginTexts(live.context);
  await sendParts(live, [{ kind: "sql", texts: begin, marks: begin.map(() => open) }], [refOf(first)]);
  const rows = new Set(account.rows.keys());
  for (let at = 0; at < batch.length; at += mostSteps) {
    throwIfInterrupted(live);
    const chunk = batch.slice(at, at + mostSteps);
    const steps = chunk.map((step) => {
      const row = rows.has(step.id);
      const block = rows.has(step.id) ? progressOf(account, step)?.blocks ?? 0 : 0;
      if (step.direction === "down") rows.delete(step.id);
      else rows.add(step.id);
      return rest(step, block, row);
    });
    const parts: Part[] = partsOf(steps, live.context, true);
    await sendParts(live, parts, chunk.map(refOf));
  }
  const last = batch.at(-1) ?? first;
  const mark: Mark = { step: last, block: Math.max(0, last.blocks.length - 1), statement: null };
  await sendParts(live, [{ kind: "sql", texts: ["COMMIT"], marks: [mark] }], [refOf(last)]);
}

/** What the server measured for each step of a message, from the log. */
async function recordedDurations(live: Live, batch: readonly LoadedStep[]): Promise<number[]> {
  try {
    const rows = await live.session.query<{ ms: number }>(durationsQuery(live, batch.length));
    return rows.reverse().map(({ ms }) => ms);
  } catch (error) {
    // The message is committed, whatever became of the connection since: the next message will meet that.
    if (error instanceof ConnectionLost) return [];
    throw error;
  }
}
