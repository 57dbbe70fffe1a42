import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../src/base/problem.ts";
import { readBlocks } from "../../src/files/blocks.ts";
import { revisionFileName, slug } from "../../src/files/file-name.ts";
import { readHeader } from "../../src/files/header.ts";
import { commandWords, runHooks } from "../../src/files/hooks.ts";
import { newRevisionSource } from "../../src/files/source.ts";
import { writeFileAtomically } from "../../src/files/write.ts";
import { withFiles } from "./directory.ts";

const draft = {
  id: "74e0c7445ce9",
  parents: [],
  dependsOn: [],
  labels: [],
  replaces: [],
  message: "init user",
  created: "2026-11-22T14:16:00Z",
};
const code = (expected: string) => (error: unknown) => error instanceof Problem && error.code === expected;

test("the text of an empty revision, and of one with everything", () => {
  const empty = `-- init user\n-- revision: 74e0c7445ce9\n-- parents: none\n-- created: 2026-11-22T14:16:00Z\n`;
  assert.equal(
    newRevisionSource({ ...draft, format: "sql", up: [], down: [] }),
    `${empty}\n-- migrate:up\n\n-- migrate:down\n`,
  );
  assert.equal(newRevisionSource({ ...draft, format: "sql", up: [], down: null }), `${empty}\n-- migrate:up\n`);
  const full = newRevisionSource({
    ...draft,
    parents: ["a", "b"],
    dependsOn: ["c"],
    labels: ["l"],
    replaces: ["d", "e"],
    format: "sql",
    up: [
      {
        transaction: true,
        statements: [{ code: "create table t ()", comment: "rewrites\nlong" }, { code: "select 1", comment: null }],
      },
      { transaction: false, statements: [{ code: "create index concurrently i on t (a)", comment: null }] },
    ],
    down: [{ transaction: true, statements: [{ code: "drop table t", comment: null }] }],
  });
  assert.equal(
    full,
    `-- init user
-- revision: 74e0c7445ce9
-- parents: a, b
-- depends-on: c
-- labels: l
-- replaces: d, e
-- created: 2026-11-22T14:16:00Z

-- migrate:up
-- rewrites
-- long
create table t ();

select 1;

-- migrate:up transaction:false
create index concurrently i on t (a);

-- migrate:down
drop table t;
`,
  );
  const { up, down } = readBlocks(full, "a.sql");
  assert.deepEqual([up.length, up[0]?.statements.length, up[1]?.transaction, down?.length], [2, 2, false, 1]);
});

test("the text of a TypeScript revision", () => {
  const head = `// init user\n// revision: 74e0c7445ce9\n// parents: none\n// created: 2026-11-22T14:16:00Z\n\n`;
  assert.equal(
    newRevisionSource({ ...draft, format: "ts", imports: [], up: [], down: [] }),
    `${head}export const up = [];\nexport const down = [];\n`,
  );
  assert.equal(
    newRevisionSource({
      ...draft,
      format: "ts",
      imports: ["sql", "dropTable", "sql"],
      up: [{ code: "sql`\nselect 1`", comment: "loses data" }],
      down: null,
    }),
    `${head}import { dropTable, sql } from "migrate:kit";\n\nexport const up = [\n  // loses data\n  sql\`\nselect 1\`,\n];\n`,
  );
});

test("a header reads back as it was written, whatever the message", () => {
  const message = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "revision: x",
      "migrate:up",
      "parents:",
      "fix: a bug",
      "eslint-disable",
      "@ts-nocheck",
      "a\nb",
      "- x",
    ),
  );
  fc.assert(
    fc.property(
      message,
      fc.constantFrom("sql", "ts"),
      fc.constantFrom(["a"], [], ["a", "b"]),
      (message, format, parents) => {
        const text = format === "sql"
          ? newRevisionSource({ ...draft, message, parents, format: "sql", up: [], down: [] })
          : newRevisionSource({ ...draft, message, parents, format: "ts", imports: [], up: [], down: [] });
        const header = readHeader(text, format === "sql" ? "sql" : "ts", "a", true);
        const line = message.replace(/\s+/g, " ").trim();
        assert.ok(header);
        assert.deepEqual(header.problems, []);
        assert.deepEqual([header.revision, header.parents, header.created], [draft.id, parents, draft.created]);
        assert.ok([line, `Message: ${line}`].includes(header.message), JSON.stringify(header.message));
      },
    ),
    { numRuns: 500 },
  );
});

