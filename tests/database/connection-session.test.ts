import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { ConnectionLost, type Notice, problemOf, type Session, StatementFailure } from "../../src/database/mod.ts";
import { nameOfUser } from "../../src/database/server/account-name.ts";
import { versionNumber } from "../../src/database/server/open.ts";
import { parameterText, parseArray } from "../../src/database/values.ts";
import { type FreshDatabase, freshDatabase, type Server, server, versions } from "../support/mod.ts";
import { ask, open } from "./connecting.ts";
import { proxy } from "./proxy.ts";

let pg: Server;
let database: FreshDatabase;
let session: Session;

before(async () => {
  pg = await server();
  database = await freshDatabase(pg);
  session = await open(database.url);
});

after(async () => {
  await session.close();
  await database.drop();
});

async function failureOf(promise: Promise<unknown>): Promise<StatementFailure> {
  const error = await promise.then(() => null, (thrown: unknown) => thrown);
  assert.ok(error instanceof StatementFailure, `a StatementFailure was expected, not ${error}`);
  return error;
}

async function lossOf(promise: Promise<unknown>): Promise<ConnectionLost> {
  const error = await promise.then(() => null, (thrown: unknown) => thrown);
  assert.ok(error instanceof ConnectionLost, `a ConnectionLost was expected, not ${error}`);
  return error;
}

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ["true", true],
  ["32767::int2", 32767],
  ["(-2147483648)::int4", -2147483648],
  ["5::int8", 5],
  ["9223372036854775807::int8", 9223372036854775807n],
  ["1.5::float8", 1.5],
  ["'NaN'::float4", NaN],
  ["1.10::numeric", "1.10"],
  ["'x'::text", "x"],
  ["'x'::name", "x"],
  ["null::int", null],
  ["'{\"a\":[1,null]}'::jsonb", { a: [1, null] }],
  ["'[1]'::json", [1]],
  ["'\\x00ff'::bytea", new Uint8Array([0, 255])],
  ["timestamptz '2026-01-02 03:04:05.678+00'", new Date("2026-01-02T03:04:05.678Z")],
  ["timestamptz 'infinity'", "infinity"],
  ["date '2026-01-02'", "2026-01-02"],
  ["timestamp '2026-01-02 03:04:05'", "2026-01-02 03:04:05"],
  ["interval '1 day'", "1 day"],
  ["array[1,null,3]", [1, null, 3]],
  ["array['a\"b','c,d','','NULL',null,'{}']", ['a"b', "c,d", "", "NULL", null, "{}"]],
  ["array[[1,2],[3,4]]", [[1, 2], [3, 4]]],
  ["'[2:3]={5,6}'::int[]", [5, 6]],
  ["'{}'::text[]", []],
  ["array[true,false]", [true, false]],
  ["1::oid", 1],
];

test("session: values are read by their types", async () => {
  const rows = await session.query(`select ${values.map(([expression], i) => `${expression} as v${i}`).join(", ")}`);
  assert.deepEqual(Object.values(rows[0] ?? {}), values.map(([, value]) => value));
});

test("session: parameters are sent by their types", async () => {
  const [row] = await session.query(
    `select $1::text as a, $2::int as b, $3::bool as c, $4::jsonb as d, $5::jsonb as e, $6::jsonb as f, $7::text[] as g,
       $8::timestamptz as h, $9::bytea as i, $10::int8 as j, $11::text as k, $12::int[] as l`,
    [
      "O'Brien",
      7,
      true,
      { x: 1 },
      [1, { y: 2 }],
      '{"z":3}',
      ["a", null, 'q"\\'],
      new Date("2026-01-02T03:04:05Z"),
      new Uint8Array([1, 255]),
      2n ** 60n,
      null,
      [[1], [2]],
    ],
  );
  assert.deepEqual(row, {
    a: "O'Brien",
    b: 7,
    c: true,
    d: { x: 1 },
    e: [1, { y: 2 }],
    f: { z: 3 },
    g: ["a", null, 'q"\\'],
    h: new Date("2026-01-02T03:04:05Z"),
    i: new Uint8Array([1, 255]),
    j: 2n ** 60n,
    k: null,
    l: [[1], [2]],
  });
});

