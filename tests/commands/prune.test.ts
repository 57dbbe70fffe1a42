import assert from "node:assert/strict";
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pruneDirectory } from "../../src/commands/schema/prune.ts";
import { emptyDirectory } from "../support/mod.ts";

/** Files of 10 bytes each, the first one touched last. */
function directoryOf(names: readonly string[]): string {
  const directory = emptyDirectory();
  for (const [at, name] of names.entries()) {
    writeFileSync(join(directory, name), "0123456789");
    utimesSync(join(directory, name), 1_000_000 - at, 1_000_000 - at);
  }
  return directory;
}

test("what was touched longest ago goes first, by number and by size", () => {
  const names = ["c", "a", "d", "b"];
  const byNumber = directoryOf(names);
  pruneDirectory(byNumber, { files: 3, bytes: 1_000 });
  assert.deepEqual(readdirSync(byNumber).sort(), ["a", "c", "d"]);
  const bySize = directoryOf(names);
  pruneDirectory(bySize, { files: 100, bytes: 25 });
  assert.deepEqual(readdirSync(bySize).sort(), ["a", "c"]);
});

test("the newest stays however large it is, and directories stay", () => {
  const directory = directoryOf(["new", "old"]);
  mkdirSync(join(directory, "below"));
  pruneDirectory(directory, { files: 1, bytes: 1 });
  assert.deepEqual(readdirSync(directory).sort(), ["below", "new"]);
});