test("file names", () => {
  const name = (template: string, message = "init user") =>
    revisionFileName(template, { ...draft, message, created: "2026-01-02T03:04:05Z", format: "sql" });
  assert.equal(name("{created}_{rev}_{slug}"), "20260102030405_74e0c7445ce9_init_user.sql");
  assert.equal(name("{year}-{month}-{day}T{hour}{minute}{second}-{slug}"), "2026-01-02T030405-init_user.sql");
  assert.equal(name("{epoch}_{slug}", "!!!"), "1767323045.sql");
  assert.equal(name("{slug}", "!!!"), "74e0c7445ce9.sql");
  for (const bad of ["{nope}_{rev}", "a/{rev}", "_{rev}", ".{rev}", "{year}", 'a"{rev}']) {
    assert.throws(() => name(bad), code("file/bad-template"), bad);
  }
});

test("slugs", () => {
  assert.equal(slug("Größe & Gewicht: ändern!"), "grosse_gewicht_andern");
  assert.equal(slug("ユーザーが追加"), "ユーザーが追加");
  assert.equal(slug("हिन्दी नाम"), "हिन्दी_नाम");
  assert.equal(slug("a".repeat(60)), "a".repeat(40));
  assert.equal(slug("add the column that everybody has been waiting for"), "add_the_column_that_everybody_has_been");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (message) => {
    const text = slug(message);
    assert.match(text, /^$|^[\p{L}\p{N}\p{M}]+(?:_[\p{L}\p{N}\p{M}]+)*$/u);
    assert.ok([...text].length <= 40);
  }));
});

test("a file is written whole or not at all, and never over another", async () => {
  await withFiles({ "there.sql": "old" }, (root) => {
    const write = (name: string, overwrite: boolean) =>
      writeFileAtomically(join(root, name), "new é\n", { overwrite, file: name });
    write("deep/er/it's.sql", false);
    assert.equal(readFileSync(join(root, "deep/er/it's.sql"), "utf8"), "new é\n");
    assert.throws(() => write("there.sql", false), code("file/exists"));
    assert.equal(readFileSync(join(root, "there.sql"), "utf8"), "old");
    write("there.sql", true);
    assert.equal(readFileSync(join(root, "there.sql"), "utf8"), "new é\n");
    assert.throws(() => write("there.sql/x.sql", false), code("file/unwritable"));
    assert.deepEqual([readdirSync(root).sort(), readdirSync(join(root, "deep/er"))], [["deep", "there.sql"], [
      "it's.sql",
    ]]);
  });
});

test("commands are cut into words", () => {
  assert.deepEqual(commandWords(`deno fmt "{file}" 'a b' c\\ d e"f g"h "" "x\\"y" C:\\z`), [
    "deno",
    "fmt",
    "{file}",
    "a b",
    "c d",
    "ef gh",
    "",
    'x"y',
    "C:\\z",
  ]);
});

test("hooks run on the file one after another; the first failure is shown and stops", async () => {
  await withFiles({
    "it's a.sql": "",
    "hook.mjs": "console.log(process.argv[2]); process.exit(Number(process.argv[3]));",
  }, async (root) => {
    const path = join(root, "it's a.sql");
    const seen: (readonly string[])[] = [];
    await runHooks(["a {file}", "b 'x {file}'"], { path, file: "f", cwd: root }, (words) => {
      seen.push(words);
      return Promise.resolve({ code: 0, output: "" });
    });
    assert.deepEqual(seen, [["a", path], ["b", `x ${path}`]]);
    const own = process.execPath + ("Deno" in globalThis ? " run -A" : "");
    await runHooks([`${own} hook.mjs {file} 0`], { path, file: "f", cwd: root });
    await assert.rejects(runHooks([`${own} hook.mjs {file} 7`], { path, file: "f", cwd: root }), (error: unknown) => {
      assert.ok(error instanceof Problem && error.code === "file/hook-failed");
      assert.deepEqual(error.data, { command: `${own} hook.mjs {file} 7`, code: 7, output: path });
      return true;
    });
    await assert.rejects(
      runHooks(["no-such-command-at-all"], { path, file: "f", cwd: root }),
      code("file/hook-failed"),
    );
  });
});
