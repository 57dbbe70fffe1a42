/**
 * What users' TypeScript may import is the same in all ways of running: this file runs the program from source by the
 * runtime that it is run by (Deno, Bun), and the built program.
 */
import assert from "node:assert/strict";
import { appendFileSync, cpSync, realpathSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { test } from "node:test";
import { loaderCommand } from "../../src/commands/load-models.ts";
import { modelDdl } from "../../src/models/mod.ts";
import { project } from "../support/mod.ts";
import { withFiles } from "./directory.ts";
import { ways } from "./ways.ts";

/** The part of the reply that is looked at. */
interface Failed {
  readonly error: { readonly code: string; readonly at: { readonly file: string; readonly line: number } };
}

/** A registry that has no package and remembers what it was asked for. */
async function emptyRegistry() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}/`, asked, [Symbol.asyncDispose]: close };
}

const head = "// m\n// revision: r1\n// parents: none\n";
const toml = `url = "pglite:memory"\nmigrations = ["m"]\n`;
const packageOf = (name: string, rest: object) => JSON.stringify({ name, version: "1.0.0", ...rest });

/** A project with packages of every kind, as installers leave them. */
const files = {
  "package.json": packageOf("shop", { imports: { "#words": "./m/lib/words.ts" } }),
  "migrate.config.ts": `import { defineConfig } from "migrate:kit";
import common from "common";
import { directory } from "./settings.js";
export default defineConfig({ url: "pglite:memory", migrations: [directory], lock_timeout: common.timeout });
`,
  "settings.ts": `export const directory: string = "m";`,
  "m/a.ts": `${head}import fs from "fs";
import { createServer } from "node:http";
import { join } from "node:path";
import check from "fast-check-alias";
import { z } from "zod";
import { pgTable, text } from "drizzle-orm/pg-core";
import { sql } from "migrate:kit";
import common, { "odd name" as odd, nested, version } from "common";
import transpiled, { named } from "transpiled";
import { kind } from "@scope/both";
import deep from "@scope/both/deep/one";
import { viaDependency } from "outer";
import { bundled, likeOurs } from "for-bundlers";
import { file } from "./lib/renamed.js";
import { noExtension } from "./lib/renamed";
import { index } from "./lib/folder";
import { spaced } from "./lib/a b.ts";
import { word } from "#words";
import data, { list } from "./lib/data.json";
import typed from "./lib/data.json" with { type: "json" };

