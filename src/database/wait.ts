/** Waits for a database that is starting: `--wait-for-db`. */
import { type Code, Problem, problem } from "../base/problem.ts";
import { openSession } from "./open.ts";
import type { OpenOptions, Session } from "./session.ts";

/** What time can mend. Everything else, such as a wrong password, is thrown at once. */
const passing: ReadonlySet<Code> = new Set<Code>([
  "database/refused",
  "database/socket-missing",
  "database/host-not-found",
  "database/timeout",
  "database/unreachable",
  "database/starting-up",
  "database/too-many-connections",
  "database/no-suitable-host",
  "database/does-not-exist",
]);

/** The pause between two tries grows from the first to the second; a local server starts in a few tenths. */
const shortestPauseMs = 20;
const longestPauseMs = 500;

/**
 * Opens a session, trying again until `durationMs` have passed while the server cannot be reached, is starting, or
 * does not have the database yet (a container's entry point creates it after the server is up).
 *
 * ```ts
 * const session = await waitForDatabase({ url, environment: process.env }, 30_000);
 * ```
 */
export async function waitForDatabase(options: OpenOptions, durationMs: number): Promise<Session> {
  let last: Problem | null = null;
  const end = performance.now() + durationMs;
  for (let pauseMs = shortestPauseMs;; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
    // One try may not outlast the whole wait: a packet that is dropped gets no answer.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(late), Math.max(0, end - performance.now()));
    const signals = options.signal === undefined ? [late.signal] : [late.signal, options.signal];
    try {
      return await openSession({ ...options, signal: AbortSignal.any(signals) });
    } catch (error) {
      if (error !== late && !(error instanceof Problem && passing.has(error.code))) throw error;
      if (error instanceof Problem) last = error;
      const leftMs = end - performance.now();
      if (leftMs <= 0) throw await noAnswer(options, durationMs, last);
      const { setTimeout: delay } = await import("node:timers/promises");
      await delay(Math.min(pauseMs, leftMs), undefined, options.signal === undefined ? {} : { signal: options.signal });
    } finally {
      clearTimeout(timer);
    }
  }
}

async function noAnswer(options: OpenOptions, durationMs: number, last: Problem | null): Promise<Problem> {
  const { displayConnection } = await import("./connection/settings.ts");
  const { serverSettings } = await import("./server/open.ts");
  const settings = serverSettings(options);
  const display = displayConnection(settings, settings.hosts);
  const seconds = durationMs / 1000;
  const answer = last?.code ?? "database/timeout";
  return problem("database/no-answer", { display, seconds, last: answer }, last === null ? {} : { cause: last });
}
