import assert from "node:assert/strict";
import { test } from "node:test";
import postgres from "postgres";
import {
  diff,
  emptySnapshot,
  keyOf,
  type ReadOptions,
  readSnapshot,
  renamesAt,
  type Snapshot,
} from "../../src/schema/mod.ts";
import { freshDatabase, server } from "../support/mod.ts";

interface Reading {
  readonly snapshot: Snapshot;
  /** How many messages the reading sent. */
  readonly messages: number;
}

async function reading(text: string, options: ReadOptions = {}): Promise<Reading> {
  await using database = await freshDatabase(await server());
  const sql = postgres(database.url, { max: 1, fetch_types: false, prepare: false, onnotice: () => {} });
  let messages = 0;
  try {
    await sql.unsafe(text).simple();
    const query = (one: string) => {
      messages += 1;
      return sql.unsafe(one);
    };
    return { snapshot: await readSnapshot({ query }, options), messages };
  } finally {
    await sql.end();
  }
}

const keys = ({ snapshot }: Reading) => snapshot.facts.map((fact) => fact.key);
const sqlOf = (have: Snapshot, want: Snapshot) => diff(have, want).statements.map(({ sql }) => sql);

test("an empty database is the empty snapshot", async () => {
  const { snapshot } = await reading("");
  assert.deepEqual(diff(emptySnapshot, snapshot).statements, []);
  assert.deepEqual(diff(snapshot, emptySnapshot).statements, []);
});

test("the number of messages does not grow with the schema", async () => {
  const few = await reading("create table a(x int)");
  const many = await reading(
    Array.from({ length: 40 }, (_, at) => `create table t${at}(x int primary key, y text)`).join(";"),
  );
  assert.equal(few.messages, many.messages);
  assert.ok(few.messages <= 5);
});

test("a snapshot survives JSON, and a schema equals itself", async () => {
  const { snapshot } = await reading("create table a(x int primary key default 3); create view v as select x from a");
  assert.deepEqual(sqlOf(snapshot, JSON.parse(JSON.stringify(snapshot))), []);
});

test("facts come in the order of their keys", async () => {
  const found = keys(await reading("create table b(x int); create table a(y int, x int)"));
  assert.deepEqual(found, [...found].sort((a, b) => a < b ? -1 : 1));
});

test("other schemas, ignored names and migrate's own tables are left alone", async () => {
  const text = `create schema cron; create table cron.jobs(x int); create table spatial_ref_sys(x int);
    create table migrate_revisions(x int primary key); create table t(x int); create index t_x_tmp on t(x)`;
  const options = {
    schemas: ["public"],
    ignore: ["table:public.spatial_ref_sys", "index:public.*_tmp"],
    exclude: [{ schema: "public", name: "migrate_revisions" }],
  };
  const found = keys(await reading(text, options)).filter((key) => !key.startsWith("comment:"));
  assert.deepEqual(found, [
    keyOf("column", ["public", "t", "x"]),
    keyOf("schema", ["public"]),
    keyOf("table", ["public", "t"]),
  ]);
});

test("the sequence of an ignored table's serial column is left alone with it", async () => {
  const text = "create table theirs(id serial primary key); create table ours(id serial primary key)";
  const found = keys(await reading(text, { ignore: ["table:public.theirs"] }));
  assert.deepEqual(found.filter((key) => /^(sequence|ownedBy):/.test(key)), [
    keyOf("ownedBy", ["public", "ours_id_seq"]),
    keyOf("sequence", ["public", "ours_id_seq"]),
  ]);
});

test("what an extension brings is the extension's", async () => {
  const found = keys(await reading("create extension citext; create table t(x citext)"));
  assert.deepEqual(found.filter((key) => /^(function|operator|cast|aggregate|operatorClass):/.test(key)), []);
  assert.ok(found.includes("extension:citext"));
});