test("values: an array that is written is the array that is read", () => {
  fc.assert(fc.property(fc.array(fc.option(fc.string({ unit: "binary" }))), (array) => {
    assert.deepEqual(parseArray(parameterText(array, false) ?? "", (text) => text), array);
  }));
});

test("session: a failing statement with a parameter leaves the session usable", async () => {
  const failure = await failureOf(session.query("select 1 / $1::int", [0]));
  assert.deepEqual([failure.error.sqlstate, failure.index], ["22012", 0]);
  assert.deepEqual((await failureOf(session.query("select nope, $1::int", [0]))).position, 8);
  assert.deepEqual(await session.query("select $1::int as n", [3]), [{ n: 3 }]);
});

const failures: readonly {
  readonly what: string;
  readonly statements: readonly string[];
  readonly index: number;
  readonly rest: string | null;
}[] = [
  { what: "the only one", statements: ["selec 1"], index: 0, rest: "selec 1" },
  { what: "the second, by position", statements: ["select 1", "select nope"], index: 1, rest: "nope" },
  {
    what: "after text beyond ASCII",
    statements: ["select 'ü😀'", "select '😀ü', nope -- 😀"],
    index: 1,
    rest: "nope -- 😀",
  },
  {
    what: "a syntax error before anything runs",
    statements: ["select 1", "select 2", "selec"],
    index: 2,
    rest: "selec",
  },
  { what: "one that ends too early", statements: ["select 1", "select (", "select 2"], index: 1, rest: "" },
  { what: "the last, that ends too early", statements: ["select 1", "select ("], index: 1, rest: "" },
  { what: "after a line comment", statements: ["select 1 -- one", "select nope"], index: 1, rest: "nope" },
  { what: "without a position", statements: ["select 1", "select 1/0", "select 2"], index: 1, rest: null },
  {
    what: "without a position, after comments alone",
    statements: ["-- a", "/* b */", "select 1", "select 1/0"],
    index: 3,
    rest: null,
  },
  {
    what: "without a position, after several in one",
    statements: ["select 1; select 2", "select $$;$$; ", "select 1/0"],
    index: 2,
    rest: null,
  },
  {
    what: "a constraint that is checked at COMMIT",
    statements: [
      "begin",
      "create table d (id int primary key, up int references d deferrable initially deferred)",
      "insert into d values (1, 2)",
      "commit",
    ],
    index: 3,
    rest: null,
  },
  {
    what: "inside a function's body",
    statements: ["select 1", "do $$ begin perform 1/0; end $$"],
    index: 1,
    rest: null,
  },
  {
    what: "after COPY TO STDOUT",
    statements: ["copy (select generate_series(1, 9)) to stdout", "select nope"],
    index: 1,
    rest: "nope",
  },
  {
    what: "COPY FROM STDIN",
    statements: ["create temp table c (i int)", "copy c from stdin", "select 1"],
    index: 1,
    rest: null,
  },
];

for (const { what, statements, index, rest } of failures) {
  test(`session: the failing statement is known: ${what}`, async () => {
    const failure = await failureOf(session.execute(statements));
    await session.execute(["rollback"]);
    assert.equal(failure.index, index);
    const text = [...(statements[index] ?? "")];
    assert.equal(failure.position === null ? null : text.slice(failure.position - 1).join(""), rest);
  });
}

test("session: nothing to execute is no failure", async () => {
  await session.execute([]);
  await session.execute([""]);
  await session.execute(["-- only this"]);
  assert.deepEqual(await session.query("select 1 as one"), [{ one: 1 }]);
});

test("session: a long message with many statements arrives whole", async () => {
  const filler = "x".repeat(10_000);
  const statements = ["create temp table long (t text)", ...Array(300).fill(`insert into long values ('${filler}')`)];
  await session.execute(statements);
  assert.deepEqual(await session.query("select sum(length(t))::int as n from long"), [{ n: 3_000_000 }]);
});

