/** What somebody new does, and does wrong: the built program says what to do instead. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { binary, emptyDirectory, freePort } from "../support/mod.ts";
import { schemaProject } from "./schema-project.ts";

/** Runs the program in a directory, checks its exit code, and returns both outputs. */
function inDirectory(cwd: string) {
  return async (words: string, code = 0): Promise<string> => {
    const args = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
    const result = await binary(args, { cwd, env: { LANG: "C.UTF-8" } });
    const output = result.stdout + result.stderr;
    assert.equal(result.code, code, `migrate ${words}\n${output}`);
    return output;
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test("outside of any project each command says so, and makes nothing", async () => {
  const cwd = emptyDirectory();
  const run = inDirectory(cwd);
  for (const words of ["status", "up", "revision -m x", "history", "check"]) {
    const text = await run(words, 2);
    assert.match(text, /There is no migrate\.toml here or above, and no directory "migrations"/, words);
    assert.match(text, /migrate init/, words);
  }
  assert.ok(!existsSync(join(cwd, "migrations")));
});

test("a project from git, which keeps no empty directories: the first revision makes it", async () => {
  const cwd = emptyDirectory();
  const run = inDirectory(cwd);
  await run("init");
  rmSync(join(cwd, "migrations"), { recursive: true });
  assert.match(await run("up", 2), /write the first revision, which makes the directory/);
  assert.match(await run('revision -m "first"'), /Fill in its two parts, then: migrate up/);
  await run("up");
  rmSync(join(cwd, "migrations"), { recursive: true });
  await run('revision --autogenerate -m "from the model"');
});

test("init keeps a model that is there, and still refuses to write over anything else", async () => {
  const cwd = emptyDirectory();
  const model = "CREATE TABLE mine (id int PRIMARY KEY);\n";
  write(join(cwd, "models/schema.sql"), model);
  const run = inDirectory(cwd);
  assert.match(await run("init"), /Kept models\/schema\.sql/);
  assert.equal(readFileSync(join(cwd, "models/schema.sql"), "utf8"), model);
  assert.match(await run('revision --autogenerate -m "first"'), /Create table public\.mine/);
  assert.match(await run("init", 2), /"migrate\.toml", "\.migrate\/\.gitignore" would be overwritten/);
  write(join(cwd, "file"), "");
  assert.match(await run("init file", 2), /"file" is no directory/);
});

test("init in a Drizzle project takes the schema that its config names", async () => {
  const schema = `import { integer, pgTable } from "drizzle-orm/pg-core";
export const NAME = pgTable("NAME", { orderId: integer().primaryKey() });
`;
  const cases: readonly (readonly [config: string, models: string])[] = [
    [
      `export default defineConfig({
  dialect: "postgresql",
  // schema: "./old.ts",
  schema: "./src/db/schema.ts",
  casing: "snake_case",
});`,
      'models = [{ drizzle = "src/db/schema.ts", casing = "snake_case" }]',
    ],
    [
      "export default { out: './drizzle', schema: ['./src/db/schema.ts', './src/more'] } satisfies Config;",
      'models = [{ drizzle = "src/db/schema.ts" }, { drizzle = "src/more/*.ts" }]',
    ],
  ];
  for (const [config, models] of cases) {
    const cwd = emptyDirectory();
    write(join(cwd, "drizzle.config.ts"), config);
    write(join(cwd, "src/db/schema.ts"), schema.replaceAll("NAME", "orders"));
    write(join(cwd, "src/more/more.ts"), schema.replaceAll("NAME", "totals"));
    const run = inDirectory(cwd);
    assert.match(await run("init --template drizzle"), /from your models/);
    assert.ok(!existsSync(join(cwd, "src/schema.ts")));
    const toml = readFileSync(join(cwd, "migrate.toml"), "utf8");
    assert.ok(toml.split("\n").includes(models), toml);
    const text = await run('revision --autogenerate -m "first"');
    assert.match(text, /Create table public\.orders/);
    assert.equal(/Create table public\.totals/.test(text), models.includes("more"));
  }
});

test("several databases and none chosen: the environments are named", async () => {
  const cwd = emptyDirectory();
  const run = inDirectory(cwd);
  await run("init --template multidb");
  mkdirSync(join(cwd, "migrations"), { recursive: true });
  assert.match(await run("up", 2), /Choose an environment with --env \(app, reports\)/);
});

test("redo of a merge takes back the merge alone; what was not done says which way it was to go", async () => {
  const project = schemaProject("");
  for (const name of ["1111", "2222", "3333"]) {
    const parents = name === "1111" ? "none" : name === "2222" ? "11111111" : "11111111";
    project.write(
      `migrations/${name}.sql`,
      `-- ${name}\n-- revision: ${name}${name}\n-- parents: ${parents}\n\n-- migrate:up\n-- migrate:down\n`,
    );
  }
  const merge = (up: string) =>
    `-- join\n-- revision: 44444444\n-- parents: 22222222, 33333333\n\n-- migrate:up\n${up}\n-- migrate:down\n`;
  project.write("migrations/4444.sql", merge(""));
  await project.run(["up"]);
  const { stderr } = await project.run(["redo"]);
  assert.match(stderr, /↶ 44444444 join[^]*✓ 44444444 join/);
  await project.run(["redo", "-1"]);
  project.write("migrations/4444.sql", merge("SELECT 1/0;"));
  const failed = await project.run(["redo"], 3);
  assert.match(failed.stderr, /Done before:\n {4}✓ 44444444 join \(take back\)/);
  assert.match(failed.stderr, /Not done:\n {4}○ 44444444 join \(apply\)/);
});

test("check says a statement once, whichever questions it answers", async () => {
  const project = schemaProject("CREATE TABLE a (id int);\n");
  await project.run(["revision", "--autogenerate", "-m", "first"]);
  await project.run(["up"]);
  project.write("models/schema.sql", "CREATE TABLE a (id int, more text);\n");
  const { stdout } = await project.run(["check", "--database"], 1);
  assert.equal(stdout.match(/Add column public\.a\.more/g)?.length, 1);
  assert.match(stdout, /The database is not as the models say: 1 statement\n {2}The same as above\n/);
});

test("dump --split into an absolute path, and what an older dump left there is named", async () => {
  const project = schemaProject("CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n");
  const target = emptyDirectory();
  await project.run(["dump", "models", "--split", target]);
  assert.ok(existsSync(join(target, "table/public.b.sql")));
  project.write("models/schema.sql", "CREATE TABLE a (id int);\n");
  const { stdout } = await project.run(["dump", "models", "--split", target]);
  assert.match(stdout, /Wrote 1 file to /);
  assert.ok(
    stdout.replaceAll(/\n {2}/g, " ").includes(`not of this schema: ${join(target, "table/public.b.sql")}`),
    stdout,
  );
  const read = await project.json(["dump", "models", "--split", target]);
  assert.deepEqual(read("others"), [join(target, "table/public.b.sql")]);
});

test("diff: a source that is nearly one", async () => {
  const project = schemaProject("");
  for (const [word, nearest] of [["revisions@head", "migrations@head"], ["modles", "models"], ["xyz", null]] as const) {
    const read = await project.json(["diff", word, "empty"], 2);
    assert.equal(read("error.code"), "schema/unknown-source");
    assert.equal(read("error.data.nearest"), nearest);
  }
});

test("a new revision in TypeScript imports what it will need, a merge nothing", async () => {
  const project = schemaProject("");
  await project.run(["revision", "-m", "one", "--format", "ts"]);
  assert.match(project.newest(), /^import \{ sql \} from "migrate:kit";\n\nexport const up = \[\];$/m);
  await project.run(["revision", "-m", "two", "--head", "base"]);
  await project.run(["merge", "heads", "-m", "join", "--format", "ts", "--rev-id", "ffffabcdef00"]);
  assert.doesNotMatch(project.newest(), /import/);
  await project.run(["up"]);
});

test("a statement that no transaction can hold: the error says how that is written", async () => {
  const sql = schemaProject("");
  sql.revision("index", "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY i ON a (id);", "DROP TABLE a;");
  const inSql = (await sql.run(["up"], 3)).stderr.replaceAll(/\n {8}/g, " ");
  assert.match(inSql, /below a line of its own: -- migrate:up transaction:false, then run/);
  sql.revision(
    "index",
    "CREATE TABLE a (id int);\n-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON a (id);",
    "DROP TABLE a;",
  );
  await sql.run(["up"]);
  const ts = schemaProject("");
  ts.write(
    "migrations/1.ts",
    `// vacuum\n// revision: 0000abcdef00\n// parents: none\n
import { sql } from "migrate:kit";
export const up = [sql\`VACUUM\`];\n`,
  );
  const inTs = (await ts.run(["up"], 3)).stderr.replaceAll(/\n {8}/g, " ");
  assert.match(inTs, /write the statement as execute\("…", \{ transaction: false \}\)/);
});

test("what is wrong with the scratch is said of the scratch: a server that is gone, a statement that ends the embedded one", async () => {
  const port = await freePort();
  const away = schemaProject(
    "CREATE TABLE a (id int);\n",
    `url = "pglite:.migrate/dev"
models = ["models/schema.sql"]
scratch.url = "postgres://me:secret@127.0.0.1:${port}/postgres"
`,
  );
  const dead = await away.json(["check"], 3);
  assert.equal(dead("error.code"), "schema/scratch-unreachable");
  assert.equal(dead("errors.1.code"), "database/refused");
  assert.doesNotMatch(JSON.stringify(dead("errors")), /secret/);
  const conversion = schemaProject("CREATE CONVERSION c FOR 'WIN1250' TO 'UTF8' FROM win_to_utf8;\n");
  assert.equal((await conversion.json(["check"], 3))("error.code"), "schema/scratch-ended");
});
