/** Runs a plan: looks first, takes the run lock, looks again, and carries the steps out. */
import { problem } from "../../base/problem.ts";
import { checkHalfDone } from "./check.ts";
import { systemClock } from "./clock.ts";
import { readApplied } from "./history.ts";
import { cancelOnInterrupt, Interrupted, interruptOf, type Live } from "./live.ts";
import { type BodyCache, loadSteps, refOf } from "./load.ts";
import { lockWatch, noWatch } from "./lock-watch.ts";
import { acquireRunLock, type RunLock } from "./run-lock.ts";
import { runSteps } from "./run-steps.ts";
import { ensureVersion, newestLayout } from "./tables.ts";
import type { Applied, LoadedStep, RunEvent, RunRequest, RunResult } from "./types.ts";

/**
 * Carries out what `request.plan` asks for and says how that ended. With nothing to do it takes no lock and writes
 * nothing. What stops a run before its first step is thrown as a `Problem` (`run/changed`, `run/lock-held`, what the
 * plan throws, …); what stops it later is in the result, with what was done and what is left.
 *
 * ```ts
 * const result = await runPlan(request);
 * if (result.problem !== null) show(result.failed, result.left);
 * ```
 */
export async function runPlan(request: RunRequest): Promise<RunResult> {
  const cache: BodyCache = new Map();
  const seen = request.applied ?? await readApplied(request.session, request.names);
  if ((await stepsFor(request, seen, cache)).length === 0) return ended(request, "done");
  if (seen.readOnly) throw problem("run/read-only", { database: request.session.display });
  const interrupted = () => endedByInterrupt(request);
  if (request.interrupt?.aborted) return interrupted();
  const clock = request.clock ?? systemClock;
  const emit = (event: RunEvent) => request.onEvent?.(event);
  const lock = await acquireRunLock({ ...request, clock, emit, interrupt: request.interrupt });
  if (lock === null) return interrupted();
  const session = { current: request.session };
  try {
    const live = liveRun(request, lock, clock, emit);
    const stopListening = cancelOnInterrupt(live);
    try {
      return await underLock(live, cache);
    } catch (error) {
      if (error instanceof Interrupted) return interrupted();
      throw error;
    } finally {
      stopListening();
      session.current = live.session;
      await live.watch.close();
    }
  } finally {
    await lock.release(session.current);
    if (session.current !== request.session) await session.current.close().catch(() => {});
  }
}

function liveRun(request: RunRequest, lock: RunLock, clock: Live["clock"], emit: Live["emit"]): Live {
  const { names, identity, policy, session } = request;
  return {
    request,
    clock,
    emit,
    context: { record: { names, identity, lease: lock.lease }, policy },
    lock,
    watch: session.kind === "server" ? lockWatch(request.open, emit) : noWatch,
    session,
    open: false,
    busy: false,
    cancelling: null,
  };
}

async function underLock(live: Live, cache: BodyCache): Promise<RunResult> {
  const { request } = live;
  // Another run may have done it all while this one waited.
  const applied = await readApplied(live.session, request.names);
  const steps = await stepsFor(request, applied, cache);
  if (steps.length === 0) return ended(request, "done");
  live.emit({ type: "plan", steps: steps.map(refOf) });
  if (applied.layout < newestLayout) {
    const { names, policy } = request;
    const none = applied.layout === 0;
    const made = await ensureVersion({ session: live.session, names, role: policy.role, none, lease: false });
    live.emit({ type: "tables", ...made });
  }
  return await runSteps(live, steps, applied.rows);
}

async function stepsFor(request: RunRequest, applied: Applied, cache: BodyCache): Promise<LoadedStep[]> {
  const planned = await request.plan(applied);
  checkHalfDone(applied, planned);
  return await loadSteps(planned, request.policy, cache);
}

function ended({ identity }: RunRequest, status: RunResult["status"]): RunResult {
  return { status, runId: identity.runId, done: [], failed: null, left: [], problem: null };
}

function endedByInterrupt(request: RunRequest): RunResult {
  const code = interruptOf(request) === "SIGTERM" ? "run/terminated" : "run/interrupted";
  return { ...ended(request, "interrupted"), problem: problem(code, { revision: null }) };
}
