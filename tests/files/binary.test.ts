import assert from "node:assert/strict";
import { test } from "node:test";
import { binary } from "../support/mod.ts";
import { withFiles } from "./directory.ts";

const toml = `url = "pglite:memory"\nmigrations = ["my migrations"]\n`;
const head = "// é\n// revision: r1\n// parents: none\n";
const list = (cwd: string, env: Readonly<Record<string, string>> = {}) =>
  binary(["up", "--dry-run", "--from", "base"], { cwd, env });

/** What is seen of a project that has nothing installed. */
const files = {
  "migrate.toml": toml,
  "my migrations/it's 日本.ts": `${head}import { sql } from "migrate:kit";
import { z } from "zod";
import { pgTable, text } from "drizzle-orm/pg-core";
import { name } from "./lib/name.js";
import data from "./lib/data.json" with { type: "json" };

enum Kind { Word = "enum" }
const table = pgTable(name, { id: text() });
const words = [z.string().parse("zod"), table.id.name, data.word, Kind.Word];
export const up = async ({ args }: { args: Record<string, string> }) => [
  { ...sql\`\`, sql: [\`select '\${[...words, args["word"]].join(" ")}'\`] },
];
`,
  "my migrations/lib/name.ts": `export const name: string = "t";`,
  "my migrations/lib/data.json": `{ "word": "json" }`,
};

test("the built program loads TypeScript revisions with nothing installed", async () => {
  await withFiles(files, async (root) => {
    const { code, stdout, stderr } = await binary(["up", "--dry-run", "--from", "base", "-x", "word=arg"], {
      cwd: root,
    });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /select 'zod id json enum arg'/);
  });
});

test("the built program leaves a project's own packages alone", async () => {
  const own = {
    ...files,
    "node_modules/zod/package.json": `{ "name": "zod", "version": "9.9.9", "type": "module", "exports": "./own.js" }`,
    "node_modules/zod/own.js": `export const z = { string: () => ({ parse: () => "own" }) };`,
  };
  await withFiles(own, async (root) => {
    const { code, stdout, stderr } = await list(root);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /select 'own id json enum /);
  });
});

test("the built program fetches nothing, and deny runs nothing", async () => {
  const missing = `${head}import a from "left-pad";\nconsole.log("ran");\nexport const up = [a];\n`;
  await withFiles({ "migrate.toml": toml, "my migrations/a.ts": missing }, async (root) => {
    const found = await list(root);
    assert.equal(found.code, 3);
    assert.match(found.stderr, /my migrations\/a\.ts:4:\d+/);
    assert.match(found.stderr, /"left-pad"/);
  });
  const prints = `${head}console.log("ran");\nexport const up = [];\n`;
  await withFiles({ "migrate.toml": toml, "my migrations/a.ts": prints }, async (root) => {
    const { stdout, stderr } = await list(root);
    assert.match(stderr, /^ran$/m);
    assert.doesNotMatch(stdout, /ran/, "what users' code prints is not the command's result");
    const denied = await list(root, { MIGRATE_TYPESCRIPT: "deny" });
    assert.equal(denied.code, 2);
    assert.doesNotMatch(denied.stdout + denied.stderr, /\bran\b/);
  });
});

test("the built program reads a config in TypeScript", async () => {
  const config = `import { defineConfig } from "migrate:kit";
export default defineConfig({ url: "pglite:memory", lock_timeout: "7s" });
`;
  await withFiles({ "migrate.config.ts": config }, async (root) => {
    const { code, stdout, stderr } = await binary(["config", "show"], { cwd: root });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /lock_timeout +"7s" +migrate\.config\.ts/);
  });
});
