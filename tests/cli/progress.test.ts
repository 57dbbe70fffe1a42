import assert from "node:assert/strict";
import { test } from "node:test";
import { progressOn } from "../../src/cli/progress.ts";
import { viewOf } from "../../src/cli/terminal.ts";

test("the database is named once, however often a command looks at it", () => {
  let text = "";
  const stream = { write: (more: string) => (text += more) !== "" };
  const view = viewOf(stream, {}, { color: "never", verbose: false, platform: "linux" });
  const { event, close } = progressOn({ stream, view, quiet: false, lines: null });
  for (const display of ["pglite:a", "pglite:a", "pglite:b"]) {
    event({ type: "database", display, env: null, protected: false });
  }
  close();
  assert.deepEqual(text.split("\n").filter((line) => line !== ""), ["Database: pglite:a", "Database: pglite:b"]);
});
