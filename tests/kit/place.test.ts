import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { importUserModule } from "../../src/base/user-module.ts";

test("an operation that refuses its arguments points to where it was called", async () => {
  const directory = mkdtempSync(join(tmpdir(), "revision-"));
  const path = join(directory, "a.ts");
  writeFileSync(
    path,
    `import { addColumn, createTable } from "migrate:kit";
export const up = [
  addColumn("t", "a", "integer"),
    createTable("t", { id: { type: "" } }),
];
`,
  );
  try {
    const kit = () => import("../../src/kit/mod.ts");
    await assert.rejects(
      importUserModule(path, { file: "migrations/a.ts", what: "revision", typescript: "allow", kit }),
      (error) => {
        assert.ok(error instanceof Problem);
        assert.equal(error.code, "kit/bad-argument");
        assert.deepEqual(error.at, { file: "migrations/a.ts", line: 4, column: 5 });
        return true;
      },
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
});
