/** What the history says against what is asked for: pure checks before anything runs. */
import { problem } from "../../base/problem.ts";
import { progressText } from "./progress.ts";
import type { Applied, StepRef } from "./types.ts";

/**
 * Applied revisions whose file is not the one that was applied. Rows without a checksum (stamped without a file) and
 * revisions without a file are left out; so are half-done ones, whose file may be mended.
 *
 * ```ts
 * changedRevisions(applied, new Map([["74e0", { checksum: "ab…", file: "migrations/74e0.sql" }]]));
 * ```
 */
export function changedRevisions(
  applied: Applied,
  files: ReadonlyMap<string, { readonly checksum: string; readonly file: string }>,
): { readonly id: string; readonly file: string }[] {
  const changed: { readonly id: string; readonly file: string }[] = [];
  for (const row of applied.rows.values()) {
    const file = files.get(row.id);
    if (file === undefined || row.checksum === null || row.progress !== null) continue;
    if (file.checksum !== row.checksum) changed.push({ id: row.id, file: file.file });
  }
  return changed;
}

/**
 * Throws `run/half-done` when a revision is half done in a direction that none of the steps goes: an `up` must not
 * build on what is half taken back, nor a `down` take the ground from under what is half applied.
 */
export function checkHalfDone(applied: Applied, steps: readonly StepRef[]): void {
  if (steps.length === 0) return;
  const directions = new Set(steps.map(({ direction }) => direction));
  for (const row of applied.halfDone) {
    const { progress } = row;
    if (progress === null || directions.has(progress.direction)) continue;
    throw problem("run/half-done", {
      revision: row.id,
      direction: progress.direction,
      blocksDone: progressText(progress),
      error: row.error,
    });
  }
}
