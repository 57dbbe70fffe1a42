/** Roles, rights, half-done revisions and hooks: what surrounds a run. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { newRunId, readApplied, readHistory, readLog, runPlan, writeStamp } from "../../../src/database/run/mod.ts";
import { asSuperuser, freshDatabase, server } from "../../support/mod.ts";
import { downFrom, names, open, recorder, request, type RevisionText, stepOf, upTo } from "./support/project.ts";

const table = (id: string): RevisionText => ({ id, up: [`create table ${id} (id int)`], down: [`drop table ${id}`] });

test("a role owns what revisions make, however they are run; a revision that changes roles records as it", async () => {
  const running = await server();
  await using database = await freshDatabase(running);
  const role = `owner ${newRunId()}`;
  const other = `other_${newRunId()}`;
  await asSuperuser(
    running,
    `create role "${role}"; create role ${other}; grant create on database ${database.name} to "${role}"`,
  );
  const session = await open(database.url);
  await session.execute([`grant create, usage on schema public to "${role}", ${other}`]);
  const revisions: readonly RevisionText[] = [
    table("plain"),
    { id: "code", up: [{ code: async (db) => void await db`create table code ()` }] },
    { id: "bare", up: [{ alone: "create table bare (id int); do 'begin create table done (); end'" }] },
    { id: "turn", up: [`set local role ${other}; create table turn ()`] },
    { id: "back", up: [`set role ${other}; create table back ()`] },
    table("last"),
  ];
  const result = await runPlan(request(session, database.url, upTo(revisions), { policy: { role } }));
  assert.equal(result.problem, null);
  const owners = await session.query<{ name: string; owner: string }>(
    "select relname as name, pg_get_userbyid(relowner) as owner from pg_class where relkind = 'r' and " +
      "relnamespace = 'public'::regnamespace order by 1",
  );
  const expected = ["back", "bare", "code", "done", "last", "migrate_log", "migrate_revisions", "plain", "turn"];
  assert.deepEqual(
    owners,
    expected.map((name) => ({ name, owner: name === "turn" || name === "back" ? other : role })),
  );
  await session.close();
  await database.drop();
  await asSuperuser(running, `drop role "${role}"; drop role ${other}`);
});

test("missing rights are said with what to grant", async () => {
  const running = await server();
  await using database = await freshDatabase(running);
  const role = `poor_${newRunId()}`;
  await asSuperuser(running, `create role ${role} login`);
  const poor = await open(database.url.replace("postgres@", `${role}@`));
  await assert.rejects(runPlan(request(poor, database.url, upTo([table("a")]))), {
    code: "run/history-refused",
    data: { table: "public.migrate_revisions", message: "permission denied for schema public", user: role },
  });
  const owner = await open(database.url);
  await runPlan(request(owner, database.url, upTo([table("a")])));
  await assert.rejects(readApplied(poor, names), { code: "run/history-locked" });
  await owner.execute([`grant select on migrate_revisions, migrate_log to ${role}`]);
  const result = await runPlan(request(poor, database.url, upTo([table("a"), { id: "b", up: ["select 1"] }])));
  assert.equal(result.problem?.code, "run/history-locked");
  await Promise.all([poor.close(), owner.close()]);
  await database.drop();
  await asSuperuser(running, `drop role ${role}`);
});

test("a read-only database refuses before anything", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(`${database.url}?options=-c%20default_transaction_read_only%3Don`);
  await assert.rejects(runPlan(request(session, database.url, upTo([table("a")]))), { code: "run/read-only" });
  assert.equal((await runPlan(request(session, database.url, () => []))).status, "done");
  await session.close();
});

test("a table of that name that is no history, and one from a newer version", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  await session.execute(["create table migrate_revisions (version text)"]);
  await assert.rejects(readApplied(session, names), { code: "run/history-foreign" });
  await session.execute(["drop table migrate_revisions"]);
  await runPlan(request(session, database.url, upTo([table("a")])));
  await session.execute(["comment on table migrate_revisions is 'Revisions applied by migrate, layout 2'"]);
  await assert.rejects(readApplied(session, names), { code: "run/history-newer" });
  await session.execute(["comment on table migrate_revisions is null"]);
  assert.equal((await readApplied(session, names)).layout, 1);
  await session.close();
});

const half = (third: string): RevisionText => ({
  id: "h",
  up: ["create table h (id int)", { alone: `insert into h values (1); ${third}` }, "insert into h values (3)"],
  down: [{ alone: "delete from h; select 1/0" }, "drop table h"],
});

test("what is half done must be finished before the other way; a stamp settles it", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const run = (plan: Parameters<typeof request>[2]) => runPlan(request(session, database.url, plan));
  await run(upTo([table("a"), half("select 1/0")]));
  await assert.rejects(run(downFrom([table("a")])), { code: "run/half-done" });
  const base = request(session, database.url, () => []);
  const row = { id: "h", message: "by hand", checksum: null };
  await writeStamp({ ...base, change: () => ({ add: [row], remove: [] }) });
  const stamped = await readApplied(session, names);
  assert.deepEqual([[...stamped.ids], stamped.halfDone], [["a", "h"], []]);
  const down = await run(downFrom([half("select 2")]));
  assert.deepEqual(down.failed?.stays, { direction: "down", blocks: 0, statements: 1, started: false });
  const state = await readApplied(session, names);
  assert.equal(state.ids.has("h"), true, "half taken back still counts as applied");
  await assert.rejects(run(upTo([table("b")])), { code: "run/half-done" });
  const mended: RevisionText = {
    ...half("select 2"),
    down: [{ alone: "delete from nowhere; select 2" }, "drop table h"],
  };
  const again = await run(downFrom([mended]));
  assert.equal(again.problem, null);
  assert.deepEqual((await readHistory(session, names)).map(({ revision }) => revision), ["a"]);
  await session.close();
});

test("a first statement by itself that is refused leaves nothing half done", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const revision = (up: string, down: string): RevisionText => ({
    id: "v",
    up: [{ alone: up }],
    down: [{ alone: down }],
  });
  const run = (plan: Parameters<typeof request>[2]) => runPlan(request(session, database.url, plan));
  const up = await run(upTo([revision("vacuum nowhere", "vacuum nowhere")]));
  assert.deepEqual([up.failed?.stays, up.failed?.rolledBack], [null, "nothing"]);
  assert.deepEqual((await readApplied(session, names)).rows.size, 0);
  await run(upTo([revision("vacuum", "vacuum nowhere")]));
  const down = await run(downFrom([revision("vacuum", "vacuum nowhere")]));
  assert.equal(down.failed?.stays, null);
  const { ids, halfDone } = await readApplied(session, names);
  assert.deepEqual([[...ids], halfDone], [["v"], []]);
  const log = (await readLog(session, names)).reverse().map(({ action, error }) => `${action} ${error !== null}`);
  assert.deepEqual(log, ["up true", "up false", "down true"]);
  await session.close();
});

test("one transaction for the whole run goes on from blocks that are committed", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const revision = (second: string): RevisionText => ({ id: "m", up: ["create table m (id int)", second] });
  const first = await runPlan(request(session, database.url, upTo([revision("select 1/0")])));
  assert.deepEqual([first.failed?.stays?.blocks, first.failed?.rolledBack], [1, "block"]);
  const all = { transaction: "all" } as const;
  const second = await runPlan(
    request(session, database.url, upTo([revision("insert into m values (1)"), table("n")]), { policy: all }),
  );
  assert.deepEqual([second.problem, second.done.map(({ id }) => id)], [null, ["m", "n"]]);
  const cut = await runPlan(
    request(session, database.url, upTo([{ id: "x", up: ["create table x ()", "select 1/0"] }])),
  );
  assert.equal(cut.failed?.stays?.blocks, 1);
  const shorter = await runPlan(request(session, database.url, upTo([{ id: "x", up: ["create table x ()"] }])));
  assert.equal(shorter.problem, null);
  assert.deepEqual((await readApplied(session, names)).halfDone, []);
  await session.close();
});

test("down and up of the same revision in one run", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  await runPlan(request(session, database.url, upTo([table("a"), table("b")])));
  for (const transaction of ["revision", "all"] as const) {
    let planned = false;
    const plan = () => {
      planned = true;
      return [stepOf(table("b"), "down"), stepOf(table("b"), "up")];
    };
    const result = await runPlan(request(session, database.url, plan, { policy: { transaction } }));
    assert.deepEqual([planned, result.problem, result.done.length], [true, null, 2]);
  }
  const log = (await readLog(session, names)).reverse().map(({ action, revision }) => `${action} ${revision}`);
  assert.deepEqual(log, ["up a", "up b", "down b", "up b", "down b", "up b"]);
  await session.close();
});

test("an interrupt between two revisions is no failure of either", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const controller = new AbortController();
  const revisions: readonly RevisionText[] = [
    { id: "a", up: [{ code: async (db) => void await db`create table a ()` }] },
    table("b"),
  ];
  const onStep = () => controller.abort("SIGINT");
  const result = await runPlan(
    request(session, database.url, upTo(revisions), { onStep, interrupt: controller.signal }),
  );
  assert.deepEqual([result.status, result.failed, result.problem?.code], ["interrupted", null, "run/interrupted"]);
  assert.deepEqual([result.done.map(({ id }) => id), result.left.map(({ id }) => id)], [["a"], ["b"]]);
  assert.equal((await readLog(session, names)).length, 1);
  await session.close();
});

test("onStep is told of each step, and ends the run when it throws", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const { events, onEvent } = recorder();
  const told: string[] = [];
  const onStep = ({ id }: { readonly id: string }) => {
    told.push(id);
    if (id === "b") throw new Error("enough");
  };
  const result = await runPlan(
    request(session, database.url, upTo([table("a"), table("b"), table("c")]), { onStep, onEvent }),
  );
  assert.deepEqual([told, result.problem?.code], [["a", "b"], "run/step-hook-failed"]);
  assert.deepEqual([result.done.map(({ id }) => id), result.left.map(({ id }) => id)], [["a", "b"], ["c"]]);
  assert.deepEqual(events.filter(({ type }) => type === "done").length, 2);
  await session.close();
});

test("a conflict with a row that something else wrote rolls the revision back", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const code: RevisionText = {
    id: "c",
    up: ["create table kept ()", {
      code: async (db) =>
        void await db.unsafe("insert into migrate_revisions values ('d', '', null, now(), 0, '', '', 'x')"),
    }],
  };
  const result = await runPlan(request(session, database.url, upTo([code, table("d")])));
  assert.deepEqual([result.problem?.code, result.done.map(({ id }) => id)], ["run/history-moved", ["c"]]);
  assert.deepEqual(await session.query("select to_regclass('d') as d"), [{ d: null }]);
  const bare: RevisionText = {
    id: "e",
    up: ["create table e (id int)", {
      alone: "delete from migrate_revisions where revision = 'e'; insert into e values (1)",
    }],
  };
  const lost = await runPlan(request(session, database.url, upTo([bare])));
  assert.equal(lost.problem?.code, "run/history-moved");
  assert.deepEqual(await session.query("select * from e"), [], "a statement and its record are one transaction");
  await session.close();
});

test("the server measures how long a step took, also in a message of many", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const slow: RevisionText = { id: "b", up: ["select pg_sleep(0.15)"] };
  const quick = (id: string): RevisionText => ({ id, up: ["select 1"] });
  await runPlan(request(session, database.url, upTo([quick("a"), slow, quick("c"), quick("d")])));
  const took = (await readHistory(session, names)).map(({ durationMs }) => durationMs);
  assert.ok((took[1] ?? 0) >= 150 && (took[0] ?? 0) < 100 && (took[2] ?? 0) < 100, String(took));
  await session.close();
});

test("what is told of a step is its name, not its body", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const { events, onEvent } = recorder();
  const up = ["create table t (i int)", { alone: "create index concurrently i on t (i)" }, { code: () => {} }];
  await runPlan(request(session, database.url, upTo([{ id: "a", up }]), { onEvent }));
  const told = events.flatMap((event) => "step" in event ? [event.step] : "steps" in event ? event.steps : []);
  assert.ok(events.filter(({ type }) => type === "statement").length >= 2);
  for (const step of told) assert.deepEqual(Object.keys(step).sort(), ["direction", "file", "id", "message", "tips"]);
  await session.close();
});
