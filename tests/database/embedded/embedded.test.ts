import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { protocol } from "@electric-sql/pglite";
import { Problem } from "../../../src/base/problem.ts";
import { startEngine } from "../../../src/database/embedded/engine.ts";
import { MemoryFilesystem } from "../../../src/database/embedded/filesystem.ts";
import { EmbeddedSession } from "../../../src/database/embedded/session.ts";
import { openEmbedded, openScratch, readPack } from "../../../src/database/embedded/mod.ts";
import { type Notice, StatementFailure } from "../../../src/database/session.ts";
import { buildPacks } from "../../../scripts/build.ts";

let root = "";
before(async () => {
  await buildPacks();
  root = mkdtempSync(join(tmpdir(), "migrate-embedded-"));
});
after(() => rmSync(root, { recursive: true, force: true }));

const count = async (directory: string) => {
  const session = await openEmbedded({ directory });
  try {
    return await session.query<{ n: number }>("select count(*) as n from t").then(([row]) => row?.n);
  } finally {
    await session.close();
  }
};

/** Starts a process that opens the directory; resolves when it says so or ends. */
function holder(directory: string, statements: readonly string[], hold: boolean): Promise<ChildProcess> {
  const script = fileURLToPath(new URL("holder.ts", import.meta.url));
  const args = process.versions["deno"] === undefined ? [script] : ["run", "-A", "--no-check", script];
  const child = spawn(process.execPath, [...args, directory, ...statements], {
    env: { ...process.env, HOLD: hold ? "1" : "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve) => {
    child.stdout.once("data", () => resolve(child));
    child.once("exit", () => resolve(child));
  });
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once("exit", () => resolve()) : resolve()
  );

test("a new directory is a database that keeps what was committed", async () => {
  const directory = join(root, "new", "deeper");
  const session = await openEmbedded({ directory });
  assert.equal(session.kind, "embedded");
  assert.equal(Math.trunc(session.serverVersion / 10_000), 18);
  await session.execute(["create table t (id int primary key)", "insert into t values (1), (2)"]);
  await session.close();
  assert.equal(await count(directory), 2);
});

test("values are read as on a server", async () => {
  const session = await openScratch();
  const [row] = await session.query(
    "select $1::int as number, $2::jsonb as json, $3::text[] as list, null as nothing, 9007199254740993 as big, " +
      "'2026-11-22T10:00:00Z'::timestamptz as instant, 'x'::name as name, '\\x01ff'::bytea as bytes, true as yes",
    [7, [{ a: 1 }], ["a", null, 'q"']],
  );
  assert.deepEqual(row, {
    number: 7,
    json: [{ a: 1 }],
    list: ["a", null, 'q"'],
    nothing: null,
    big: 9007199254740993n,
    instant: new Date("2026-11-22T10:00:00Z"),
    name: "x",
    bytes: new Uint8Array([1, 255]),
    yes: true,
  });
  assert.deepEqual(await session.query("show search_path"), [{ search_path: '"$user", public' }]);
  await session.close();
});

test("of several statements the failing one is known, with its position", async () => {
  const session = await openScratch();
  const failure = async (statements: readonly string[]) => {
    try {
      await session.execute(statements);
    } catch (error) {
      assert.ok(error instanceof StatementFailure, String(error));
      return [error.index, error.position, error.error.sqlstate];
    }
    return null;
  };
  assert.deepEqual(await failure(["select 1 -- comment", "select 1/0", "select 2"]), [1, null, "22012"]);
  assert.deepEqual(await failure(["select '😀é'", "select '😀', nowhere", "select 2"]), [1, 13, "42703"]);
  assert.deepEqual(await failure(["select 1", "selec 2"]), [1, 1, "42601"]);
  assert.deepEqual(await failure(["create table u (id int)", "copy u from stdin"]), [1, null, "57014"]);
  assert.deepEqual(await session.query("select to_regclass('u') as u"), [{ u: null }], "one implicit transaction");
  assert.deepEqual(await failure(["begin", "create table u (id int)", "select 1/0"]), [2, null, "22012"]);
  assert.deepEqual(await failure(["select 1"]), [0, null, "25P02"], "the transaction stays open and failed");
  await session.execute(["rollback"]);
  await session.close();
});

test("an error carries what the server says of it", async () => {
  const session = await openScratch();
  await session.execute(["create table t (id int constraint positive check (id > 0))"]);
  await assert.rejects(session.execute(["insert into t values (-1)"]), (error: unknown) => {
    assert.ok(error instanceof StatementFailure);
    const { sqlstate, severity, schema, table, constraint, detail } = error.error;
    assert.deepEqual(
      { sqlstate, severity, schema, table, constraint, detail },
      {
        sqlstate: "23514",
        severity: "ERROR",
        schema: "public",
        table: "t",
        constraint: "positive",
        detail: "Failing row contains (-1).",
      },
    );
    return true;
  });
  await assert.rejects(session.query("select $1::int + nowhere", [1]), { name: "StatementFailure", position: 18 });
  assert.deepEqual(await session.query("select 1 as one"), [{ one: 1 }]);
  await session.close();
});

test("notices reach the listener", async () => {
  const session = await openScratch();
  const notices: Notice[] = [];
  session.onNotice((notice) => notices.push(notice));
  await session.execute(["do $$ begin raise warning 'one'; end $$", "drop table if exists nowhere"]);
  session.onNotice(null);
  await session.execute(["drop table if exists nowhere"]);
  assert.deepEqual(notices.map(({ severity, message }) => [severity, message]), [
    ["WARNING", "one"],
    ["NOTICE", 'table "nowhere" does not exist, skipping'],
  ]);
  await session.close();
});

test("scratch databases do not see each other", async () => {
  const [one, other] = await Promise.all([openScratch(), openScratch()]);
  await one.execute(["create table t (id int)", "insert into t select generate_series(1, 1000)"]);
  assert.deepEqual(await other.query("select to_regclass('t') as t"), [{ t: null }]);
  const third = await openScratch();
  assert.deepEqual(await third.query("select to_regclass('t') as t"), [{ t: null }]);
  for (const session of [one, other, third]) await session.close();
});

test("contrib extensions and pgvector can be created, and work after the database is opened again", async () => {
  const directory = join(root, "extensions");
  const session = await openEmbedded({ directory });
  const names = ["citext", "pg_trgm", "pgcrypto", "unaccent", "uuid-ossp", "vector"];
  await session.execute(names.map((name) => `create extension "${name}"`));
  await session.close();
  const again = await openEmbedded({ directory });
  assert.deepEqual(
    await again.query("select 'A'::citext = 'a' as same, unaccent('é') as plain, '[3,4]'::vector <-> '[0,0]' as far"),
    [{ same: true, plain: "e", far: 5 }],
  );
  await again.close();
});

test("what was committed survives SIGKILL, and the lock does not outlive its owner", async () => {
  const directory = join(root, "killed");
  const child = await holder(directory, [
    "create table t (id int primary key)",
    "insert into t select generate_series(1, 500)",
    "begin",
    "insert into t values (1000)",
  ], true);
  await assert.rejects(openEmbedded({ directory, lockWaitMs: 0 }), (error: unknown) => {
    assert.ok(error instanceof Problem);
    assert.equal(error.code, "embedded/locked");
    assert.match((error.data as { holder: string }).holder, new RegExp(`^process ${child.pid} on `));
    return true;
  });
  child.kill("SIGKILL");
  await ended(child);
  assert.equal(await count(directory), 500);
});

test("a second process waits until the first is done", async () => {
  const directory = join(root, "shared");
  const rounds = ["create table if not exists t (id serial primary key)", "insert into t default values"];
  const children = await Promise.all([1, 2, 3].map(() => holder(directory, rounds, false)));
  await Promise.all(children.map(ended));
  assert.deepEqual(children.map((child) => child.exitCode), [0, 0, 0]);
  assert.equal(await count(directory), 3);
});

test("an engine that ended says so instead of waiting for ever", async () => {
  const engine = await startEngine(new MemoryFilesystem(readPack()), "pglite:memory");
  // Without data and without an end of data, COPY finds its input closed: PostgreSQL ends.
  const copy = protocol.serialize.query("create table t (id int); copy t from stdin");
  const session = await EmbeddedSession.open({
    engine,
    display: "pglite:memory",
    onNotice: null,
    release: () => Promise.resolve(),
  });
  await assert.rejects(engine.execProtocolRawStream(copy, { onRawData: () => {}, syncToFs: false }));
  await assert.rejects(session.execute(["select 1"]), { name: "ConnectionLost" });
  await assert.rejects(session.query("select 1"), { name: "ConnectionLost" });
});

test("a directory with something else in it is refused, and left alone", async () => {
  const directory = mkdtempSync(join(root, "other-"));
  writeFileSync(join(directory, "letter.txt"), "dear");
  await assert.rejects(openEmbedded({ directory }), { code: "embedded/not-a-database" });
  assert.ok(existsSync(join(directory, "letter.txt")));
});

test("a directory whose making was interrupted is made again", async () => {
  const directory = mkdtempSync(join(root, "half-"));
  const session = await openEmbedded({ directory });
  await session.close();
  rmSync(join(directory, "PG_VERSION"));
  rmSync(join(directory, "global"), { recursive: true });
  const again = await openEmbedded({ directory });
  assert.deepEqual(await again.query("select 1 as one"), [{ one: 1 }]);
  await again.close();
});

test("a database of another major version is refused", async () => {
  const directory = mkdtempSync(join(root, "old-"));
  writeFileSync(join(directory, "PG_VERSION"), "17\n");
  await assert.rejects(openEmbedded({ directory }), { code: "embedded/version" });
});

test("a damaged database says why it does not start", async () => {
  const directory = mkdtempSync(join(root, "damaged-"));
  await (await openEmbedded({ directory })).close();
  writeFileSync(join(directory, "global", "pg_control"), new Uint8Array(8192));
  await assert.rejects(openEmbedded({ directory }), { code: "embedded/start" });
});

test("a directory that cannot be made or written is a problem of its own", async () => {
  const file = join(root, "file");
  writeFileSync(file, "");
  await assert.rejects(openEmbedded({ directory: join(file, "database") }), { code: "embedded/unwritable" });
});