test("what no kind describes is reported by kind and name", async () => {
  const text = `create type half; create access method heap2 type table handler heap_tableam_handler;
    create text search parser letters (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
    create text search template plain (lexize = dsimple_lexize); create language other handler plpgsql_call_handler;
    create type whole; create function whole_in(cstring) returns whole language internal immutable strict as 'int4in';
    create function whole_out(whole) returns cstring language internal immutable strict as 'int4out';
    create type whole (input = whole_in, output = whole_out, like = int4);
    create function from_sql(internal) returns internal language internal immutable as 'varchar_support';
    create transform for int language sql (from sql with function from_sql(internal));
    create schema theirs; create type theirs.half`;
  const names = async (options: ReadOptions) =>
    (await reading(text, options)).snapshot.unmodelled.map(({ kind, name }) => `${kind} ${name}`).sort();
  const ours = [
    "access method heap2",
    "base type public.half",
    "base type public.whole",
    "language other",
    "text search parser public.letters",
    "text search template public.plain",
    "transform integer for sql",
  ];
  assert.deepEqual(await names({ schemas: ["public"] }), ours);
  assert.deepEqual(await names({}), [...ours, "base type theirs.half"].sort());
  const ignore = ["base type:*.half", "schema:*eirs", "text search parser:*", "language:*"];
  assert.deepEqual(await names({ ignore }), [
    "access method heap2",
    "base type public.whole",
    "text search template public.plain",
    "transform integer for sql",
  ]);
});

test("an invalid index is built again, and nothing makes one", async () => {
  await using database = await freshDatabase(await server());
  const sql = postgres(database.url, { max: 1, fetch_types: false, prepare: false, onnotice: () => {} });
  try {
    const read = () => readSnapshot({ query: (one) => sql.unsafe(one) });
    await sql.unsafe("create table t(a int); create index i on t(a); create unique index u on t(a) where a > 1")
      .simple();
    const want = await read();
    await sql.unsafe("update pg_index set indisvalid = false where indrelid = 't'::regclass");
    const have = await read();
    assert.deepEqual(sqlOf(want, have), []);
    assert.deepEqual(sqlOf(have, want), ["REINDEX INDEX public.i", "REINDEX INDEX public.u"]);
    for (const one of sqlOf(have, want)) await sql.unsafe(one);
    assert.deepEqual(sqlOf(await read(), want), []);
    const [left] = await sql.unsafe("select count(*)::int as n from pg_index where not indisvalid");
    assert.equal(left?.n, 0);
  } finally {
    await sql.end();
  }
});

test("privileges and owners are read only when asked for", async () => {
  const text = "create table t(x int); grant select on t to public";
  const without = keys(await reading(text)).filter((key) => /^(owner|privilege):/.test(key));
  const withThem = keys(await reading(text, { privileges: true, owners: true })).filter((key) =>
    /^(owner|privilege):/.test(key)
  );
  assert.deepEqual(without, []);
  assert.ok(withThem.some((key) => key.startsWith("privilege:")) && withThem.some((key) => key.startsWith("owner:")));
});

test("a statement says what it does to tables that were there, and nothing of new ones", async () => {
  const have = (await reading("create table t(a int, b text)")).snapshot;
  const want =
    (await reading("create table t(a bigint); create index i on t(a); create table n(x int); create index ni on n(x)"))
      .snapshot;
  const said = diff(have, want).statements.map(({ sql, lockLevel, rewrites, scans, losesData }) => ({
    sql,
    lockLevel,
    rewrites,
    scans,
    losesData,
  }));
  assert.deepEqual(said.find(({ sql }) => sql.includes("TYPE bigint")), {
    sql: "ALTER TABLE public.t ALTER COLUMN a TYPE bigint",
    lockLevel: "ACCESS EXCLUSIVE",
    rewrites: true,
    scans: true,
    losesData: false,
  });
  assert.equal(said.find(({ sql }) => sql.includes("INDEX i "))?.lockLevel, "SHARE");
  assert.equal(said.find(({ sql }) => sql.includes("INDEX ni "))?.lockLevel, null);
  assert.equal(said.find(({ sql }) => sql.includes("DROP COLUMN b"))?.losesData, true);
});

