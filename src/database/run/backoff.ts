/**
 * How long to wait before an attempt: exponential with "equal jitter" (half fixed, half by chance), so that runs that
 * failed together do not come back together.
 *
 * ```ts
 * backoffMs(1, () => 0.5); // 375
 * backoffMs(9, () => 0.5); // 7500
 * ```
 * `attempt` counts from 1. The wait doubles from half a second to ten.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(10_000, 500 * 2 ** (attempt - 1));
  return full / 2 + random() * full / 2;
}
