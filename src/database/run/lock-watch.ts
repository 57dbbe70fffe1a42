/** Says which process holds the lock that a statement waits for, from a second connection. */
import type { Session } from "../session.ts";
import { blockersOf } from "./holder.ts";
import type { RunEvent, StepRef } from "./types.ts";

/** How long a statement runs before its locks are looked at, and between looks. */
export const watchEveryMs = 2_000;

/** A watch over one run. */
export interface LockWatch {
  /** Begins to watch a backend; returns what ends that. */
  start(pid: number, steps: readonly StepRef[]): () => void;
  close(): Promise<void>;
}

/** Watches nothing: for the embedded database, where nobody else is. */
export const noWatch: LockWatch = { start: () => () => {}, close: () => Promise.resolve() };

/**
 * Watches a run's statements. The second connection is opened when a statement has run for two seconds, and kept; when
 * it cannot be had, there is only less to say.
 */
export function lockWatch(
  open: (signal?: AbortSignal) => Promise<Session>,
  emit: (event: RunEvent) => void,
): LockWatch {
  let session: Promise<Session | null> | null = null;
  const closing = new AbortController();
  const look = async (pid: number, steps: readonly StepRef[], waitedMs: number, ended: () => boolean) => {
    session ??= open(closing.signal).catch(() => null);
    const other = await session;
    if (other === null || ended()) return;
    const by = await blockersOf(other, pid).catch(() => []);
    if (by.length > 0 && !ended()) emit({ type: "blocked", steps, waitedMs, by });
  };
  let looking: Promise<void> = Promise.resolve();
  return {
    start(pid, steps) {
      const began = performance.now();
      let stopped = false;
      const timer = setInterval(() => {
        looking = looking.then(() => look(pid, steps, Math.round(performance.now() - began), () => stopped));
      }, watchEveryMs);
      return () => {
        stopped = true;
        clearInterval(timer);
      };
    },
    async close() {
      closing.abort();
      // Closed before the look has ended: on a line that went silent it would never end.
      await (await session)?.close().catch(() => {});
      await looking;
    },
  };
}
