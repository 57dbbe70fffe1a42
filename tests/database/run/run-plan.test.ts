/** Runs on every kind of database: what is applied, what is recorded, what a failure leaves. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Session } from "../../../src/database/mod.ts";
import { readApplied, readHistory, readLog, runPlan, type RunResult } from "../../../src/database/run/mod.ts";
import { type FreshDatabase, freshDatabase, server } from "../../support/mod.ts";
import { downFrom, names, open, recorder, request, type RevisionText, upTo } from "./support/project.ts";

interface Place {
  readonly session: Session;
  readonly url: string;
  close(): Promise<void>;
}

const places: Record<string, () => Promise<Place>> = {
  "PostgreSQL 14": () => onServer(14),
  "PostgreSQL 16": () => onServer(16),
  "PostgreSQL 18": () => onServer(18),
  "embedded": async () => {
    const session = await open("pglite:memory");
    return { session, url: "pglite:memory", close: () => session.close() };
  },
};

async function onServer(version: 14 | 16 | 18): Promise<Place> {
  const database: FreshDatabase = await freshDatabase(await server({ version }));
  const session = await open(database.url);
  return {
    session,
    url: database.url,
    close: async () => {
      await session.close();
      await database.drop();
    },
  };
}

const opened: Place[] = [];
after(async () => {
  for (const place of opened) await place.close();
});

const tables: readonly RevisionText[] = [
  { id: "a", up: ["create table a (id int)"], down: ["drop table a"] },
  { id: "b", up: ["create table b (id int); insert into b values (1) -- end in a comment"], down: ["drop table b"] },
  { id: "c", up: [], down: [] },
  { id: "d", up: ["alter type mood add value 'x'", "insert into m values ('x')"], down: ["delete from m", "select 1"] },
];
const mood = "create type mood as enum ('a'); create table m (m mood)";

const ids = (result: RunResult) => result.done.map(({ id }) => id);

for (const [label, make] of Object.entries(places)) {
  const place = make();
  place.then((found) => opened.push(found), () => {});

  test(`${label}: up and down, with history and log`, async () => {
    const { session, url } = await place;
    await session.execute([mood]);
    assert.equal((await readApplied(session, names)).layout, 0);
    const up = await runPlan(
      request(session, url, upTo(tables), { identity: { runId: "r1", toolVersion: "1", tag: "t" } }),
    );
    assert.equal(up.problem, null);
    assert.deepEqual(ids(up), ["a", "b", "c", "d"]);
    const applied = await readApplied(session, names);
    assert.deepEqual([...applied.ids], ["a", "b", "c", "d"]);
    assert.deepEqual(applied.halfDone, []);
    const history = await readHistory(session, names);
    assert.deepEqual(
      history.map(({ revision, runId, message, blocksDone, error }) => [revision, runId, message, blocksDone, error]),
      ["a", "b", "c", "d"].map((id) => [id, "r1", `message of ${id}`, null, null]),
    );
    assert.match(history[0]?.checksum ?? "", /^[0-9a-f]{64}$/);
    const again = await runPlan(request(session, url, upTo(tables)));
    assert.deepEqual([again.status, ids(again)], ["done", []]);
    const down = await runPlan(request(session, url, downFrom(tables)));
    assert.deepEqual(ids(down), ["d", "c", "b", "a"]);
    assert.deepEqual([...(await readApplied(session, names)).ids], []);
    const log = (await readLog(session, names)).reverse();
    assert.deepEqual(log.map(({ revision, action, tag }) => `${action} ${revision} ${tag}`), [
      "up a t",
      "up b t",
      "up c t",
      "up d t",
      "down d null",
      "down c null",
      "down b null",
      "down a null",
    ]);
  });

  test(`${label}: a failure in a group commits what is before it and nothing of itself`, async () => {
    const { session, url } = await place;
    const revisions: readonly RevisionText[] = [
      { id: "f1", up: ["create table f1 (id int)"] },
      { id: "f2", up: ["create table f2 (id int);\ninsert into f2 values (1);\ninsert into\n  nönsense values ('é')"] },
      { id: "f3", up: ["create table f3 (id int)"] },
    ];
    const { events, onEvent } = recorder();
    const result = await runPlan(request(session, url, upTo(revisions), { onEvent }));
    assert.equal(result.status, "failed");
    assert.deepEqual(ids(result), ["f1"]);
    assert.deepEqual(result.left.map(({ id }) => id), ["f2", "f3"]);
    assert.equal(result.problem?.code, "run/statement-failed");
    const { failed } = result;
    assert.deepEqual(
      [failed?.error?.sqlstate, failed?.block, failed?.statement, failed?.rolledBack, failed?.stays],
      ["42P01", 1, 3, "revision", null],
    );
    assert.deepEqual(failed?.place, {
      file: "f2.sql",
      line: 8,
      column: 3,
      operation: null,
      lineNumber: 8,
      lineText: "  nönsense values ('é')",
      caret: 3,
    });
    assert.deepEqual(events.filter(({ type }) => type === "done").length, 1);
    const [row] = await session.query<{ f1: boolean; f2: boolean }>(
      "select to_regclass('f1') is not null as f1, to_regclass('f2') is not null as f2",
    );
    assert.deepEqual(row, { f1: true, f2: false });
    const [newest] = await readLog(session, names, { limit: 1 });
    assert.equal(newest?.revision, "f2");
    assert.match(newest?.error ?? "", /nönsense/);
  });

  test(`${label}: a syntax error far ahead in a message does not stop what is before it`, async () => {
    const { session, url } = await place;
    const revisions: RevisionText[] = [..."12345"].map((n) => ({ id: `s${n}`, up: [`create table s${n} (id int)`] }));
    revisions.push({ id: "s6", up: ["create table s6 (id int); creat table oops ()"] });
    const result = await runPlan(request(session, url, upTo(revisions)));
    assert.deepEqual(ids(result), ["s1", "s2", "s3", "s4", "s5"]);
    assert.deepEqual([result.failed?.error?.sqlstate, result.failed?.statement], ["42601", 2]);
  });

  test(`${label}: one transaction for the whole run`, async () => {
    const { session, url } = await place;
    const good: readonly RevisionText[] = [
      { id: "w1", up: ["create table w1 (id int)", "create table w1b (id int)"], down: ["drop table w1, w1b"] },
      { id: "w2", up: ["create table w2 (id int)"], down: ["drop table w2"] },
    ];
    const bad: readonly RevisionText[] = [...good, { id: "w3", up: ["select 1/0"] }];
    const failed = await runPlan(request(session, url, upTo(bad), { policy: { transaction: "all" } }));
    assert.deepEqual([ids(failed), failed.failed?.rolledBack, failed.left.length], [[], "run", 3]);
    const done = await runPlan(request(session, url, upTo(good), { policy: { transaction: "all" } }));
    assert.deepEqual(ids(done), ["w1", "w2"]);
    const down = await runPlan(request(session, url, downFrom(good), { policy: { transaction: "all" } }));
    assert.deepEqual(ids(down), ["w2", "w1"]);
  });

  test(`${label}: a transaction:false block goes on where it stopped`, async () => {
    const { session, url } = await place;
    const revision = (third: string): RevisionText => ({
      id: "n1",
      up: [
        "create table n1 (id int); insert into n1 values (1), (1)",
        { alone: `insert into n1 values (2); insert into n1 values (3); ${third}; insert into n1 values (4)` },
        "insert into n1 values (5)",
      ],
    });
    const first = await runPlan(request(session, url, upTo([revision("insert into nowhere values (1)")])));
    assert.deepEqual(
      [first.failed?.block, first.failed?.statement, first.failed?.rolledBack, first.failed?.stays],
      [2, 3, "statement", { direction: "up", blocks: 1, statements: 2, started: false }],
    );
    const half = await readApplied(session, names);
    assert.equal(half.ids.has("n1"), false);
    assert.match(half.rows.get("n1")?.error ?? "", /nowhere/);
    const { events, onEvent } = recorder();
    const second = await runPlan(request(session, url, upTo([revision("delete from n1 where id = 1")]), { onEvent }));
    assert.deepEqual([second.problem, ids(second)], [null, ["n1"]]);
    const resume = events.find(({ type }) => type === "resume");
    assert.equal(resume?.type === "resume" && resume.changed, true);
    const rows = await session.query<{ id: number }>("select id from n1 order by id");
    assert.deepEqual(rows.map(({ id }) => id), [2, 3, 4, 5]);
    const row = (await readHistory(session, names)).find(({ revision: id }) => id === "n1");
    assert.deepEqual([row?.blocksDone, row?.error], [null, null]);
  });

  test(`${label}: a failed concurrent index is dropped on resume`, async () => {
    const { session, url } = await place;
    const revision: RevisionText = {
      id: "i1",
      up: [
        "create table i1 (id int); insert into i1 values (1), (1)",
        { alone: 'create unique index concurrently "I 1" on public.i1 (id)' },
      ],
      down: [{ alone: 'drop index concurrently "I 1"' }, "drop table i1"],
    };
    const first = await runPlan(request(session, url, upTo([revision])));
    assert.deepEqual([first.failed?.error?.sqlstate, first.failed?.rolledBack], ["23505", "nothing"]);
    assert.equal(first.failed?.invalidIndex, 'public."I 1"');
    const stuck = await runPlan(request(session, url, upTo([revision])));
    assert.equal(stuck.failed?.error?.sqlstate, "23505");
    await session.execute(["delete from i1"]);
    const { events, onEvent } = recorder();
    const second = await runPlan(request(session, url, upTo([revision]), { onEvent }));
    assert.deepEqual([second.problem, ids(second)], [null, ["i1"]]);
    const found = events.find(({ type }) => type === "found");
    assert.equal(found?.type === "found" && found.finding, "invalid-index-dropped");
    const down = await runPlan(request(session, url, downFrom([revision])));
    assert.deepEqual([down.problem, ids(down)], [null, ["i1"]]);
  });

  test(`${label}: code runs in the revision's transaction`, async () => {
    const { session, url } = await place;
    const revision = (fail: boolean): RevisionText => ({
      id: "k1",
      up: ["create table k1 (id int)", {
        code: async (db) => {
          await Promise.all([1, 2].map((n) => db`insert into k1 values (${n})`));
          if (fail) throw new Error("no\nway");
        },
      }],
    });
    const failed = await runPlan(request(session, url, upTo([revision(true)])));
    assert.deepEqual([failed.problem?.code, failed.failed?.message], ["run/code-failed", "no way"]);
    assert.deepEqual(failed.failed?.stays, { direction: "up", blocks: 1, statements: 0, started: false });
    assert.deepEqual(await session.query("select * from k1"), []);
    const done = await runPlan(request(session, url, upTo([revision(false)])));
    assert.equal(done.problem, null);
    assert.equal((await session.query("select * from k1")).length, 2);
  });

  test(`${label}: code that swallows a refused statement does not pass`, async () => {
    const { session, url } = await place;
    const swallow: RevisionText = { id: "k2", up: [{ code: async (db) => void await db`select 1/0`.catch(() => {}) }] };
    const failed = await runPlan(request(session, url, upTo([swallow])));
    assert.equal(failed.failed?.error?.sqlstate, "22012");
    const savepoint: RevisionText = {
      id: "k3",
      up: [{
        code: async (db) => {
          await db.unsafe("savepoint s");
          await db`select 1/0`.catch(() => {});
          await db.unsafe("rollback to savepoint s");
        },
      }],
    };
    assert.equal((await runPlan(request(session, url, upTo([savepoint])))).problem, null);
  });

  test(`${label}: settings of one revision do not reach the next`, async () => {
    const { session, url } = await place;
    const revisions: readonly RevisionText[] = [
      {
        id: "p1",
        up: [
          "set search_path = ''; set standard_conforming_strings = off; create table public.p1 (t text default 'a\\'b')",
        ],
      },
      { id: "p2", up: [{ alone: "select set_config('search_path', 'pg_catalog', false); select 1" }] },
      { id: "p3", up: ["create table p3 (t text default 'a\\')"] },
    ];
    const result = await runPlan(request(session, url, upTo(revisions)));
    assert.deepEqual([result.problem, ids(result)], [null, ["p1", "p2", "p3"]]);
    const [row] = await session.query<{ scs: string; path: string; lock: string }>(
      "select current_setting('standard_conforming_strings') as scs, current_setting('search_path') as path, " +
        "current_setting('lock_timeout') as lock",
    );
    assert.deepEqual(row, { scs: "on", path: '"$user", public', lock: "0" });
  });

  test(`${label}: a constraint that fails at COMMIT`, async () => {
    const { session, url } = await place;
    const revision: RevisionText = {
      id: "q1",
      up: ["create table q1 (id int unique deferrable initially deferred); insert into q1 values (1), (1)"],
    };
    const result = await runPlan(request(session, url, upTo([revision])));
    assert.deepEqual([result.failed?.error?.sqlstate, result.failed?.statement, result.failed?.place], [
      "23505",
      null,
      null,
    ]);
    assert.equal(result.problem?.code, "run/statement-failed");
    assert.equal((await readApplied(session, names)).rows.has("q1"), false);
  });

  test(`${label}: an error in the body of a DO block points to its line`, async () => {
    const { session, url } = await place;
    const revision: RevisionText = {
      id: "y1",
      up: ["select 1;\ndo $body$ -- é😀\nbegin\n  perform 1;\n    perform 1/0;\nend $body$"],
    };
    const { failed } = await runPlan(request(session, url, upTo([revision])));
    assert.deepEqual([failed?.place?.line, failed?.place?.lineText, failed?.place?.caret], [9, "    perform 1/0;", 5]);
    assert.match(failed?.error?.where ?? "", /inline_code_block line 4/);
  });
}