enum Kind { Word = "enum" }
const table = pgTable("t", { id: text() });
const words = async () => [
  typeof fs.readFileSync, join("a", "b"), check.integer().constructor.name.length > 0, z.string().parse("zod"), z.own,
  table.id.name, common.name, odd, nested.deep, version, transpiled, named, kind, deep, viaDependency, bundled, likeOurs, file,
  noExtension, index, spaced, word, data.word, list.length, typed.word, Kind.Word, (await import("./lib/late.js")).late,
];
export const up = async () => [{ ...sql\`\`, sql: [\`select '\${(await words()).join(" ")}'\`] }];
`,
  "m/lib/renamed.ts": `import { kind } from "@scope/both";
export const file: string = "js-is-ts:" + kind;
export const noExtension: string = "without";
`,
  "m/lib/folder/index.ts": `export { index } from "./inner.mjs";`,
  "m/lib/folder/inner.mts": `export const index: string = "index";`,
  "m/lib/a b.ts": `export const spaced: string = "spaced";`,
  "m/lib/words.ts": `export const word: string = "#words";`,
  "m/lib/late.ts": `export const late: string = "late";`,
  "m/lib/data.json": `{ "word": "json", "list": [1, 2] }`,
  "node_modules/common/package.json": packageOf("common", { main: "lib" }),
  "node_modules/common/lib/index.js": `#!/usr/bin/env node
const inner = require("./inner");
module.exports = { name: "common", timeout: "7s", nested: inner, "odd name": "odd", version: require("../package.json").version };
`,
  "node_modules/common/lib/inner.js": `exports.deep = require("path").posix.basename(__filename);`,
  "node_modules/transpiled/package.json": packageOf("transpiled", { main: "index.cjs" }),
  "node_modules/transpiled/index.cjs":
    `Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = "default";\nexports.named = "named";`,
  "node_modules/@scope/both/package.json": packageOf("@scope/both", {
    exports: {
      ".": { import: "./dist/index.mjs", require: "./dist/index.cjs" },
      "./deep/*": "./dist/deep/*.mjs",
    },
  }),
  "node_modules/@scope/both/dist/index.mjs": `export const kind = "import";`,
  "node_modules/@scope/both/dist/index.cjs": `exports.kind = "require";`,
  "node_modules/@scope/both/dist/deep/one.mjs": `export default "deep";`,
  "node_modules/outer/package.json": packageOf("outer", { type: "module", exports: "./index.js" }),
  "node_modules/outer/index.js": `import inner from "inner";
import { kind } from "@scope/both";
export const viaDependency = inner.name + "+" + inner.kind + "+" + kind;
`,
  "node_modules/outer/node_modules/inner/package.json": packageOf("inner", {}),
  "node_modules/outer/node_modules/inner/index.js":
    `exports.name = "inner"; exports.kind = require("@scope/both").kind;`,
  "node_modules/for-bundlers/package.json": packageOf("for-bundlers", { type: "module", main: "main.js" }),
  "node_modules/for-bundlers/main.js": `export { bundled } from "./part";\nexport * from "./json.mjs";`,
  "node_modules/for-bundlers/json.mjs": `export * from "./commonjs.mjs";`,
  "node_modules/for-bundlers/commonjs.mjs": `export * from "./entry.mjs";`,
  "node_modules/for-bundlers/entry.mjs": `export const likeOurs = "like-ours";`,
  "node_modules/for-bundlers/part.js": `export const bundled = "bundled";`,
};

const found =
  "function a/b true zod own-zod id common odd inner.js 1.0.0 default named import deep inner+require+import " +
  "bundled like-ours js-is-ts:import without index spaced #words json 2 json enum late";

/** Real packages: a copy of zod that can be told from the program's, and links as pnpm makes them. */
function installPackages(root: string): void {
  const packages = join(root, "node_modules");
  cpSync(realpathSync(join(project, "node_modules/zod")), join(packages, "zod"), {
    recursive: true,
    filter: (path) => !/\.(?:cts|cjs|md)$|\.d\.ts$|[\\/]src$|[\\/]v3$/.test(path),
  });
  // What zod exports is in one namespace, `z`; the mark is a member of it.
  appendFileSync(join(packages, "zod/v4/classic/external.js"), '\nexport const own = "own-zod";\n');
  symlinkSync(realpathSync(join(project, "node_modules/drizzle-orm")), join(packages, "drizzle-orm"), "dir");
  symlinkSync(realpathSync(join(project, "node_modules/fast-check")), join(packages, "fast-check-alias"), "dir");
}

for (const [way, run] of ways) {
  test(`${way}: revisions and config import packages, TypeScript by its compiled name, JSON`, async () => {
    await withFiles(files, async (root) => {
      installPackages(root);
      const { code, stdout, stderr } = await run(["up", "--dry-run", "--from", "base"], root);
      assert.equal(code, 0, stderr);
      assert.equal(/select '(.*)'/.exec(stdout)?.[1], found);
      assert.match((await run(["config", "show"], root)).stdout, /lock_timeout +"7s" +migrate\.config\.ts/);
    });
  });

  test(`${way}: an import that leads nowhere is said with its place, and nothing is fetched`, async () => {
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ["a package", `import a from "left-pad";\n`, /^m\/a\.ts:5$/],
      ["a path", `import a from "./lib/nowhere.js";\n`, /^m\/a\.ts:5$/],
      ["a package of a registry", `import a from "npm:no-such-package-at-all@1.3.0";\n`, /^m\/a\.ts:5$/],
      ["in a file that is imported", `import a from "./lib/broken.js";\n`, /m\/lib\/broken\.ts:2$/],
    ];
    await using registry = await emptyRegistry();
    for (const [name, text, place] of cases) {
      const broken = { "m/lib/broken.ts": `\nexport { default } from "no-such-package";\n` };
      const a = `${head}\n${text}console.log("ran");\nexport const up = [a];\n`;
      await withFiles({ "migrate.toml": toml, "m/a.ts": a, ...broken }, async (root) => {
        const env = { NPM_CONFIG_REGISTRY: registry.url };
        const { code, stdout, stderr } = await run(["up", "--dry-run", "--from", "base", "--json"], root, env);
        assert.equal(code, 3, `${name}: ${stdout}${stderr}`);
        const { error } = JSON.parse(stdout) as Failed;
        assert.equal(error.code, "module/not-found", name);
        assert.match(`${error.at.file}:${error.at.line}`, place, name);
        assert.doesNotMatch(stderr, /\bran\b/, name);
        assert.deepEqual(registry.asked.filter((path) => /left-pad|no-such/.test(path)), [], name);
      });
    }
  });

  test(`${way}: deny refuses before a package is loaded`, async () => {
    const a = `${head}import "prints";\nexport const up = [];\n`;
    const prints = { "node_modules/prints/index.js": `console.log("ran");` };
    await withFiles({ "migrate.toml": toml, "m/a.ts": a, ...prints }, async (root) => {
      const allowed = await run(["up", "--dry-run", "--from", "base"], root);
      assert.match(allowed.stderr, /^ran$/m);
      const denied = await run(["up", "--dry-run", "--from", "base"], root, { MIGRATE_TYPESCRIPT: "deny" });
      assert.equal(denied.code, 2);
      assert.doesNotMatch(denied.stdout + denied.stderr, /\bran\b/);
    });
  });
}

test("models are made with the project's own zod and Drizzle", async () => {
  const models = {
    "models/users.ts": `import { table } from "migrate:kit";
import { z } from "zod";
import { email } from "./email.js";
if (z.own !== "own-zod") throw new Error("not the project's");
export const Users = table("users", z.object({ id: z.int(), email }));
`,
    "models/email.ts": `import { z } from "zod";\nexport const email = z.string().max(200);\n`,
    "models/posts.ts": `import { integer, pgTable } from "drizzle-orm/pg-core";
export const posts = pgTable("posts", { id: integer().primaryKey() });
`,
  };
  await withFiles({ "package.json": packageOf("shop", {}), ...models }, async (root) => {
    installPackages(root);
    const { statements } = await modelDdl(["models/users.ts", "models/posts.ts"], {
      root,
      cwd: root,
      typescript: "allow",
      timeoutMs: 60_000,
      naming: {},
      environment: process.env,
      loader: loaderCommand(),
    });
    const created = statements.map(({ sql }) => sql.replaceAll(/\s+/g, " "));
    assert.deepEqual(created, [
      "CREATE TABLE users ( id integer NOT NULL, email varchar(200) NOT NULL )",
      "CREATE TABLE posts ( id integer NOT NULL, PRIMARY KEY (id) )",
    ]);
  });
});
