import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { loadBody } from "../../src/files/body.ts";
import { readRevisions } from "../../src/files/directory.ts";
import type { BodyOptions, RevisionBody } from "../../src/files/revision-file.ts";
import { checksum } from "../../src/files/text.ts";
import { withFiles } from "./directory.ts";

const options: BodyOptions = {
  variables: {},
  args: {},
  env: null,
  typescript: "allow",
  kit: () => import("../../src/kit/mod.ts"),
};
const sqlHead = "-- m\n-- revision: r\n-- parents: none\n";
const tsHead = "// m\n// revision: r\n// parents: none\n";

/** Reads the one revision among the files of a directory. */
function bodyOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  given: Partial<BodyOptions> = {},
): Promise<RevisionBody> {
  return withFiles(files, (root) => {
    const directory = join(root, "m");
    const [revision] = readRevisions({ directories: [directory], cwd: root }).revisions;
    assert.ok(revision);
    return loadBody(revision, { ...options, ...given });
  });
}

const sqlOf = (body: RevisionBody, direction: "up" | "down" = "up") =>
  (body[direction] ?? []).flatMap((block) => block.statements).map((one) => one.kind === "sql" ? one.sql : one.kind);

async function problemsOf(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error, ...error.others].map(({ code, data, at }) => ({
      code,
      data,
      file: at?.file,
      line: at?.line,
      column: at?.column,
    }));
  }
  return [];
}

