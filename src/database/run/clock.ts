/** Real time and chance, for runs; tests bring their own {@link Clock}. */
import type { Clock } from "./types.ts";

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  sleep(ms, signal) {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(end, ms);
      function end() {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      }
      signal?.addEventListener("abort", end, { once: true });
    });
  },
  random: Math.random,
};

/**
 * A new run's id: 16 hex digits by chance.
 *
 * ```ts
 * newRunId();   // "9f2c41d07ab35e68"
 * ```
 */
export function newRunId(): string {
  // The global: node:crypto takes a start of the program 2 ms to load.
  return Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString("hex");
}
