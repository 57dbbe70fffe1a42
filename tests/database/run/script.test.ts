/** Scripts: psql and the run arrive at the same database, history and log rows included. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  listingOf,
  loadSteps,
  readHistory,
  readLog,
  runPlan,
  type RunPolicy,
  scriptOf,
  stampScriptOf,
  tablesScript,
  writeStamp,
} from "../../../src/database/run/mod.ts";
import { freshDatabase, psql, schemaDump, server } from "../../support/mod.ts";
import { downFrom, names, open, policy, request, type RevisionText, stepOf, upTo } from "./support/project.ts";

const plain: readonly RevisionText[] = [
  { id: "a", up: ["create table a (id int, t text default 'it''s; \\d :x') -- the end"], down: ["drop table a"] },
  {
    id: "b",
    up: ["create type mood as enum ('ok')", "alter type mood add value 'é 😀'", ""],
    down: ["drop type mood"],
  },
  {
    id: "c",
    up: [
      "create function f() returns int language sql begin atomic select 1; select 2; end; comment on table a is $x$ ; $x$",
    ],
    down: ["drop function f", "comment on table a is null"],
  },
  { id: "d", up: ["set search_path = pg_catalog; create table public.d (x int)"], down: ["drop table d"] },
  { id: "e", up: ["create table e (x int)"], down: [] },
];
const bare: readonly RevisionText[] = [
  {
    id: "n",
    up: [
      "create table n (id int)",
      {
        alone: "insert into n values (1); create index concurrently n_id on n (id); set lock_timeout = '9s'; select 1",
      },
      { alone: "vacuum n" },
      "insert into n values (2)",
    ],
    down: [{ alone: "drop index concurrently n_id" }, "drop table n"],
  },
  { id: "o", up: [{ alone: "create index concurrently o_id on a (id)" }], down: [{ alone: "drop index o_id -- bye" }] },
];

const identity = { runId: "the-run", toolVersion: "9", tag: "a 'tag'" };

async function rowsOf(url: string): Promise<unknown> {
  const session = await open(url);
  try {
    const history = (await readHistory(session, names)).map(({ appliedAt: _at, durationMs: _ms, ...row }) => row);
    const log = (await readLog(session, names)).map(({ at: _at, durationMs: _ms, ...row }) => row);
    return { history, log };
  } finally {
    await session.close();
  }
}

for (const transaction of ["revision", "all"] as const) {
  test(`a script run by psql equals the run (transaction = ${transaction})`, async () => {
    const running = await server();
    await using byRun = await freshDatabase(running);
    await using byScript = await freshDatabase(running);
    const revisions = transaction === "all" ? plain : [...plain, ...bare];
    const chosen: RunPolicy = { ...policy, transaction };
    const script = { names, identity, policy: chosen, tables: true, title: "migrate: base to heads" };
    const session = await open(byRun.url);
    const ran = await runPlan(request(session, byRun.url, upTo(revisions), { identity, policy: { transaction } }));
    assert.equal(ran.problem, null);
    const ups = await loadSteps(revisions.map((revision) => stepOf(revision, "up")), chosen);
    psql(byScript.url, scriptOf(ups, script));
    assert.equal(schemaDump(byScript.url), schemaDump(byRun.url));
    assert.deepEqual(await rowsOf(byScript.url), await rowsOf(byRun.url));

    assert.throws(() => psql(byScript.url, scriptOf(ups.slice(0, 1), { ...script, tables: false })), /already exists/);
    const taken = await runPlan(
      request(session, byRun.url, downFrom(revisions), { identity, policy: { transaction } }),
    );
    assert.equal(taken.problem, null);
    await session.close();
    const downs = await loadSteps(revisions.toReversed().map((revision) => stepOf(revision, "down")), chosen);
    psql(byScript.url, scriptOf(downs, { ...script, tables: false }));
    assert.equal(schemaDump(byScript.url), schemaDump(byRun.url));
    assert.deepEqual(await rowsOf(byScript.url), await rowsOf(byRun.url));
  });
}

test("a revision that is recorded already is refused by its script, whole", async () => {
  await using database = await freshDatabase(await server());
  const request = { names, identity, policy, tables: true, title: "t" };
  const [step] = await loadSteps(
    [stepOf({ id: "a", up: ["create table if not exists a (); select 1"] }, "up")],
    policy,
  );
  assert.ok(step);
  const again = await loadSteps([stepOf({ id: "a", up: ["create table second ()"] }, "up")], policy);
  psql(database.url, scriptOf([step], request));
  assert.throws(() => psql(database.url, scriptOf(again, request)), /migrate_revisions_pkey/);
  assert.equal(psql(database.url, "select to_regclass('second') is null").trim(), "t");
  const down = await loadSteps([stepOf({ id: "other", up: [], down: ["create table third ()"] }, "down")], policy);
  assert.throws(() => psql(database.url, scriptOf(down, request)), /null value in column "revision"/);
  assert.equal(psql(database.url, "select to_regclass('third') is null").trim(), "t");
});

test("scripts of stamps and of the tables", async () => {
  const running = await server();
  await using byRun = await freshDatabase(running);
  await using byScript = await freshDatabase(running);
  const rows = { add: [{ id: "a", message: "it's", checksum: null }], remove: [] };
  const session = await open(byRun.url);
  await writeStamp({ ...request(session, byRun.url, () => [], { identity }), change: () => rows });
  await session.close();
  const script = { names, identity, policy, title: "two\nlines" };
  psql(byScript.url, tablesScript(script));
  psql(byScript.url, tablesScript(script));
  psql(byScript.url, stampScriptOf(rows, { ...script, tables: false }));
  assert.equal(schemaDump(byScript.url), schemaDump(byRun.url));
  assert.deepEqual(await rowsOf(byScript.url), await rowsOf(byRun.url));
});

test("code cannot be written into a script; a listing names it", async () => {
  const steps = await loadSteps([stepOf({ id: "k", up: ["select 1", { code: () => {} }] }, "up")], policy);
  assert.throws(
    () => scriptOf(steps, { names, identity, policy, tables: false, title: "t" }),
    (error: { code?: string; data?: unknown }) => {
      assert.deepEqual([error.code, error.data], ["run/code-offline", { revision: "k", description: "code" }]);
      return true;
    },
  );
  const statements = listingOf(steps).flatMap(({ blocks }) => blocks.flatMap(({ statements }) => statements));
  assert.deepEqual(statements.map(({ sql, description }) => [sql, description]), [["select 1", null], [null, "code"]]);
  assert.doesNotThrow(() => JSON.stringify(listingOf(steps)));
});

test("a listing of a half-done revision leaves out what is behind it", async () => {
  const revision: RevisionText = {
    id: "h",
    up: ["select 1", { alone: "select 2; select 3" }, "select 4"],
    down: ["select 5"],
  };
  const progress = { direction: "up", blocks: 1, statements: 1, started: false } as const;
  const rows = new Map([["h", { id: "h", checksum: null, error: null, progress }]]);
  const listed = async (direction: "up" | "down") =>
    listingOf(await loadSteps([stepOf(revision, direction)], policy), rows)[0]?.blocks.map(({ statements }) =>
      statements.map(({ sql }) => sql)
    );
  assert.deepEqual(await listed("up"), [["select 3"], ["select 4"]]);
  assert.deepEqual(await listed("down"), [["select 5"]]);
});
