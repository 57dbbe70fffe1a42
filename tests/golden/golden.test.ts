/**
 * Every golden file says what the differ and autogenerate make of its two schemas. `deno task golden` writes the lower
 * sections anew; look at the difference as an expert before you commit it.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { generate } from "./generate.ts";
import { goldenCases, goldenText } from "./golden-case.ts";

for (const golden of goldenCases(join(import.meta.dirname ?? "", "cases"))) {
  test(`${golden.name}: what is written, proven both ways, and claimed of each statement`, async () => {
    const { parts, understated } = await generate(golden);
    assert.equal(goldenText({ ...golden, parts }), goldenText(golden));
    assert.deepEqual(understated, []);
  });
}
