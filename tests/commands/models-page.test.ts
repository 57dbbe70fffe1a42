import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { binary, emptyDirectory, project } from "../support/mod.ts";

test("the examples of docs/models.md are models that run, all of them together", async () => {
  const page = readFileSync(join(project, "docs/models.md"), "utf8");
  const examples = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  assert.ok(examples.length > 3);
  const directory = emptyDirectory();
  mkdirSync(join(directory, "models"));
  for (const [at, text] of examples.entries()) writeFileSync(join(directory, "models", `${at}.ts`), text);
  const settings = ["privileges", "owners"].map((key) => `${key} = true\n`).join("");
  writeFileSync(join(directory, "migrate.toml"), `models = ["models/*.ts"]\n${settings}`);
  const { code, stdout, stderr } = await binary(["diff", "empty", "models", "--format", "summary"], { cwd: directory });
  assert.equal(code, 0, stderr);
  for (const made of ["table hotel.bookings", "public.events_2026", "materialized view public.totals"]) {
    assert.ok(stdout.includes(made), `${made} is not in\n${stdout}`);
  }
});
