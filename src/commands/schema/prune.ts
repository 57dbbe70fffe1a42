/** Keeps a directory of files that can be made again from growing without end. */
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** How much may stay. */
export interface Limits {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Deletes the files that were touched longest ago until the rest is within the limits. The newest stays however large
 * it is. A file that another process takes away meanwhile is no error.
 *
 * ```ts
 * pruneDirectory(".migrate/cache", { files: 100, bytes: 200_000_000 });
 * ```
 */
export function pruneDirectory(directory: string, limits: Limits): void {
  const found = readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    const state = statSync(path, { throwIfNoEntry: false });
    return state === undefined || !state.isFile() ? [] : [{ path, bytes: state.size, touched: state.mtimeMs }];
  }).sort((a, b) => b.touched - a.touched);
  let bytes = 0;
  for (const [at, file] of found.entries()) {
    bytes += file.bytes;
    if (at > 0 && (at >= limits.files || bytes > limits.bytes)) rmSync(file.path, { force: true });
  }
}
