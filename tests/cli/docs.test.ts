import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { commandsPage } from "../../scripts/docs.ts";
import { version } from "../../src/base/build.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("docs/commands.md is what the task writes", () => {
  assert.equal(read("docs/commands.md"), commandsPage(), "out of date: run deno task docs");
});

test("the program's version is the manifest's", () => {
  assert.equal(JSON.parse(read("deno.json")).version, version);
});