test("session: notices arrive while a statement runs, and stop on demand", async () => {
  const notices: Notice[] = [];
  session.onNotice((notice) => notices.push(notice));
  await session.execute(["do $$ begin raise notice 'hé'; raise warning 'careful' using errcode = '01234'; end $$"]);
  session.onNotice(null);
  await session.execute(["do $$ begin raise notice 'unheard'; end $$"]);
  assert.deepEqual(notices, [
    { severity: "NOTICE", message: "hé", code: "00000" },
    { severity: "WARNING", message: "careful", code: "01234" },
  ]);
});

test("session: it knows its server and shows no password", async () => {
  const mine = await open(database.url.replace("postgres@", "postgres:hidden1@"));
  assert.equal(
    mine.pid,
    await ask(
      database.url,
      "select pid from pg_stat_activity where application_name = 'migrate' and pid = " + mine.pid,
    ),
  );
  assert.equal(
    mine.serverVersion,
    Number((await mine.query<{ v: string }>("select current_setting('server_version_num') as v"))[0]?.v),
  );
  assert.equal(mine.display, database.url);
  assert.equal(mine.kind, "server");
  await mine.close();
});

test("session: a statement is cancelled from a second connection", async () => {
  const mine = await open(database.url);
  const failed = failureOf(mine.execute(["select 1", "select pg_sleep(60)"]));
  while (
    await ask(
      database.url,
      `select count(*) from pg_stat_activity where wait_event = 'PgSleep' and pid = ${mine.pid}`,
    ) === 0
  );
  await mine.cancel();
  const failure = await failed;
  assert.deepEqual([failure.error.sqlstate, failure.index], ["57014", 1]);
  assert.deepEqual(await mine.query("select 1 as one"), [{ one: 1 }]);
  await mine.cancel(); // nothing runs: nothing happens
  await mine.close();
});

test("session: closing frees its locks before it returns, and can be done twice", async () => {
  const mine = await open(database.url);
  await mine.execute(["select pg_advisory_lock(4711)"]);
  await Promise.all([mine.close(), mine.close()]);
  assert.equal(await ask(database.url, "select pg_try_advisory_lock(4711)"), true);
  assert.equal((await lossOf(mine.query("select 1"))).sent, false);
});

test("session: the server's last words are the reason of a loss", async () => {
  const mine = await open(database.url);
  const loss = await lossOf(mine.execute(["select pg_terminate_backend(pg_backend_pid())"]));
  assert.deepEqual([loss.sent, loss.message], [true, "terminating connection due to administrator command"]);
  assert.equal((await lossOf(mine.execute(["select 1"]))).sent, false);
  await mine.close();
});

test("session: a loss while nothing runs is known at the next statement, which was not sent", async () => {
  const mine = await open(database.url);
  await ask(database.url, `select pg_terminate_backend(${mine.pid}, 5000)`);
  const loss = await lossOf(mine.query("select 1"));
  // Either the end was seen before, or the statement was already on its way.
  assert.match(loss.message, /administrator command|closed/);
  await mine.close();
});

test("session: a line that is cut while a statement runs is lost, and was sent", async () => {
  const between = await proxy(pg.port);
  const mine = await open(database.url.replace(`:${pg.port}`, `:${between.port}`));
  const lost = lossOf(mine.execute(["select pg_sleep(60)"]));
  while (
    await ask(
      database.url,
      `select count(*) from pg_stat_activity where wait_event = 'PgSleep' and pid = ${mine.pid}`,
    ) === 0
  );
  between.cut();
  assert.equal((await lost).sent, true);
  await mine.close();
  between.close();
});

test("session: a line that is cut while nothing runs is lost, and nothing was sent", async () => {
  const between = await proxy(pg.port);
  const mine = await open(database.url.replace(`:${pg.port}`, `:${between.port}`));
  await mine.query("select 1");
  between.cut();
  while (await mine.query("select 1").then(() => true, (error: ConnectionLost) => error.sent));
  assert.equal((await lossOf(mine.query("select 1"))).sent, false);
  await mine.close();
  between.close();
});

