import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { loaderCommand } from "../../src/commands/load-models.ts";
import { type LoadedModels, modelDdl, type ModelEntry, type ModelOptions } from "../../src/models/mod.ts";

/** Writes files into a new directory, reads the models in it, and takes the directory away. */
async function models(
  files: Readonly<Record<string, string>>,
  entries: readonly ModelEntry[],
  options: Partial<ModelOptions> = {},
): Promise<LoadedModels> {
  const root = mkdtempSync(join(tmpdir(), "models-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    return await modelDdl(entries, {
      root,
      cwd: root,
      typescript: "allow",
      timeoutMs: 60_000,
      naming: {},
      environment: process.env,
      loader: loaderCommand(),
      ...options,
    });
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function problemOf(result: Promise<unknown>): Promise<Problem> {
  try {
    await result;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("nothing was wrong");
}

const head = `import { enumType, sql, table, view, z } from "migrate:kit";\n`;
const users = `${head}export const User = table("users", z.object({ id: z.int() }));\n`;

test("files of all sorts are found, loaded and merged, with the places of their statements", async () => {
  const printed: string[] = [];
  const { statements, roles } = await models({
    "models/a user's.ts": `${users}console.log("while loading");\nsetInterval(() => {}, 1000);\n`,
    "models/shared.ts": `export { User as Again } from "./a user's.ts";\nexport const other = 1;\n`,
    "models/types.d.ts": "export {};\n",
    "src/schema.ts": `import { integer, pgPolicy, pgRole, pgTable } from "drizzle-orm/pg-core";
export const app = pgRole("app");
export const posts = pgTable("posts", { postId: integer() }, () => [pgPolicy("p", { to: app })]);
export const odd = pgTable("it's \`odd\`", { id: integer() }); // not 'it\`s'
`,
    "sql/b.sql": "create table b (a int references a (x));\n\n  create index on b (a);\n",
    "sql/a.sql": "\uFEFFset search_path = public;\ncreate table a (x int primary key);",
  }, ["models/*.ts", { drizzle: "src/schema.ts", casing: "snake_case" }, "sql", {
    command: ["echo", "create view v as select 1;"],
  }], { onOutput: (text) => printed.push(text) });
  const found = statements.map(({ sql, at }) => `${at?.file}:${at?.line}:${at?.column} ${sql.replaceAll(/\s+/g, " ")}`);
  assert.deepEqual(found.map((line) => line.replace(/^models\/a user's.ts:2:\d+/, "models/a user's.ts:2:x")), [
    "models/a user's.ts:2:x CREATE TABLE users ( id integer NOT NULL )",
    'src/schema.ts:4:28 CREATE TABLE "it\'s `odd`" ( id integer )',
    "src/schema.ts:3:30 CREATE TABLE posts ( post_id integer )",
    "src/schema.ts:3:30 ALTER TABLE posts ENABLE ROW LEVEL SECURITY",
    "src/schema.ts:3:30 CREATE POLICY p ON posts TO app",
    "sql/a.sql:2:1 create table a (x int primary key)",
    "sql/b.sql:1:1 create table b (a int references a (x))",
    "sql/b.sql:3:3 create index on b (a)",
    "echo create view v as select 1;:1:1 create view v as select 1",
  ]);
  assert.deepEqual(roles, ["app"]);
  assert.match(printed.join(""), /while loading/);
});

test("a default that is a function stays with the application", async () => {
  const { statements } = await models({
    "a.ts": `${head}export const T = table("t", z.object({
  a: z.string().default(() => "same"), b: z.string().default("value"), c: z.date().default(() => new Date()),
}));`,
  }, ["a.ts"]);
  const [create] = statements;
  assert.match(create?.sql ?? "", /a text NOT NULL,\s+b text NOT NULL DEFAULT 'value',\s+c timestamptz NOT NULL\n/);
});

test("what is wrong with a file is said with its file and line", async () => {
  const cases: readonly (readonly [string, string, string, number | null])[] = [
    [
      "a type without a column",
      `${head}\nexport const T = table("t", z.object({\n  items: z.int(),\n  m: z.map(z.int(), z.int()),\n}));`,
      "model/unmappable-type",
      5,
    ],
    ["two tables of one name", `${users}export const B = table("users", z.object({}));`, "model/duplicate-name", 3],
    [
      "a reference to nothing",
      `${users}export const B = table("b", z.object({ u: z.int().meta({ references: "nobody.id" }) }));`,
      "model/unknown-reference",
      3,
    ],
    [
      "a reference to no column",
      `${users}export const B = table("b", z.object({ u: z.int().meta({ references: "users.ID" }) }));`,
      "model/unknown-reference",
      3,
    ],
    ["a table that is not exported", `${users}table("hidden", z.object({}));`, "model/not-exported", 3],
    ["an exception", `${head}\nthrow new TypeError("not today");`, "module/failed", 3],
    ["a syntax error", `${head}export const = 5;`, "module/failed", 2],
    ["an import that is not there", `${head}\nimport "./missing.ts";`, "module/not-found", 3],
    [
      "two columns of one name",
      `${head}export const T = table("t", z.object({\n  full_name: z.int(),\n  fullName: z.int(),\n}), { naming: "snake_case" });`,
      "model/duplicate-column",
      3,
    ],
    [
      "two columns of one name in Drizzle",
      `import { integer, pgTable } from "drizzle-orm/pg-core";
export const t = pgTable("t", {\n  a: integer("n"),\n  b: integer("n"),\n});`,
      "model/duplicate-column",
      3,
    ],
    ["a table that is no object", `${head}export const T = table("t", z.string() as never);`, "module/failed", 2],
    ["a name that cannot be", `${head}export const T = table("a\\0b", z.object({}));`, "sql/nul-character", 2],
    [
      "a default that has no end",
      `${head}const c = {};\nc.c = c;\nexport const T = table("t", z.object({ a: z.any().default(c) }));`,
      "kit/unwritable-value",
      4,
    ],
    ["nothing at all", `export const a = 1;`, "model/nothing-defined", null],
    ["an end of its own", `process.exit(3);`, "model/load-failed", null],
  ];
  const found = await Promise.all(cases.map(async ([name, text, code, line]) => {
    const problem = await problemOf(models({ "broken model.ts": text }, ["broken model.ts"]));
    return [
          name,
          problem.code,
          problem.at?.line ?? null,
          problem.at === null || problem.at.file.endsWith("broken model.ts"),
        ]
          .join() === [name, code, line, true].join() ||
      `${name}: ${problem.code} ${JSON.stringify([problem.at, problem.data])}`;
  }));
  assert.deepEqual(found, cases.map(() => true));
});

test("Drizzle's names are cut where PostgreSQL cuts them, and a number by default stays one", async () => {
  const long = "a_table_with_a_name_that_is_as_long_as_it_may_be_in_a_database";
  const { statements } = await models({
    "a.ts": `import { index, integer, numeric, pgTable, unique } from "drizzle-orm/pg-core";
export const other = pgTable("other", { id: integer().primaryKey() });
export const t = pgTable("${long}", {
  n: numeric({ mode: "number", precision: 9 }).default(4),
  o: integer().references(() => other.id),
  "é": integer(),
}, (t) => [unique("x".repeat(62) + "é").on(t.n), index().on(t.é)]);
`,
  }, ["a.ts"]);
  const text = statements.map(({ sql }) => sql).join("\n");
  assert.match(text, /n numeric\(9\) DEFAULT 4,/);
  const names = [...text.matchAll(/(?:CONSTRAINT|INDEX) (\S+) (?!PRIMARY)/g)].map(([, name]) => name);
  assert.deepEqual(names, [`${"x".repeat(62)}`, `${long}_`, `${long}_`]);
});

test("exports that cannot be looked at are no models", async () => {
  const { statements } = await models({
    "a.ts": `${users}const angry = () => { throw new Error("not connected"); };
export const db = new Proxy({}, { get: angry, has: angry, ownKeys: angry, getPrototypeOf: angry });
export const more = { get first() { return angry(); } };
`,
  }, ["a.ts"]);
  assert.deepEqual(statements.map(({ subject }) => subject), ["table users"]);
});

test("a model that never ends is stopped", async () => {
  const loop = await problemOf(models({ "a.ts": `${head}for (;;);` }, ["a.ts"], { timeoutMs: 1500 }));
  assert.equal(loop.code, "model/timeout");
  assert.deepEqual(loop.data, { source: "a.ts", seconds: 1.5 });
});

test("commands are run without a shell, and their failures are told", async () => {
  const node = (text: string): ModelEntry => ({ command: ["node", "-e", text] });
  const shell = await models({}, [{ command: ["echo", "select '$HOME;';"] }]);
  assert.deepEqual(shell.statements.map(({ sql }) => sql), ["select '$HOME;'"]);
  const failed = await problemOf(models({}, [node("console.error('no such schema'); process.exit(4)")]));
  assert.equal(failed.code, "model/command-failed");
  assert.match(JSON.stringify(failed.data), /ended with status 4.*no such schema/);
  assert.equal((await problemOf(models({}, [{ command: ["no-such-program-at-all"] }]))).code, "model/command-failed");
  assert.equal((await problemOf(models({}, [node("")]))).code, "model/nothing-defined");
  const slow = await problemOf(models({}, [node("setInterval(() => {}, 1000)")], { timeoutMs: 300 }));
  assert.equal(slow.code, "model/timeout");
});

test("where code is denied nothing is run, and SQL still is read", async () => {
  const deny = { typescript: "deny", loader: ["no-such-program-at-all"] } as const;
  assert.equal((await problemOf(models({ "a.ts": users }, ["a.ts"], deny))).code, "model/code-denied");
  assert.equal((await problemOf(models({}, [{ command: ["echo", "select 1;"] }], deny))).code, "model/code-denied");
  assert.equal((await models({ "a.sql": "select 1;" }, ["a.sql"], deny)).statements.length, 1);
});

test("an entry that matches no file is an error", async () => {
  assert.equal((await problemOf(models({}, ["models/*.ts"]))).code, "model/no-files");
  assert.equal((await problemOf(models({}, ["nowhere.sql"]))).code, "model/no-files");
});
