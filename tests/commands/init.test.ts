import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { initCommand } from "../../src/commands/init.ts";
import { binary, emptyDirectory } from "../support/mod.ts";

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
  await assert.rejects(made, (error: unknown) => {
    assert.ok(error instanceof Problem && error.code === "file/unwritable");
    assert.equal((error.data as { inTheWay: string }).inTheWay, join(cwd, "file"));
    return true;
  });
});

test("what init says to do next can be done, with every template", async () => {
  for (const template of ["sql", "ts", "drizzle", "multidb"]) {
    const directory = emptyDirectory();
    const { stdout } = await binary(["init", "--template", template], { cwd: directory });
    const steps = [...stdout.matchAll(/^ {2}migrate (.*?)(?: {2,}|$)/gm)].map(([, words = ""]) => words);
    assert.deepEqual(steps.map((words) => words.split(" ")[0]), ["revision", "up", "status"]);
    for (const words of steps.slice(0, 2)) {
      const args = words.split(" ").map((word) => word.replaceAll('"', ""));
      const { code, stderr } = await binary(args, { cwd: directory });
      assert.equal(code, 0, `${template}: migrate ${words}\n${stderr}`);
    }
  }
});
