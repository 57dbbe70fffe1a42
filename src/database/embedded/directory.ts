/** The directory of an embedded database: made from the pack when it is new, refused when it is something else. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { problem } from "../../base/problem.ts";
import { lockFiles } from "./lock.ts";
import type { PackedFile } from "./pack.ts";

/** Written last, so a directory that has it is whole. PostgreSQL's own file with its major version. */
const versionFile = "PG_VERSION";

/** The embedded PostgreSQL's major version. */
export const majorVersion = "18";

/**
 * Makes a directory ready for an engine: lays the pack's files into an empty one, checks the version of an existing
 * one. The caller holds the directory's lock. An interrupted earlier laying is begun again.
 */
export function prepareDirectory(directory: string, display: string, files: () => readonly PackedFile[]): void {
  const path = join(directory, versionFile);
  if (existsSync(path)) {
    const found = readFileSync(path, "utf8").trim();
    if (found !== majorVersion) throw problem("embedded/version", { display, found, wanted: majorVersion });
    return;
  }
  const packed = files();
  const known = new Set<string>([...Object.values(lockFiles), ...packed.map((file) => file.path.split("/")[0] ?? "")]);
  const foreign = readdirSync(directory).find((name) => !known.has(name));
  if (foreign !== undefined) throw problem("embedded/not-a-database", { display, foreign });
  for (const name of readdirSync(directory)) {
    if (name !== lockFiles.lock && name !== lockFiles.holder) rmSync(join(directory, name), { recursive: true });
  }
  layFiles(directory, packed);
}

function layFiles(directory: string, files: readonly PackedFile[]): void {
  for (const { path, content } of files) {
    if (content === null) mkdirSync(join(directory, path), { mode: 0o700 });
    else if (path !== versionFile) writeNew(join(directory, path), content);
  }
  const version = files.find(({ path }) => path === versionFile);
  if (version?.content) writeNew(join(directory, versionFile), version.content);
}

function writeNew(path: string, content: Uint8Array): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, content);
  } finally {
    closeSync(file);
  }
}