test("session: closing over a line on which nothing comes back does not hang", async () => {
  const between = await proxy(pg.port);
  const mine = await open(database.url.replace(`:${pg.port}`, `:${between.port}`));
  between.swallow();
  await mine.close();
  between.close();
});

test("session: a server that stops ends the session, fast and immediate", async () => {
  for (const mode of ["fast", "immediate"] as const) {
    const own = await server({ own: true });
    const mine = await open(own.url);
    const lost = lossOf(mine.execute(["select pg_sleep(60)"]));
    while (await ask(own.url, "select count(*) from pg_stat_activity where wait_event = 'PgSleep'") === 0);
    own.stop(mode);
    assert.equal((await lost).sent, true);
    await mine.close();
  }
});

test("a role that cannot be taken is told of as such", async () => {
  const error = await open(database.url, { role: "no such role" }).catch((thrown: unknown) => thrown);
  assert.equal((error as { code?: string }).code, "database/set-role");
  assert.equal((error as { data?: { role?: string } }).data?.role, "no such role");
});

test("the account's name is that of the process's user id, whatever USER says", () => {
  const passwd = "# x\nroot:x:0:0:root:/root:/bin/sh\n:x:1:1::/:\nann:x:1000:1000:Ann:/home/ann:/bin/sh\n";
  assert.deepEqual([0, 1, 100, 1000].map((id) => nameOfUser(passwd, id)), ["root", null, null, "ann"]);
  assert.equal(nameOfUser("", 0), null);
});

test("failure: what a session throws becomes a problem with its code", async () => {
  const codeOf = async (statement: string) => {
    const error = problemOf(await session.execute([statement]).catch((thrown: unknown) => thrown), session);
    return (error as { code?: string }).code;
  };
  assert.equal(await codeOf("select nope"), "database/statement-failed");
  await session.execute(["create role weak_role; set role weak_role"]);
  assert.equal(await codeOf("create table forbidden ()"), "database/permission-denied");
  await session.execute(["reset role; drop role weak_role; set default_transaction_read_only = on"]);
  assert.equal(await codeOf("create table forbidden ()"), "database/read-only");
  await session.execute(["reset default_transaction_read_only"]);
  assert.equal(
    (problemOf(new ConnectionLost("x", true), session) as { code: string }).code,
    "database/connection-lost",
  );
  assert.equal(problemOf("other", session), "other");
});

for (const version of versions) {
  test(`session: PostgreSQL ${version} is opened, asked, cancelled and closed`, async () => {
    const mine = await open((await server({ version })).url);
    assert.equal(Math.floor(mine.serverVersion / 10_000), version);
    assert.deepEqual(await mine.query("select $1::int[] as list", [[1, 2]]), [{ list: [1, 2] }]);
    assert.equal((await failureOf(mine.execute(["select 1", "select 1/0"]))).index, 1);
    await mine.cancel();
    await mine.close();
  });
}

test("version: every way in which a server writes its own", () => {
  const texts = ["14.0", "16.4 (Debian 16.4-1.pgdg120+1)", "19beta1", "17devel", "9.6.24"];
  assert.deepEqual(texts.map(versionNumber), [140_000, 160_004, 190_000, 170_000, 90_006]);
});

test("session: what does not fit into the line at once arrives whole, in both directions", async () => {
  const text = "ä".repeat(6_000_000);
  const [row] = await session.query<{ same: boolean; back: string }>(
    "select $1::text = repeat('ä', 6000000) as same, $1::text as back",
    [text],
  );
  assert.equal(row?.same, true);
  assert.equal(row?.back === text, true);
  await session.execute([`select length('${text}')`, `select length('${text}')`]);
});

test("session: several statements return the rows of the last that has columns", async () => {
  assert.deepEqual(await session.execute(["select 1 as n", "select n from generate_series(2, 3) as n"]), [
    { n: 2 },
    { n: 3 },
  ]);
  assert.deepEqual(await session.execute(["select 4 as n"]), [{ n: 4 }]);
  assert.deepEqual(await session.execute(["select 5 as n", "select 6 as m where false", "reset all"]), []);
  assert.deepEqual(await session.execute(["reset all"]), []);
});
