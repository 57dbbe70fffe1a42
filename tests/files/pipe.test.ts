import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { test } from "node:test";
import { readRevisions } from "../../src/files/mod.ts";
import { withFiles } from "./directory.ts";

test("a pipe among the revisions is a problem and no wait", { skip: process.platform === "win32" }, async () => {
  await withFiles({ "a.sql": "-- a\n-- revision: a\n-- parents: none\n" }, (root) => {
    assert.equal(spawnSync("mkfifo", [join(root, "b.sql")]).status, 0);
    const { revisions, problems } = readRevisions({ directories: [root], cwd: root });
    assert.deepEqual([revisions.map(({ id }) => id), problems.map(({ code }) => code)], [["a"], ["file/unreadable"]]);
    return Promise.resolve();
  });
});
