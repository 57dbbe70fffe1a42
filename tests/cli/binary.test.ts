/** The built program as a user meets it: alone in an empty directory, with an empty environment. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { eventShape } from "../../src/cli/shapes/events.ts";
import { documentShape, errorShape } from "../../src/cli/shapes/mod.ts";
import { commands } from "../../src/cli/table/mod.ts";
import { binary, binaryPath, emptyDirectory } from "../support/mod.ts";

const directory = emptyDirectory();
const at = (name: string) => join(directory, name);
const utf8 = { LANG: "C.UTF-8" };
/** A run on the embedded database takes a while on a busy machine. */
const slow = { timeout: 120_000 };

function writeRevision(project: string, id: string, parents: string, up: string): void {
  const text = `-- revision ${id}\n-- revision: ${id}\n-- parents: ${parents}\n\n-- migrate:up\n${up}\n\n` +
    `-- migrate:down\nDROP TABLE t${id};\n`;
  writeFileSync(join(at(project), "migrations", `${id}.sql`), text);
}

before(async () => {
  await binary(["init", "shop"], { cwd: directory });
  writeRevision("shop", "aaaa", "none", "CREATE TABLE taaaa (id int);");
});

after(() => rmSync(directory, { recursive: true, force: true }));

test("--version and -V print one line; help is on standard output and names every command", slow, async () => {
  for (const flag of ["--version", "-V"]) {
    const { code, stdout, stderr } = await binary([flag]);
    assert.match(stdout, /^migrate \d+\.\d+\.\d+ \(.+\)\n$/);
    assert.deepEqual([code, stderr], [0, ""]);
  }
  for (const words of [["--help"], ["-h"], ["help"], ["--help", "--color", "never"]]) {
    const { code, stdout } = await binary(words, { env: utf8 });
    assert.equal(code, 0);
    for (const { name } of commands) assert.match(stdout, new RegExp(`^  ${name} `, "m"));
  }
});

test(
  "without a command the page goes to standard error, and the exit code is that of a wrong command line",
  slow,
  async () => {
    const { code, stdout, stderr } = await binary([]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /Usage/);
  },
);

test("every command has help, within the width", slow, async () => {
  for (const { name } of commands) {
    const { code, stdout } = await binary([...name.split(" "), "--help"], { env: { ...utf8, COLUMNS: "60" } });
    assert.equal(code, 0, name);
    assert.match(stdout, /Examples/, name);
    // Usage and examples are lines to copy, which are not broken.
    const prose = stdout.replace(/^Examples\n(?: {2}.*\n)*/m, "").replace(/^Usage.*$/m, "");
    for (const line of prose.split("\n")) assert.ok(line.length <= 60, `${name}: ${line}`);
  }
});

test("errors are on standard error, as JSON on standard output, with the same exit code", slow, async () => {
  const text = await binary(["show", "nothing"], { cwd: at("shop") });
  assert.deepEqual([text.code, text.stdout], [2, ""]);
  assert.match(text.stderr, /revision\/not-found/);
  const json = await binary(["show", "nothing", "--json"], { cwd: at("shop") });
  assert.equal(json.code, 2);
  const document = errorShape.parse(JSON.parse(json.stdout));
  assert.deepEqual([document.command, document.error.code], ["show", "revision/not-found"]);
  const usage = await binary(["up", "--json", "--nonsense", "--bogus"]);
  const several = errorShape.parse(JSON.parse(usage.stdout));
  assert.deepEqual(several.errors?.map(({ code }) => code), ["usage/unknown-option", "usage/unknown-option"]);
});

test("colour only when it is asked for, and plain signs where the locale is not UTF-8", slow, async () => {
  const plain = await binary(["heads"], { cwd: at("shop"), env: utf8 });
  assert.ok(!plain.stdout.includes("\x1b["));
  const forced = await binary(["heads"], { cwd: at("shop"), env: { ...utf8, CLICOLOR_FORCE: "1" } });
  assert.ok(forced.stdout.includes("\x1b["));
  const never = await binary(["heads", "--no-color"], { cwd: at("shop"), env: { ...utf8, CLICOLOR_FORCE: "1" } });
  assert.equal(never.stdout, plain.stdout);
  const ascii = await binary(["history", "--graph"], { cwd: at("shop") });
  assert.match(ascii.stdout, /^\* {2}aaaa/);
});

