/** Users' code that calls process.exit(): an error like its others, and nothing is left half done. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { withFiles } from "./directory.ts";
import { ways } from "./ways.ts";

const head = (id: string, parent: string) =>
  `// m\n// revision: ${id}\n// parents: ${parent}\nimport process from "node:process";\nimport { run, sql } from "migrate:kit";\n`;
const toml = `url = "pglite:./db"\nmigrations = ["m"]\n`;
const first = { "m/a.ts": `${head("a", "none")}export const up = [sql\`create table a (id int)\`];\n` };

/** Where the process is ended; the files; the code of the error; the tips then, or null where nothing is run. */
const cases: readonly (readonly [string, Readonly<Record<string, string>>, string, readonly string[] | null])[] = [
  [
    "while it is loaded",
    { "m/b.ts": `${head("b", "a")}process.exit(0);\nexport const up = [];\n` },
    "module/failed",
    null,
  ],
  ["in up", { "m/b.ts": `${head("b", "a")}export const up = () => process.exit(0);\n` }, "module/failed", null],
  [
    "between its statements",
    {
      "m/b.ts": `${head("b", "a")}export const up = [sql\`create table b ()\`, run("ends", () => process.exit(0))];\n`,
    },
    "run/code-failed",
    ["a"],
  ],
  [
    "in onStep",
    {
      "migrate.config.ts": `export default { url: "pglite:./db", migrations: ["m"], onStep: () => process.exit(0) };\n`,
      "m/b.ts": `${head("b", "a")}export const up = [];\n`,
    },
    "run/step-hook-failed",
    ["a"],
  ],
];

/** The parts of the replies that are looked at. */
interface Replies {
  readonly up: { readonly error?: { readonly code: string; readonly message: string } };
  readonly current: { readonly tips: readonly { readonly id: string }[] };
}

for (const [way, run] of ways) {
  for (const [where, files, code, applied] of cases) {
    test(`${way}: a revision that ends the process ${where}`, async () => {
      const config = "migrate.config.ts" in files ? {} : { "migrate.toml": toml };
      await withFiles({ ...config, ...first, ...files }, async (root) => {
        const listing = applied === null ? ["--dry-run", "--from", "base"] : [];
        const ended = await run(["up", "--json", ...listing], root);
        assert.equal(ended.code, 3, ended.stdout + ended.stderr);
        const up = JSON.parse(ended.stdout) as Replies["up"];
        assert.equal(up.error?.code, code);
        assert.match(up.error?.message ?? "", /process\.exit/);
        if (applied === null) return;
        const now = await run(["current", "--json"], root);
        const current = JSON.parse(now.stdout) as Replies["current"];
        assert.deepEqual(current.tips.map(({ id }) => id), applied);
      });
    });
  }
}
