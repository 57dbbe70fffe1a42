/** A directory of its own for a test, with the files that the test names. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Directory {
  readonly path: string;
  readonly remove: () => void;
}

export function directoryWith(files: Readonly<Record<string, string | Uint8Array>>): Directory {
  const path = mkdtempSync(join(tmpdir(), "migrate files-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a test with such a directory, and removes it. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (path: string) => T | Promise<T>,
): Promise<T> {
  const directory = directoryWith(files);
  try {
    return await work(directory.path);
  } finally {
    directory.remove();
  }
}