test("the checksum is of the text with line ends normalised and no byte order mark", async () => {
  const text = `${sqlHead}\n-- migrate:up\nselect 'é';\n`;
  const plain = await bodyOf({ "m/a.sql": text });
  assert.equal(plain.checksum, checksum(text));
  for (const same of [text.replaceAll("\n", "\r\n"), `\ufeff${text}`]) {
    const body = await bodyOf({ "m/a.sql": same });
    assert.equal(body.checksum, plain.checksum);
    assert.deepEqual(body, plain);
  }
  assert.notEqual((await bodyOf({ "m/a.sql": `${text}\n` })).checksum, plain.checksum);
  assert.equal(checksum(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("what is not UTF-8 text is refused with its place", async () => {
  const bad = Buffer.concat([Buffer.from(`${sqlHead}-- migrate:up\nselect '`), Buffer.from([0xe9]), Buffer.from("'")]);
  assert.deepEqual(await problemsOf(bodyOf({ "m/a.sql": bad })), [
    { code: "file/not-utf8", data: { encoding: null }, file: "m/a.sql", line: 5, column: 9 },
  ]);
  const [nul] = await problemsOf(bodyOf({ "m/a.sql": `${sqlHead}-- migrate:up\nselect '\0'` }));
  assert.deepEqual([nul?.code, nul?.line, nul?.column], ["sql/nul-character", 5, 9]);
});

test("variables are replaced only where the header declares them", async () => {
  const sql = "create table ${schema}.t (a text default '${other}');\n  select $$${schema}$$;";
  const plain = await bodyOf({ "m/a.sql": `${sqlHead}-- migrate:up\n${sql}` }, { variables: { schema: "app" } });
  assert.deepEqual(sqlOf(plain), ["create table ${schema}.t (a text default '${other}')", "select $$${schema}$$"]);
  const head = sqlHead + "-- variables: schema\n";
  const replaced = await bodyOf({ "m/a.sql": `${head}-- migrate:up\n${sql} select 3` }, {
    variables: { schema: "config" },
    args: { schema: "a long schema name" },
  });
  assert.deepEqual(sqlOf(replaced), [
    "create table a long schema name.t (a text default '${other}')",
    "select $$a long schema name$$",
    "select 3",
  ]);
  assert.deepEqual(replaced.up[0]?.statements.map(({ at }) => [at.line, at.column]), [[6, 1], [7, 3], [7, 25]]);
  assert.equal(replaced.checksum, checksum(`${head}-- migrate:up\n${sql} select 3`));
});

test("variables without a value, and misspelt ones, are reported together", async () => {
  const text = `${sqlHead}-- variables: schema, owner\n-- migrate:up\nselect '\${schema}\${owner}\${shcema}';`;
  assert.deepEqual((await problemsOf(bodyOf({ "m/a.sql": text }, { args: { owner: "me" } }))).map((one) => one.data), [
    { name: "schema" },
    { name: "shcema", nearest: "schema" },
  ]);
});

test("a TypeScript revision: operations, imports of its own, JSON, an own package", async () => {
  const files = {
    "m/a.ts": `${tsHead}import { addColumn, createIndex, run, sql } from "migrate:kit";
import { name } from "./lib/table.ts";
import data from "./lib/data.json" with { type: "json" };
import { twice } from "own-package";

enum Answer { Yes = 42 }

export const up = [
  addColumn(name, data.column, "integer"),
  sql\`select 1; select 'a;b'\`,
  createIndex("items_age_idx", "items", ["age"], { concurrently: true }),
  run("backfill", async (db) => { await db\`select 1\`; }),
];
export const down = async ({ args, env }: { args: Record<string, string>; env: string | null }) => {
  await Promise.resolve();
  return [sql\`select 'down'\`, { ...sql\`\`, sql: [\`select '\${args.who} \${env} \${twice(Answer.Yes)}'\`] }];
};
`,
    "m/lib/table.ts": `export const name: string = "items";`,
    "m/lib/data.json": `{ "column": "age" }`,
    "node_modules/own-package/package.json":
      `{ "name": "own-package", "version": "1.0.0", "type": "module", "exports": "./index.js" }`,
    "node_modules/own-package/index.js": `export const twice = (n) => n * 2;`,
  };
  const body = await bodyOf(files, { args: { who: "me" }, env: "test" });
  assert.deepEqual(body.up.map(({ transaction, statements }) => [transaction, statements.length]), [
    [true, 3],
    [false, 1],
    [true, 1],
  ]);
  const statements = body.up.flatMap((block) => block.statements);
  assert.deepEqual(statements.map(({ at }) => [at.file, at.line, at.operation]), [
    ["m/a.ts", 11, 1],
    ["m/a.ts", 11, 2],
    ["m/a.ts", 11, 2],
    ["m/a.ts", 11, 3],
    ["m/a.ts", 11, 4],
  ]);
  assert.match(sqlOf(body)[0] ?? "", /^ALTER TABLE items ADD COLUMN age integer/i);
  assert.deepEqual(sqlOf(body).slice(1, 3), ["select 1", "select 'a;b'"]);
  assert.equal(statements[4]?.kind, "run");
  assert.deepEqual(sqlOf(body, "down"), ["select 'down'", "select 'me test 84'"]);
});

test("names of TypeScript files may hold nearly everything", async () => {
  for (const name of ["a b.ts", "it's.ts", 'q"q.ts', "a#b.ts", "a%20b.ts", "100%.ts", "größe 日本.ts", "$x`y.ts"]) {
    const body = await bodyOf({ [`m/${name}`]: `${tsHead}export const up = [];\nexport const down = [];` });
    assert.deepEqual([body.up, body.down], [[], []], name);
  }
});

test("a TypeScript revision without down is irreversible", async () => {
  assert.equal((await bodyOf({ "m/a.ts": `${tsHead}export const up = [];` })).down, null);
});

test("deny refuses before anything is run", async () => {
  const text = `${tsHead}globalThis.ranDenied = true;\nexport const up = [];`;
  const [denied] = await problemsOf(bodyOf({ "m/a.ts": text }, { typescript: "deny" }));
  assert.equal(denied?.code, "module/denied");
  assert.ok(!("ranDenied" in globalThis));
});

test("what is wrong in TypeScript points into the file", async () => {
  const cases: [string, string, string, number][] = [
    ["syntax.ts", "export const up = [;\n", "module/failed", 4],
    [
      "throws.ts",
      "\nfunction f() {\n  throw new TypeError('boom é');\n}\nexport const up = [f()];\n",
      "module/failed",
      6,
    ],
    ["export.ts", `import { nope } from "migrate:kit";\nexport const up = [nope];\n`, "module/failed", 4],
    ["relative.ts", `import { a } from "./nowhere.ts";\nexport const up = [a];\n`, "module/not-found", 4],
    ["package.ts", `\nimport a from "no-such-package-at-all";\nexport const up = [a];\n`, "module/not-found", 5],
    ["function.ts", "export function up() {\n  throw new Error('later');\n}\n", "module/failed", 5],
    [
      "async.ts",
      "export const up = async () => {\n  await null;\n  throw new Error('later');\n};\n",
      "module/failed",
      6,
    ],
  ];
  for (const [name, text, code, line] of cases) {
    const [found] = await problemsOf(bodyOf({ [`m/${name}`]: tsHead + text }));
    assert.deepEqual([found?.code, found?.file, found?.line], [code, `m/${name}`, line], name);
  }
});

test("an error in an imported file points there", async () => {
  const files = {
    "m/a.ts": `${tsHead}import "./lib/b.ts";\nexport const up = [];`,
    "m/lib/b.ts": "\n\nthrow new Error('b');",
  };
  const [found] = await problemsOf(bodyOf(files));
  assert.equal(found?.code, "module/failed");
  assert.match(found?.file ?? "", /m\/lib\/b\.ts$/);
  assert.equal(found?.line, 3);
});

test("a syntax error in an imported file points there", async () => {
  const files = { "m/a.ts": `${tsHead}import "./lib/b.js";\nexport const up = [];`, "m/lib/b.ts": "\nconst a = ;" };
  const [found] = await problemsOf(bodyOf(files));
  assert.equal(found?.code, "module/failed");
  assert.match(found?.file ?? "", /m\/lib\/b\.ts$/);
  assert.deepEqual([found?.line, found?.column], [2, 11]);
});

test("what is exported must be operations", async () => {
  const data = async (text: string) =>
    (await problemsOf(bodyOf({ "m/a.ts": tsHead + text }))).map(({ code, data, line }) => ({ code, data, line }));
  assert.deepEqual(await data("export const down = [];"), [{ code: "file/no-up-export", data: {}, line: undefined }]);
  assert.deepEqual(await data("\nexport const up = 'select 1';"), [
    { code: "file/bad-export", data: { name: "up", found: "string" }, line: 5 },
  ]);
  assert.deepEqual(await data("export function up() { return ['select 1', {}, []]; }"), [
    { code: "file/bad-operation", data: { name: "up", number: 1, found: "string" }, line: 4 },
    { code: "file/bad-operation", data: { name: "up", number: 2, found: "an object" }, line: 4 },
    { code: "file/bad-operation", data: { name: "up", number: 3, found: "an array" }, line: 4 },
  ]);
  const head = `import { sql } from "migrate:kit";\n`;
  assert.deepEqual(
    (await data(`${head}export const up = [sql\`begin\`, sql\`select 1; commit\`];`)).map((one) => one.data),
    [
      { command: "BEGIN" },
      { command: "COMMIT" },
    ],
  );
  assert.deepEqual(await data(`${head}export const up = [sql\`select 'a\`];`), [
    { code: "sql/unterminated", data: { what: "string" }, line: 5 },
  ]);
});
