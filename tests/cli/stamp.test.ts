import assert from "node:assert/strict";
import { test } from "node:test";
import { stampText } from "../../src/cli/verbs/stamp.ts";
import { viewOf } from "../../src/cli/terminal.ts";

test("a stamp of many revisions names the first of each kind, and all of them only with --verbose", () => {
  const names = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `${prefix}${n}`, message: "m", file: null }));
  const outcome = {
    database: "db",
    dryRun: false,
    status: "done",
    added: names("a", 10_000),
    removed: names("r", 11),
    renewed: names("c", 1),
  } as const;
  const lines = (verbose: boolean) => {
    const view = viewOf({ write: () => true }, {}, { color: "never", verbose, platform: "linux" });
    return stampText(outcome, view).trimEnd().split("\n");
  };
  assert.deepEqual(lines(false).map((line) => line.slice(0, 4).trim()), [
    ...Array.from({ length: 10 }, (_, n) => `+ a${n}`),
    "+ ..",
    ...Array.from({ length: 10 }, (_, n) => `- r${n}`),
    "- ..",
    "= c0",
  ]);
  assert.match(lines(false)[10] ?? "", /9990/);
  assert.equal(lines(true).length, 10_012);
});
