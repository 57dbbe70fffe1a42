import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { test } from "node:test";
import { loaderCommand } from "../../src/commands/load-models.ts";
import { fingerprint } from "../../src/models/fingerprint.ts";
import { modelDdl } from "../../src/models/mod.ts";

const users =
  `import { table, z } from "migrate:kit";\nexport const User = table("users", z.object({ id: z.int() }));\n`;

/** A directory with files, and the fingerprint of the models that `a.ts` in it is. */
function directory(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "models-"));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const key = (naming = {}) =>
    fingerprint({ files: [{ path: join(root, "a.ts"), file: "a.ts", casing: null }], naming, complete: true });
  return { root, write, key, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}

test("a fingerprint changes with every file that models are made of", () => {
  const files: Readonly<Record<string, string>> = {
    "a.ts": `import { b } from "./b.js";\nimport data from "./c.json" with { type: "json" };\n${users}`,
    "b.ts": `export * from './deep/d';\nimport { z } from "zod";`,
    "deep/d.ts": `import "../a.ts";`,
    "c.json": "{}",
  };
  using here = directory(files);
  const first = here.key();
  assert.ok(first !== null);
  assert.equal(here.key(), first);
  const keys = [first, here.key({ ix: "x" })];
  for (const [name, text] of Object.entries(files)) {
    here.write(name, `${text}\n`);
    keys.push(here.key());
  }
  here.write("node_modules/zod/package.json", "{}");
  keys.push(here.key());
  assert.ok(keys.every((key) => key !== null));
  assert.equal(new Set(keys).size, keys.length);
});

test("models that look at more than their files have no fingerprint", () => {
  for (
    const text of [
      `const a = process.env["A"];`,
      `await import(name);`,
      `const fs = require("fs");`,
      `import { readFileSync } from "node:fs";`,
      `import thing from "some-package";`,
      `import "./missing.ts";`,
      `const here = import.meta.url;`,
      `const b = globalThis;`,
      `import "./either.js";`,
      `import "./either";`,
    ]
  ) {
    using here = directory({ "a.ts": `${users}${text}`, "either.ts": "", "either.js": "" });
    assert.equal(here.key(), null, text);
  }
});

test("what is known is not loaded again, until a file changes", async () => {
  using here = directory({ "a.ts": users });
  const kept = new Map<string, string>();
  const cache = {
    get: (key: string) => kept.get(key) ?? null,
    put: (key: string, text: string) => void kept.set(key, text),
  };
  const read = (loader: readonly string[]) =>
    modelDdl(["a.ts"], {
      root: here.root,
      cwd: here.root,
      typescript: "allow",
      timeoutMs: 60_000,
      naming: {},
      environment: process.env,
      loader,
      cache,
    });
  const first = await read(loaderCommand());
  assert.equal(kept.size, 1);
  assert.deepEqual(await read(["no-such-program-at-all"]), first);
  here.write("a.ts", users.replace("users", "people"));
  await assert.rejects(read(["no-such-program-at-all"]));
  const [changed] = (await read(loaderCommand())).statements;
  assert.match(changed?.sql ?? "", /CREATE TABLE people/);
});
