/** Which program this is, for what is kept between runs: another one may read a schema otherwise. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildInfo, version } from "../../base/build.ts";

let known: string | null = null;

/** A text that changes with the program: a build knows its own, from source the files tell. */
export function programState(): string {
  known ??= buildInfo === null
    ? `${version} ${stateOfFiles(fileURLToPath(new URL("../..", import.meta.url)))}`
    : `${version} ${buildInfo.target} ${buildInfo.sources}`;
  return known;
}

/**
 * The state of a directory's files, by names, sizes and times of change; none is read.
 *
 * ```ts
 * stateOfFiles("src");   // the same text until a file changes, comes or goes
 * ```
 */
export function stateOfFiles(directory: string): string {
  const hash = createHash("sha256");
  const walk = (below: string): void => {
    const entries = readdirSync(below, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
    for (const entry of entries) {
      const path = join(below, entry.name);
      if (entry.isDirectory()) {
        walk(path);
        continue;
      }
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}\0${size}\0${mtimeMs}\0`);
    }
  };
  walk(directory);
  return hash.digest("hex").slice(0, 16);
}
