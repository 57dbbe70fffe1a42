import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Problem } from "../../src/base/problem.ts";
import { catalogue } from "../../src/base/problems/catalogue.ts";
import { warnings } from "../../src/base/problems/warnings.ts";
import { allCodes, explainCommand, explanationOf } from "../../src/commands/explain.ts";

const root = fileURLToPath(new URL("../../src", import.meta.url));

/** All source text outside of the catalogue. */
function sources(directory: string): string {
  return readdirSync(directory, { withFileTypes: true }).map((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === "problems" ? "" : sources(path);
    return entry.name.endsWith(".ts") ? readFileSync(path, "utf8") : "";
  }).join("\n");
}

test("every code is explained without data: title, why, what to do, exit code", () => {
  for (const code of allCodes()) {
    const { title, why, advice, exit } = explanationOf(code);
    for (const [name, text] of Object.entries({ title, why, advice })) {
      assert.match(text, /\S/, `${code}: ${name} is empty`);
      assert.doesNotMatch(text, /undefined|\[object/, `${code}: ${name}`);
      assert.doesNotMatch(text, /\.$/, `${code}: ${name} ends with a full stop`);
    }
    const exits: readonly (number | null)[] = Object.hasOwn(warnings, code) ? [null] : [2, 3, 4, 5, 130, 143];
    assert.ok(exits.includes(exit), `${code}: exit ${exit}`);
    assert.match(code, /^[a-z]+\/[a-z0-9-]+$/);
  }
});

test("a hint that needs data has an advice for where there is none", () => {
  for (const [code, kind] of Object.entries(catalogue)) {
    if (typeof kind.hint !== "string") assert.ok("advice" in kind && kind.advice !== undefined, code);
  }
});

test("every code is raised somewhere", () => {
  const text = sources(root);
  const unused = allCodes().filter((code) => !text.includes(`"${code}"`));
  assert.deepEqual(unused, []);
});

test("explain: one, all, and the nearest to a wrong one", () => {
  assert.equal(explainCommand({ code: "revision/not-found" }).codes.length, 1);
  assert.equal(explainCommand({ code: null }).codes.length, allCodes().length);
  const nearestTo = (code: string) => {
    try {
      explainCommand({ code });
    } catch (error) {
      if (error instanceof Problem) return (error.data as { nearest: string | null }).nearest;
    }
    return undefined;
  };
  assert.equal(nearestTo("revision/notfound"), "revision/not-found");
  assert.equal(nearestTo("not-found"), "config/not-found");
  assert.equal(nearestTo("zzz"), null);
});
