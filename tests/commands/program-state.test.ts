import assert from "node:assert/strict";
import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { programState, stateOfFiles } from "../../src/commands/schema/program-state.ts";
import { emptyDirectory } from "../support/mod.ts";

test("the state of sources changes with a file's text or time, with a new file and with one that goes", () => {
  const directory = emptyDirectory();
  mkdirSync(join(directory, "deep"));
  const file = join(directory, "deep", "a.ts");
  writeFileSync(file, "1");
  const seen = [stateOfFiles(directory)];
  assert.equal(stateOfFiles(directory), seen[0]);
  const changes = [
    () => writeFileSync(file, "12"),
    () => utimesSync(file, 1, 1),
    () => writeFileSync(join(directory, "b.ts"), ""),
    () => rmSync(file),
  ];
  for (const change of changes) {
    change();
    seen.push(stateOfFiles(directory));
  }
  assert.equal(new Set(seen).size, seen.length);
});

test("from source the program's state is that of its files", () => {
  assert.match(programState(), /^\d+\.\d+\.\d+ [0-9a-f]{16}$/);
});