test("a revision that fails part way: what was done, what failed where, what is left, exit 3", slow, async () => {
  await binary(["init", "broken"], { cwd: directory });
  writeRevision("broken", "aaaa", "none", "CREATE TABLE taaaa (id int);");
  writeRevision("broken", "bbbb", "aaaa", "CREATE TABLE tbbbb (id int);\nSELECT nothing_like_it;");
  writeRevision("broken", "cccc", "bbbb", "CREATE TABLE tcccc (id int);");
  const text = await binary(["up"], { cwd: at("broken"), env: utf8 });
  assert.deepEqual([text.code, text.stdout], [3, ""]);
  assert.match(text.stderr, /migrations\/bbbb\.sql:7:8\n.*SELECT nothing_like_it;\n {4}│ {8}\^\n/);
  assert.match(text.stderr, /SQLSTATE 42703/);
  assert.match(text.stderr, /Done before:\n.*aaaa/);
  assert.match(text.stderr, /Not done:\n.*bbbb.*\n.*cccc/);
  const json = await binary(["up", "--json"], { cwd: at("broken") });
  const document = errorShape.parse(JSON.parse(json.stdout));
  assert.equal(json.code, 3);
  assert.equal(document.error.code, "run/statement-failed");
  assert.deepEqual(document.error.at, { file: "migrations/bbbb.sql", line: 7, column: 8 });
  const status = await binary(["status", "--exit-code"], { cwd: at("broken") });
  assert.equal(status.code, 1);
});

test("--json=lines prints an event a line and the document last", slow, async () => {
  const { stdout, code } = await binary(["up", "--json=lines", "--url", "pglite:memory"], { cwd: at("shop") });
  assert.equal(code, 0);
  const lines = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { readonly event?: string });
  const events = lines.slice(0, -1);
  for (const event of events) assert.ok(eventShape.safeParse(event).success, JSON.stringify(event));
  assert.deepEqual(events.map(({ event }) => event).filter((name) => name !== "statement"), [
    "database",
    "plan",
    "tables",
    "started",
    "done",
  ]);
  assert.ok(documentShape("up").safeParse(lines.at(-1)).success);
});

test("init writes each template, and refuses to overwrite naming every file", slow, async () => {
  for (const template of ["sql", "ts", "drizzle", "multidb"]) {
    const cwd = emptyDirectory();
    const first = await binary(["init", "--template", template], { cwd });
    assert.equal(first.code, 0, first.stderr);
    writeFileSync(join(cwd, "migrate.toml"), "mine");
    const again = await binary(["init", "--template", template, "--json"], { cwd });
    const { error } = errorShape.parse(JSON.parse(again.stdout));
    assert.equal(error.code, "usage/refuses-to-overwrite");
    assert.equal(readFileSync(join(cwd, "migrate.toml"), "utf8"), "mine");
  }
});

test("from init to a migrated database, in SQL and in TypeScript, and back", slow, async () => {
  for (const template of ["sql", "ts"]) {
    const cwd = emptyDirectory();
    const run = async (...words: string[]) => {
      const { code, stdout, stderr } = await binary(words, { cwd, env: utf8 });
      assert.equal(code, 0, stderr);
      return stdout;
    };
    await run("init", "--template", template);
    await run("revision", "-m", "create orders");
    const file = readdirSync(join(cwd, "migrations")).find((name) => name.includes("create_orders")) ?? "";
    const path = join(cwd, "migrations", file);
    const empty = readFileSync(path, "utf8");
    const filled = template === "sql"
      ? empty.replace("-- migrate:up\n", "-- migrate:up\nCREATE TABLE orders (id int);\n")
        .replace("-- migrate:down\n", "-- migrate:down\nDROP TABLE orders;\n")
      : empty.replace(
        "export const up = [];",
        'import { sql } from "migrate:kit";\nexport const up = [sql`CREATE TABLE orders (id int)`];',
      )
        .replace("export const down = [];", "export const down = [sql`DROP TABLE orders`];");
    assert.notEqual(filled, empty);
    writeFileSync(path, filled);
    assert.match(await run("up"), /Applied 1 revision/);
    assert.match(await run("status"), /Up to date: 1 revision applied/);
    assert.match(await run("redo"), /Took back 1 revision, applied 1 revision/);
    assert.match(await run("down"), /Took back 1 revision/);
    assert.match(await run("up"), /Applied 1 revision/);
  }
});