test("a change of type that cuts what is stored says so", async () => {
  const losing = async (from: string, to: string) => {
    const have = (await reading(`create table t(a ${from})`)).snapshot;
    const want = (await reading(`create table t(a ${to})`)).snapshot;
    return diff(have, want).statements.some(({ losesData }) => losesData);
  };
  for (
    const [from, to] of [["text[]", "text"], ["timestamptz", "timestamptz(0)"], ["timestamp", "date"], [
      "numeric",
      "int",
    ]]
  ) {
    assert.equal(await losing(from ?? "", to ?? ""), true, `${from} to ${to}`);
  }
  for (
    const [from, to] of [["text", "text[]"], ["text[]", "jsonb"], ["timestamp(0)", "timestamp"], ["int", "bigint"]]
  ) {
    assert.equal(await losing(from ?? "", to ?? ""), false, `${from} to ${to}`);
  }
});

test("an enum value that is used in the same plan stands in a transaction of its own", async () => {
  const have = (await reading("create type e as enum ('a'); create table t(x e)")).snapshot;
  const used = (await reading("create type e as enum ('a', 'b'); create table t(x e default 'b')")).snapshot;
  const unused = (await reading("create type e as enum ('a', 'b'); create table t(x e)")).snapshot;
  const need = (want: Snapshot) =>
    diff(have, want).statements.find(({ sql }) => sql.includes("ADD VALUE"))?.transaction;
  assert.equal(need(used), "own");
  assert.equal(need(unused), "any");
});

test("where PostgreSQL has an ALTER, nothing is dropped", async () => {
  const have =
    `create type e as enum ('a'); create table t(a int, b varchar(10) default 'x', c text, s e, constraint k check (a > 0) not valid);
    create view v as select a from t; create sequence q; create function f(x int) returns int language sql as 'select 1';
    create policy p on t using (a > 0); create domain d as int; create index i on t(a); create type c as (x int)`;
  const want =
    `create type e as enum ('a', 'b'); create table t(a int not null, b varchar(20) default 'y', c text, s e, z int, constraint k check (a > 0));
    create view v with (security_barrier) as select a, b from t; create sequence q increment 2; create function f(x int) returns int language sql stable as 'select 2';
    create policy p on t using (a > 1); create domain d as int default 3 not null; create index i on t(a) with (fillfactor = 50); create type c as (x int, y int)`;
  const statements = sqlOf((await reading(have)).snapshot, (await reading(want)).snapshot);
  assert.deepEqual(statements.filter((sql) => /^DROP|DROP CONSTRAINT|DROP COLUMN/.test(sql)), []);
});

test("an enum with another name and another value is asked about, when columns have it", async () => {
  const asked = async (have: string, want: string) => {
    const { questions } = renamesAt(1, (await reading(have)).snapshot, (await reading(want)).snapshot);
    return questions.map(({ kind, from, candidates, certain }) => [kind, from[1], candidates[0]?.to[1], certain]);
  };
  const old = "create type mood as enum ('sad', 'happy', 'calm')";
  const fresh = "create type feeling as enum ('gloomy', 'happy', 'calm')";
  const used = (type: string) => `create table t(x ${type})`;
  assert.deepEqual(await asked(`${old}; ${used("mood")}`, `${fresh}; ${used("feeling")}`), [[
    "enum",
    "mood",
    "feeling",
    false,
  ]]);
  assert.deepEqual(await asked(old, fresh), []);
  const other = "create type side as enum ('left', 'right', 'calm')";
  assert.deepEqual(await asked(`${old}; ${used("mood")}`, `${other}; ${used("side")}`), []);
});
