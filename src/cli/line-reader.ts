/** Reads lines of files that errors point at. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Gives line `line` (from 1) of `file`, or null when there is no such file or line. */
export function lineReader(cwd: string): (file: string, line: number) => string | null {
  return (file, line) => {
    try {
      return readFileSync(resolve(cwd, file), "utf8").split(/\r?\n/)[line - 1] ?? null;
    } catch {
      return null;
    }
  };
}
