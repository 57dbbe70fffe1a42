/** Interrupts, kills, cut connections and servers that stop: never recorded without commit, nor committed unrecorded. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Session } from "../../../src/database/mod.ts";
import { readApplied, readHistory, readLog, runPlan } from "../../../src/database/run/mod.ts";
import { freshDatabase, server } from "../../support/mod.ts";
import { pooled } from "./support/pooled.ts";
import { names, open, recorder, request, type RevisionText, upTo } from "./support/project.ts";
import { proxyTo } from "./support/proxy.ts";
import { childRun } from "./support/spawn.ts";

/** Waits until a query gives a row. */
async function until(session: Session, text: string, parameters: readonly unknown[] = []): Promise<void> {
  const deadline = Date.now() + 20_000;
  while ((await session.query(text, parameters)).length === 0) {
    if (Date.now() > deadline) throw new Error(`Never came true: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const sleeping = (session: Session, pid: number) =>
  until(session, "select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'", [pid]);

const cases: Record<string, { up: RevisionText["up"]; stays: string | null; rolledBack: string }> = {
  "a transaction": {
    up: ["create table x (id int); select pg_sleep(60)"],
    stays: null,
    rolledBack: "revision",
  },
  "the second block": {
    up: ["create table x (id int)", "insert into x values (1); select pg_sleep(60)"],
    stays: "1+0",
    rolledBack: "block",
  },
  "a statement by itself": {
    up: [{ alone: "create table x (id int); do 'begin perform pg_sleep(60); end'" }],
    stays: "0+1",
    rolledBack: "nothing",
  },
  "code that waits for the database": {
    up: [{ code: async (db) => void await db`select pg_sleep(60)` }],
    stays: null,
    rolledBack: "revision",
  },
};

for (const [label, { up, stays, rolledBack }] of Object.entries(cases)) {
  test(`an interrupt in ${label} cancels on the server and rolls back`, async () => {
    await using database = await freshDatabase(await server());
    const [session, other] = await Promise.all([open(database.url), open(database.url)]);
    const controller = new AbortController();
    const revisions = [{ id: "a", up: ["select 1"] }, { id: "b", up }, { id: "c", up: ["select 1"] }];
    const running = runPlan(request(session, database.url, upTo(revisions), { interrupt: controller.signal }));
    await sleeping(other, session.pid);
    controller.abort("SIGINT");
    const result = await running;
    assert.deepEqual([result.status, result.problem?.code], ["interrupted", "run/interrupted"]);
    assert.deepEqual([result.failed?.message, result.failed?.error], ["interrupted by SIGINT", null]);
    assert.deepEqual([result.done.map(({ id }) => id), result.left.map(({ id }) => id)], [["a"], ["b", "c"]]);
    const left = result.failed?.stays ?? null;
    assert.deepEqual([left && `${left.blocks}+${left.statements}`, result.failed?.rolledBack], [stays, rolledBack]);
    const [newest] = await readLog(other, names, { limit: 1 });
    assert.deepEqual([newest?.revision, newest?.error], ["b", "interrupted by SIGINT"]);
    // The session is whole again: no transaction, no lock, no settings.
    const [free] = await session.query<{ locks: number }>(
      "select count(*)::int as locks from pg_locks where pid = pg_backend_pid() and locktype in ('advisory', 'relation') " +
        "and relation is distinct from 'pg_locks'::regclass",
    );
    assert.equal(free?.locks, 0);
    await Promise.all([session.close(), other.close()]);
  });
}

test("an interrupt ends code that waits for something else", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const controller = new AbortController();
  let late: Promise<unknown> | null = null;
  const code = async (db: (text: TemplateStringsArray) => Promise<unknown>) => {
    await db`create table x ()`;
    controller.abort("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 50));
    late = db`create table y ()`;
    await late;
  };
  const result = await runPlan(
    request(session, database.url, upTo([{ id: "a", up: [{ code }] }]), { interrupt: controller.signal }),
  );
  assert.equal(result.problem?.code, "run/terminated");
  await new Promise((resolve) => setTimeout(resolve, 60));
  await assert.rejects(async () => await late, /after the code of its revision had ended/);
  const [row] = await session.query("select to_regclass('x') as x, to_regclass('y') as y");
  assert.deepEqual(row, { x: null, y: null });
  await session.close();
});

test("an interrupt in a concurrent index build: the next run drops what it left", async () => {
  await using database = await freshDatabase(await server());
  const [session, other] = await Promise.all([open(database.url), open(database.url)]);
  await session.execute(["create table t (id int)"]);
  await other.execute(["begin", "insert into t values (1)"]);
  const revisions: readonly RevisionText[] = [{ id: "i", up: [{ alone: "create index concurrently i on t (id)" }] }];
  const controller = new AbortController();
  const running = runPlan(request(session, database.url, upTo(revisions), { interrupt: controller.signal }));
  const third = await open(database.url);
  await until(third, "select 1 from pg_index where indexrelid = to_regclass('i')");
  controller.abort("SIGINT");
  const first = await running;
  assert.deepEqual([first.status, first.failed?.invalidIndex], ["interrupted", "public.i"]);
  await other.execute(["commit"]);
  const { events, onEvent } = recorder();
  const second = await runPlan(request(session, database.url, upTo(revisions), { onEvent }));
  assert.equal(second.problem, null);
  assert.ok(events.some((event) => event.type === "found" && event.finding === "invalid-index-dropped"));
  assert.deepEqual(await third.query("select indisvalid from pg_index where indexrelid = 'i'::regclass"), [
    { indisvalid: true },
  ]);
  await Promise.all([session.close(), other.close(), third.close()]);
});

test("a connection cut while the server goes on to commit: found to be done, and the run goes on", async () => {
  const running = await server();
  await using database = await freshDatabase(running);
  const proxy = await proxyTo(running.port);
  const through = database.url.replace(`:${running.port}/`, `:${proxy.port}/`);
  const [session, other] = await Promise.all([open(through), open(database.url)]);
  const revisions: readonly RevisionText[] = [
    { id: "a", up: ["create table a (); select pg_sleep(0.3)"] },
    { id: "b", up: [{ code: async (db) => void await db`create table b ()` }] },
  ];
  const { events, onEvent } = recorder();
  const result = runPlan(request(session, database.url, upTo(revisions), { onEvent }));
  await sleeping(other, session.pid);
  proxy.cut();
  const { problem, done } = await result;
  assert.deepEqual([problem, done.map(({ id }) => id)], [null, ["a", "b"]]);
  assert.ok(events.some(({ type }) => type === "reconnected"));
  await other.close();
  await session.close();
  proxy.close();
});

/** Commits slowly: a trigger sleeps when its deferred turn comes, after the record was written. */
const slowCommit: RevisionText = {
  id: "a",
  up: [`create table a (id int);
create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return null; end $$;
create constraint trigger slow after insert on a deferrable initially deferred for each row execute function slow();
insert into a values (1)`],
};
const afterwards: RevisionText = { id: "b", up: [{ code: async (db) => void await db`create table b ()` }] };

test("lease: a connection cut while the server commits: the run goes on under its own lease", async () => {
  const running = await server();
  await using database = await freshDatabase(running);
  const proxy = await proxyTo(running.port);
  const through = database.url.replace(`:${running.port}/`, `:${proxy.port}/`);
  const [session, other] = await Promise.all([open(through), open(database.url)]);
  const { events, onEvent } = recorder();
  const third: RevisionText = { id: "c", up: [{ code: async () => void await other.execute(["select 1"]) }] };
  const identity = { runId: "the-run", toolVersion: "0", tag: null };
  const policy = { runLock: "lease" } as const;
  const revisions = [slowCommit, afterwards, third];
  const result = runPlan(request(session, database.url, upTo(revisions), { onEvent, policy, identity }));
  await sleeping(other, session.pid);
  proxy.cut();
  const { problem, done } = await result;
  assert.deepEqual([problem, done.map(({ id }) => id)], [null, ["a", "b", "c"]]);
  assert.ok(events.some(({ type }) => type === "reconnected"));
  const runs = await other.query(
    "select distinct run_id from public.migrate_log union select run_id from public.migrate_revisions",
  );
  assert.deepEqual(runs, [{ run_id: "the-run" }]);
  assert.deepEqual(await other.query("select owner from public.migrate_revisions_lease"), [{ owner: null }]);
  await Promise.all([other.close(), session.close().catch(() => {})]);
  proxy.close();
});

test("lease: one that another run took while the connection was gone stays lost", async () => {
  const running = await server();
  await using database = await freshDatabase(running);
  const proxy = await proxyTo(running.port);
  const through = database.url.replace(`:${running.port}/`, `:${proxy.port}/`);
  const [session, other] = await Promise.all([open(through), open(database.url)]);
  const policy = { runLock: "lease" } as const;
  const revisions = [slowCommit, afterwards];
  let taken = false;
  const result = runPlan({
    ...request(session, database.url, upTo(revisions), { policy }),
    open: async (signal) => {
      // Reconnecting took so long that the lease ended, and another run took it and let go of it again.
      await until(other, "select 1 from public.migrate_revisions where revision = 'a'");
      await other.execute(["update public.migrate_revisions_lease set expires_at = '-infinity'"]);
      const second = await runPlan(
        request(other, database.url, upTo([slowCommit, { id: "x", up: ["select 1"] }]), { policy }),
      );
      taken = second.problem === null;
      return await open(database.url, signal);
    },
  });
  await sleeping(other, session.pid);
  proxy.cut();
  const { problem, done, left } = await result;
  assert.ok(taken);
  assert.deepEqual([problem?.code, done.map(({ id }) => id)], ["run/lease-lost", ["a"]]);
  assert.deepEqual(left.map(({ id }) => id), ["b"]);
  assert.deepEqual(await other.query("select to_regclass('b') as b"), [{ b: null }]);
  await Promise.all([other.close(), session.close().catch(() => {})]);
  proxy.close();
});

test("lease: what the lost connection had been sent cannot commit once the run is back", async () => {
  const running = await server();
  await using database = await freshDatabase(running);
  const proxy = await proxyTo(running.port);
  const through = database.url.replace(`:${running.port}/`, `:${proxy.port}/`);
  const [session, other] = await Promise.all([open(through), open(database.url)]);
  const revisions: readonly RevisionText[] = [{ id: "a", up: ["create table a (); select pg_sleep(0.3)"] }, afterwards];
  const ended = () =>
    until(other, "select 1 where not exists (select from pg_stat_activity where pid = $1)", [session.pid]);
  const result = runPlan({
    ...request(session, database.url, upTo(revisions), { policy: { runLock: "lease" } }),
    open: async (signal) => {
      const back = await open(database.url, signal);
      const plain = pooled([back]);
      let sent = 0;
      // The lost backend comes to its record after the run looked at the history, and while it still has its lease.
      const execute = async (texts: readonly string[]) => {
        if (++sent > 1) await ended();
        return await plain.execute(texts);
      };
      return { ...plain, execute, close: () => back.close() };
    },
  });
  await sleeping(other, session.pid);
  proxy.cut();
  const { problem, failed, done } = await result;
  assert.deepEqual([problem?.code, failed?.committed, done], ["run/connection-lost", "no", []]);
  await ended();
  assert.deepEqual(await other.query("select to_regclass('a') as a"), [{ a: null }]);
  assert.deepEqual(await readHistory(other, names), []);
  await Promise.all([other.close(), session.close().catch(() => {})]);
  proxy.close();
});

for (const runLock of ["advisory", "lease"] as const) {
  test(`a connection cut inside a transaction: not committed, not recorded (${runLock})`, async () => {
    const running = await server();
    await using database = await freshDatabase(running);
    const proxy = await proxyTo(running.port);
    const through = database.url.replace(`:${running.port}/`, `:${proxy.port}/`);
    const session = await open(through);
    const code = async (db: (text: TemplateStringsArray) => Promise<unknown>) => {
      await db`create table b ()`;
      proxy.cut();
      await db`create table c ()`;
    };
    const revisions: readonly RevisionText[] = [{ id: "a", up: ["create table a ()"] }, { id: "b", up: [{ code }] }];
    const result = await runPlan(request(session, database.url, upTo(revisions), { policy: { runLock } }));
    assert.deepEqual([result.problem?.code, result.failed?.committed], ["run/connection-lost", "no"]);
    assert.deepEqual(result.done.map(({ id }) => id), ["a"]);
    const other = await open(database.url);
    assert.deepEqual([...(await readApplied(other, names)).ids], ["a"]);
    assert.deepEqual(await other.query("select to_regclass('b') as b"), [{ b: null }]);
    await other.close();
    await session.close().catch(() => {});
    proxy.close();
  });
}

test("a server that ends a transaction which waits too long for its client", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  await session.execute(["set idle_in_transaction_session_timeout = 30"]);
  const other = await open(database.url);
  const code = async (db: (text: TemplateStringsArray) => Promise<unknown>) => {
    await db`create table x ()`;
    await until(other, "select 1 where not exists (select from pg_stat_activity where pid = $1)", [session.pid]);
    await db`create table y ()`;
  };
  const { events, onEvent } = recorder();
  const result = await runPlan(request(session, database.url, upTo([{ id: "a", up: [{ code }] }]), { onEvent }));
  assert.deepEqual([result.problem?.code, result.failed?.committed], ["run/connection-lost", "no"]);
  assert.ok(events.some(({ type }) => type === "reconnected"));
  assert.deepEqual(await other.query("select to_regclass('x') as x"), [{ x: null }]);
  await Promise.all([session.close().catch(() => {}), other.close()]);
});

test("a server that stops and comes back; one that stays away", async () => {
  const own = await server({ own: true, settings: { synchronous_commit: "on" } });
  const revisions: readonly RevisionText[] = [
    { id: "a", up: ["create table a ()"] },
    { id: "b", up: ["create table b ()", "select pg_sleep(60)"] },
  ];
  const session = await open(own.url);
  const other = await open(own.url);
  const running = runPlan(request(session, own.url, upTo(revisions)));
  await sleeping(other, session.pid);
  own.stop("immediate");
  await own.start();
  const result = await running;
  assert.deepEqual([result.problem?.code, result.failed?.committed], ["run/connection-lost", "no"]);
  assert.deepEqual(result.failed?.stays, { direction: "up", blocks: 1, statements: 0, started: false });
  const again = await open(own.url);
  const watcher = await open(own.url);
  const clock = { now: () => waited, sleep: (ms: number) => Promise.resolve(void (waited += ms)), random: () => 0 };
  let waited = 0;
  const second = runPlan(request(again, own.url, upTo(revisions), { clock }));
  await sleeping(watcher, again.pid);
  own.stop("fast");
  const dark = await second;
  assert.deepEqual([dark.problem?.code, dark.failed?.committed], ["run/connection-lost", "unknown"]);
  for (const lost of [session, other, again, watcher]) await lost.close().catch(() => {});
});

/** Revisions that leave one row each in `trace`, in every way in which statements are run. */
const traced: readonly RevisionText[] = [
  { id: "r0", up: ["create table trace (id text); create table t (id int); insert into trace values ('r0')"] },
  ...Array.from({ length: 30 }, (_, n): RevisionText => {
    const id = `r${n + 1}`;
    const mark = `insert into trace values ('${id}')`;
    if (n % 5 === 1) return { id, up: [`${mark}; select pg_sleep(0.02)`, "select 1"] };
    if (n % 5 === 3) {
      return { id, up: [{ alone: `${mark}; create index concurrently i${n} on t (id); insert into t values (1)` }] };
    }
    return { id, up: [mark] };
  }),
];

for (const runLock of ["advisory", "lease"] as const) {
  test(`killed again and again, each revision takes effect once (${runLock})`, { timeout: 60_000 }, async () => {
    await using database = await freshDatabase(await server());
    const other = await open(database.url);
    let killed = 0;
    for (let round = 1;; round++) {
      let left = 3 + (round * 7) % 13;
      const { result } = await childRun({ url: database.url, revisions: traced, policy: { runLock } }, (_, kill) => {
        if (--left === 0) kill("SIGKILL");
      });
      if (runLock === "lease") {
        // What happens by itself when the lease of the killed run ends.
        await until(
          other,
          "select 1 where not exists (select from pg_stat_activity where application_name = 'migrate' and datname = " +
            "current_database() and pid <> pg_backend_pid())",
        );
        await other.execute(["update public.migrate_revisions_lease set expires_at = '-infinity'"]).catch(() => {});
      }
      const applied = await settled(other);
      const [row] = await other.query<{ rows: number; ids: string[] }>(
        "select count(*)::int as rows, array_agg(distinct id) as ids from trace",
      ).catch(() => [{ rows: 0, ids: [] }]);
      const recorded = [...applied.rows.values()].filter(({ progress }) =>
        progress === null || progress.statements > 0 ||
        progress.blocks > 0
      );
      assert.equal(row?.rows, row?.ids?.length ?? 0, "nothing was done twice");
      assert.deepEqual([...(row?.ids ?? [])].sort(), recorded.map(({ id }) => id).sort());
      if (result?.status === "done") break;
      killed++;
      assert.ok(round < 60, "the runs get on");
    }
    assert.ok(killed >= 3, `killed ${killed} times`);
    assert.equal((await readHistory(other, names)).length, traced.length);
    const [indexes] = await other.query<{ valid: number }>(
      "select count(*)::int as valid from pg_index where indisvalid and indrelid = 't'::regclass",
    );
    assert.equal(indexes?.valid, 6);
    await other.close();
  });
}

/** The history, once no killed run's backend is at work any more. */
async function settled(session: Session): Promise<Awaited<ReturnType<typeof readApplied>>> {
  await until(
    session,
    "select 1 where not exists (select from pg_stat_activity where application_name = 'migrate' and datname = " +
      "current_database() and pid <> pg_backend_pid())",
  );
  return await readApplied(session, names);
}

test("signals to a process: a statement is cancelled, the result says so", async () => {
  await using database = await freshDatabase(await server());
  const other = await open(database.url);
  const revisions: readonly RevisionText[] = [{ id: "s", up: ["create table s (); select pg_sleep(60)"] }];
  const running = childRun({ url: database.url, revisions }, (line, kill) => {
    if (line.type !== "started") return;
    void until(other, "select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()")
      .then(() => kill("SIGTERM"));
  });
  const { result } = await running;
  assert.deepEqual([result?.status, result?.code], ["interrupted", "run/terminated"]);
  assert.deepEqual(await other.query("select to_regclass('s') as s"), [{ s: null }]);
  await other.close();
});

test("twenty processes at once: each revision once, all succeed", { timeout: 60_000 }, async () => {
  await using database = await freshDatabase(await server());
  const revisions = Array.from(
    { length: 12 },
    (_, n): RevisionText => ({ id: `t${n}`, up: [`create table t${n} ()`] }),
  );
  const ended = await Promise.all(Array.from({ length: 20 }, () => childRun({ url: database.url, revisions })));
  assert.deepEqual(ended.map(({ result }) => result?.status), Array(20).fill("done"));
  assert.equal(ended.reduce((sum, { result }) => sum + (result?.done ?? 0), 0), 12);
  const other = await open(database.url);
  assert.equal((await readLog(other, names)).length, 12);
  await other.close();
});
