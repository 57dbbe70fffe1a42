import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { readRevisions } from "../../src/files/directory.ts";
import { checksumOfFile, compareSum, formatSum, parseSum, sumProblem, writeSum } from "../../src/files/sum.ts";
import { checksum } from "../../src/files/text.ts";
import { withFiles } from "./directory.ts";

const revision = (id: string) => `-- ${id}\n-- revision: ${id}\n-- parents: none\n-- migrate:up\n`;
const files = { "m/b.sql": revision("b"), "m/a it's.sql": revision("a"), "n/c.sql": revision("c") };

test("checksums taken while headers are read are those of the whole files", async () => {
  const texts = {
    "a.sql": revision("a"),
    "b.sql": "\ufeff" + revision("b").replaceAll("\n", "\r\n") + "-- é",
    "c.sql": revision("c") + "-- 8 kB and more\n".repeat(600),
    "d.sql": (revision("d") + "-".repeat(8192)).slice(0, 8192),
    "e.sql": (revision("e") + "-".repeat(8191)).slice(0, 8191),
  };
  await withFiles(texts, (root) => {
    const { revisions } = readRevisions({ directories: [root], cwd: root, checksums: true });
    assert.deepEqual(revisions.map(checksumOfFile), Object.values(texts).map(checksum));
    assert.deepEqual(revisions.map(({ id, checksum }) => checksum === undefined ? null : id), [
      "a",
      "b",
      null,
      null,
      "e",
    ]);
    assert.ok(readRevisions({ directories: [root], cwd: root }).revisions.every((one) => one.checksum === undefined));
  });
});

test("a sum file lists its directory in the order of the graph, and then agrees with it", async () => {
  await withFiles(files, (root) => {
    const directories = [join(root, "m"), join(root, "n")];
    const { revisions } = readRevisions({ directories, cwd: root });
    const graphOrder = revisions.toReversed();
    const directory = join(root, "m");
    assert.equal(compareSum(graphOrder, directory, root)?.present, false);
    writeSum(graphOrder, directory);
    assert.equal(
      readFileSync(join(directory, "migrate.sum"), "utf8"),
      "# migrate.sum 1: SHA-256 of each revision, line ends normalised, in the order of the graph\n" +
        `${checksum(revision("b"))}  b.sql\n${checksum(revision("a"))}  a it's.sql\n`,
    );
    assert.equal(compareSum(graphOrder, directory, root), null);
    assert.equal(compareSum(revisions, directory, root)?.reordered, true);

    writeFileSync(join(directory, "b.sql"), revision("b").replaceAll("\n", "\r\n"));
    assert.equal(compareSum(graphOrder, directory, root), null);
    writeFileSync(join(directory, "b.sql"), revision("b") + "select 1;");
    writeFileSync(join(directory, "d.sql"), revision("d"));
    rmSync(join(directory, "a it's.sql"));
    const found = compareSum(readRevisions({ directories, cwd: root }).revisions, directory, root);
    assert.ok(found);
    assert.deepEqual({ ...found, directory: "" }, {
      directory: "",
      file: "m/migrate.sum",
      present: true,
      changed: ["b.sql"],
      unlisted: ["d.sql"],
      gone: ["a it's.sql"],
      reordered: false,
    });
    assert.equal(sumProblem(found).code, "file/sum-mismatch");
  });
});

test("a sum file reads back as it was written, also with CRLF; a conflict is seen", () => {
  const entries = [{ name: "a b.sql", checksum: "0".repeat(64) }, { name: "é.ts", checksum: "f".repeat(64) }];
  assert.deepEqual(parseSum(formatSum(entries), "s"), entries);
  assert.deepEqual(parseSum(formatSum(entries).replaceAll("\n", "\r\n"), "s"), entries);
  for (const [line, conflict] of [["<<<<<<< ours", true], ["=======", true], ["abc  x", false]] as const) {
    assert.throws(() => parseSum(formatSum(entries) + line, "s"), (error: unknown) => {
      assert.ok(error instanceof Problem);
      assert.deepEqual([error.code, error.data, error.at?.line], ["file/bad-sum", { conflict }, 4]);
      return true;
    });
  }
});
