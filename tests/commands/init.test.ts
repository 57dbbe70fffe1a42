import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { initCommand } from "../../src/commands/init.ts";
import { emptyDirectory } from "../support/mod.ts";

test("a place where nothing can be made is a problem that names the file", async () => {
  const cwd = emptyDirectory();
  writeFileSync(join(cwd, "file"), "");
  const { signal } = new AbortController();
  const context = {
    cwd,
    environment: {},
    flags: {},
    signal,
    hold: <T>(work: () => Promise<T>) => work(),
    report: () => {},
  };
  const made = initCommand({ directory: "file/project", template: null }, context);
  await assert.rejects(made, { code: "file/unwritable" });
});