test("questions are not asked without a terminal: the flag is named, exit 5", slow, async () => {
  const { code, stdout } = await binary(["revision", "--json"], { cwd: at("shop") });
  assert.equal(code, 5);
  assert.equal(errorShape.parse(JSON.parse(stdout)).error.code, "usage/no-message");
});

test("a protected environment refuses down until it is allowed", slow, async () => {
  const toml = readFileSync(join(at("shop"), "migrate.toml"), "utf8");
  mkdirSync(at("guarded/migrations"), { recursive: true });
  writeFileSync(join(at("guarded"), "migrate.toml"), toml.replace("${DATABASE_URL}", "pglite:data"));
  writeRevision("guarded", "aaaa", "none", "CREATE TABLE taaaa (id int);");
  const run = (...words: string[]) => binary([...words, "--env", "production"], { cwd: at("guarded") });
  assert.equal((await run("up")).code, 0);
  const refused = await run("down");
  assert.equal(refused.code, 5);
  assert.match(refused.stderr, /--allow-destructive/);
  assert.equal((await run("down", "--allow-destructive")).code, 0);
});

test("edit starts VISUAL before EDITOR, with its arguments, and renews the hash list", slow, async () => {
  await binary(["init", "edited"], { cwd: directory });
  await binary(["revision", "-m", "one", "--rev-id", "one1"], { cwd: at("edited") });
  const sum = join(at("edited"), "migrations", "migrate.sum");
  const before = readFileSync(sum, "utf8");
  const editor = at("my editor.sh");
  writeFileSync(editor, '#!/bin/sh\necho "-- $1" >> "$2"\n', { mode: 0o755 });
  const env = { VISUAL: `"${editor}" --wait`, EDITOR: "/bin/false" };
  const { code, stdout, stderr } = await binary(["edit", "one1", "--json"], { cwd: at("edited"), env });
  assert.equal(code, 0, stderr);
  const file = JSON.parse(stdout).changed[0] as string;
  assert.match(readFileSync(join(at("edited"), file), "utf8"), /\n-- --wait\n$/);
  assert.notEqual(readFileSync(sum, "utf8"), before);
  const none = await binary(["edit", "one1", "--json"], { cwd: at("edited") });
  assert.equal(errorShape.parse(JSON.parse(none.stdout)).error.code, "usage/no-editor");
  const failing = await binary(["edit", "one1", "--json"], { cwd: at("edited"), env: { EDITOR: "/bin/false" } });
  assert.equal(errorShape.parse(JSON.parse(failing.stdout)).error.code, "usage/editor-failed");
});

test("a reader that goes away is no error", slow, () => {
  const command = `"${binaryPath()}" help; "${binaryPath()}" explain | head -n 1 >/dev/null`;
  const { status, stderr } = spawnSync("/bin/bash", ["-o", "pipefail", "-c", command], { encoding: "utf8" });
  assert.deepEqual([status, stderr], [0, ""]);
});

test("bash completes commands, options and values from the script", slow, async () => {
  const { stdout: script } = await binary(["completion", "bash"]);
  const complete = (...words: string[]) => {
    const list = words.map((word) => `'${word}'`).join(" ");
    const code =
      `${script}\nCOMP_WORDS=(migrate ${list}); COMP_CWORD=${words.length}; _migrate; echo "\${COMPREPLY[*]}"`;
    return spawnSync("/bin/bash", ["--norc", "-c", code], { encoding: "utf8" }).stdout.trim();
  };
  assert.equal(complete("sta"), "stamp status");
  assert.equal(complete("config", ""), "show schema");
  assert.equal(complete("--env", "x", "up", "--dr"), "--dry-run");
  assert.equal(complete("up", "--out-of-order", ""), "error warn allow");
  assert.equal(complete("explain", "usage/no-e"), "usage/no-editor");
});

test("the other shells' scripts name every command and option", slow, async () => {
  for (const shell of ["zsh", "fish", "pwsh", "nushell"]) {
    const { stdout } = await binary(["completion", shell]);
    for (const { name, options } of commands) {
      for (const word of name.split(" ")) assert.ok(stdout.includes(word), `${shell}: ${name}`);
      for (const option of options) assert.ok(stdout.includes(option.name), `${shell}: ${name} --${option.name}`);
    }
  }
});
