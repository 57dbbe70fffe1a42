import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openProject, type Project, RunFailed } from "../../src/mod.ts";
import { emptyDirectory, project as root } from "../support/mod.ts";

const directory = emptyDirectory();
let project: Project;
const events: string[] = [];

function revision(id: string, parents: string, up: string): void {
  const header = `-- revision ${id}\n-- revision: ${id}\n-- parents: ${parents}\n`;
  writeFileSync(
    join(directory, "migrations", `${id}.sql`),
    `${header}\n-- migrate:up\n${up}\n\n-- migrate:down\nDROP TABLE t_${id};\n`,
  );
}

before(async () => {
  mkdirSync(join(directory, "migrations"));
  writeFileSync(
    join(directory, "migrate.toml"),
    'url = "pglite:.migrate/dev"\n[env.test]\nurl = "pglite:.migrate/test"\n' +
      '[env.live]\nurl = "pglite:.migrate/live"\nprotected = true\nmigrations = ["live"]\n',
  );
  revision("aaaa", "none", "CREATE TABLE t_aaaa (id int);");
  revision("bbbb", "aaaa", "CREATE TABLE t_bbbb (id int);");
  project = await openProject({ directory, environment: {}, onEvent: (event) => events.push(event.type) });
});

after(() => rmSync(directory, { recursive: true, force: true }));

test("plan, up, status, current, history, down and stamp return the commands' outcomes", async () => {
  const { steps } = await project.plan();
  assert.deepEqual(steps.map(({ id }) => id), ["aaaa", "bbbb"]);
  assert.equal(steps[0]?.blocks[0]?.statements[0]?.sql, "CREATE TABLE t_aaaa (id int)");
  assert.deepEqual((await project.up("aaaa", { tag: "release 1" })).done.map(({ id }) => id), ["aaaa"]);
  assert.deepEqual((await project.status()).pending.map(({ id }) => id), ["bbbb"]);
  assert.equal((await project.up()).status, "done");
  assert.ok((await project.status()).clean);
  assert.deepEqual((await project.current()).tips.map(({ id }) => id), ["bbbb"]);
  assert.deepEqual((await project.down()).done.map(({ id, direction }) => [id, direction]), [["bbbb", "down"]]);
  const { log, revisions } = await project.history({ log: true });
  assert.deepEqual(log?.map((row) => [row.revision, row.action, row.tag]), [
    ["bbbb", "down", null],
    ["bbbb", "up", null],
    ["aaaa", "up", "release 1"],
  ]);
  assert.deepEqual(revisions.map(({ id, applied }) => [id, applied]), [["bbbb", false], ["aaaa", true]]);
  assert.deepEqual((await project.stamp(["base"])).removed.map(({ id }) => id), ["aaaa"]);
  for (const type of ["database", "plan", "done"]) assert.ok(events.includes(type), type);
});

test("a run that fails part way throws what was done and what is left", async () => {
  revision("cccc", "bbbb", "CREATE TABLE t_cccc (id nonsense);");
  const broken = await openProject({ directory, environment: {}, url: "pglite:memory" });
  await assert.rejects(broken.up(), (error) => {
    assert.ok(error instanceof RunFailed);
    assert.equal(error.code, "run/statement-failed");
    assert.deepEqual(error.outcome.done.map(({ id }) => id), ["aaaa", "bbbb"]);
    assert.deepEqual(error.outcome.left.map(({ id }) => id), ["cccc"]);
    assert.equal(error.outcome.failed?.place?.line, 6);
    return true;
  });
  rmSync(join(directory, "migrations", "cccc.sql"));
});

test("a protected environment takes a revision that loses data only when that is allowed", async () => {
  mkdirSync(join(directory, "live"));
  const file = "-- one\n-- revision: one\n-- parents: none\n\n-- migrate:up\nCREATE TABLE t (i int);\nDROP TABLE t;\n";
  writeFileSync(join(directory, "live", "one.sql"), file);
  const live = await openProject({ directory, environment: {}, env: "live" });
  await assert.rejects(live.up(), { code: "run/data-loss" });
  assert.equal((await live.plan()).steps.length, 1);
  assert.equal((await live.up(undefined, { allowDestructive: true })).done.length, 1);
});

test("status tells how far a half-done revision got", async () => {
  mkdirSync(join(directory, "part"));
  const file = "-- one\n-- revision: part\n-- parents: none\n\n-- migrate:up\nSELECT 1;\n" +
    "-- migrate:up transaction:false\nCREATE TABLE p (i int);\nCREATE TABLE q (i nothing);\n";
  writeFileSync(join(directory, "part", "part.sql"), file);
  const settings = { url: "pglite:.migrate/part", migrations: ["part"] };
  const part = await openProject({ directory, environment: {}, settings });
  await assert.rejects(part.up(), { code: "run/statement-failed" });
  const { halfDone, clean } = await part.status();
  assert.deepEqual(halfDone.map(({ id, blocks, statements }) => ({ id, blocks, statements })), [
    { id: "part", blocks: 1, statements: 1 },
  ]);
  assert.equal(clean, false);
});

test("stamping an applied revision accepts an edit of its file, there and nowhere else", async () => {
  mkdirSync(join(directory, "edits"));
  const write = (id: string, text: string) =>
    writeFileSync(
      join(directory, "edits", `${id}.sql`),
      `-- ${id}\n-- revision: ${id}\n-- parents: none\n\n-- migrate:up\n${text}\n`,
    );
  write("one", "SELECT 1;");
  write("two", "SELECT 2;");
  const settings = { url: "pglite:.migrate/edits", migrations: ["edits"] };
  const edits = await openProject({ directory, environment: {}, settings });
  await edits.up();
  write("one", "SELECT 1; -- edited");
  write("two", "SELECT 2; -- edited");
  await assert.rejects(edits.up(), { code: "run/changed" });
  const first = await edits.stamp(["one"]);
  assert.deepEqual([first.added, first.removed, first.renewed.map(({ id }) => id)], [[], [], ["one"]]);
  assert.deepEqual((await edits.status()).changed.map(({ id }) => id), ["two"]);
  assert.deepEqual((await edits.stamp(["current"])).renewed.map(({ id }) => id), ["two"]);
  assert.ok((await edits.status()).clean);
  assert.equal((await edits.up()).status, "done");
});

test("a project that is broken fails when it is opened", async () => {
  const options = { directory, environment: {}, env: "nowhere" };
  await assert.rejects(openProject(options), { name: "Problem", code: "config/unknown-env" });
});

test("the example of docs/library.md runs", () => {
  const text = readFileSync(join(root, "docs", "library.md"), "utf8");
  const code = /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const door = pathToFileURL(join(root, "src", "mod.ts")).href;
  writeFileSync(join(directory, "start.ts"), code.replace('"@migrate/cli"', JSON.stringify(door)));
  const deno = "deno" in process.versions;
  const words = deno ? ["run", "-A", "--no-check", "--config", join(root, "deno.json")] : [];
  const run = () => spawnSync(process.execPath, [...words, "start.ts"], { cwd: directory, encoding: "utf8", env: {} });
  const first = run();
  assert.equal(first.stdout, "applied 2\nup to date bbbb\n", first.stderr);
  assert.equal(run().stdout, "applied 0\nup to date bbbb\n");
});
