/** Runs next to each other, and next to sessions that hold locks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Clock,
  leaseTtlMs,
  lockHolder,
  readApplied,
  readLog,
  type RunEvent,
  runPlan,
  systemClock,
  writeStamp,
} from "../../../src/database/run/mod.ts";
import { backoffMs } from "../../../src/database/run/backoff.ts";
import { freshDatabase, server } from "../../support/mod.ts";
import { names, open, recorder, request, type RevisionText, upTo } from "./support/project.ts";

const table = (id: string): RevisionText => ({ id, up: [`create table ${id} (id int)`], down: [`drop table ${id}`] });

/** A clock that does not wait, and says how long it was asked to. */
function quickClock(waits: number[]): Clock {
  let passed = 0;
  return {
    now: () => systemClock.now() + passed,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      waits.push(ms);
      passed += ms;
      await systemClock.sleep(0, signal);
    },
  };
}

test("back-off doubles from half a second to ten, and chance moves it by half", () => {
  assert.deepEqual([1, 2, 3, 6, 40].map((n) => backoffMs(n, () => 0)), [250, 500, 1_000, 5_000, 5_000]);
  assert.equal(backoffMs(1, () => 0.5), 375);
});

for (const runLock of ["advisory", "lease"] as const) {
  test(`${runLock}: twenty runs at once apply each revision once`, async () => {
    await using database = await freshDatabase(await server());
    const revisions = [..."abcdefghij"].map((id) => table(id));
    const sessions = await Promise.all(Array.from({ length: 20 }, () => open(database.url)));
    const results = await Promise.all(
      sessions.map((session) => runPlan(request(session, database.url, upTo(revisions), { policy: { runLock } }))),
    );
    assert.deepEqual(results.map(({ status }) => status), Array(20).fill("done"));
    const [reader] = sessions;
    assert.ok(reader);
    const log = await readLog(reader, names);
    assert.deepEqual(log.map(({ revision }) => revision).sort(), [..."abcdefghij"]);
    assert.equal(results.filter(({ done }) => done.length > 0).length, 1);
    await Promise.all(sessions.map((session) => session.close()));
  });
}

test("a run that waits names the holder, and gives up after run_lock_wait", async () => {
  await using database = await freshDatabase(await server());
  const [first, second] = await Promise.all([open(database.url), open(database.url)]);
  const held = Promise.withResolvers<void>();
  const holding = Promise.withResolvers<void>();
  const slow: RevisionText = {
    id: "slow",
    up: [{
      code: async () => {
        holding.resolve();
        await held.promise;
      },
    }],
  };
  const running = runPlan(request(first, database.url, upTo([slow])));
  await holding.promise;
  const holder = await lockHolder(second, names);
  assert.equal(holder?.pid, first.pid);
  assert.equal(holder?.user, "postgres");
  const { events, onEvent } = recorder();
  const waits: number[] = [];
  await assert.rejects(
    runPlan(request(second, database.url, upTo([slow]), {
      onEvent,
      clock: quickClock(waits),
      policy: { runLockWaitMs: 3_000 },
    })),
    { code: "run/lock-held" },
  );
  const told = events.filter(({ type }) => type === "lock-wait") as Extract<RunEvent, { type: "lock-wait" }>[];
  assert.ok(told.length >= 2);
  assert.equal(told[0]?.holder?.pid, first.pid);
  const done = await runPlan(request(second, database.url, () => []));
  assert.equal(done.status, "done", "nothing to do needs no lock");
  held.resolve();
  assert.equal((await running).status, "done");
  assert.equal(await lockHolder(second, names), null);
  await Promise.all([first.close(), second.close()]);
});

test("an interrupt ends the wait for the run lock", async () => {
  await using database = await freshDatabase(await server());
  const [first, second] = await Promise.all([open(database.url), open(database.url)]);
  const held = Promise.withResolvers<void>();
  const holding = Promise.withResolvers<void>();
  const code = () => {
    holding.resolve();
    return held.promise;
  };
  const running = runPlan(request(first, database.url, upTo([{ id: "x", up: [{ code }] }])));
  await holding.promise;
  const controller = new AbortController();
  const onEvent = ({ type }: RunEvent) => type === "lock-wait" && controller.abort("SIGTERM");
  const waiting = await runPlan(
    request(second, database.url, upTo([table("y")]), { onEvent, interrupt: controller.signal }),
  );
  assert.deepEqual([waiting.status, waiting.problem?.code], ["interrupted", "run/terminated"]);
  held.resolve();
  await running;
  await Promise.all([first.close(), second.close()]);
});

test("a lock_timeout is tried again until it succeeds, then counts as one step", async () => {
  await using database = await freshDatabase(await server());
  const [session, other] = await Promise.all([open(database.url), open(database.url)]);
  await session.execute(["create table busy (id int)"]);
  await other.execute(["begin", "lock table busy"]);
  const revision: RevisionText = {
    id: "r",
    up: ["create table r (id int)", "alter table busy add column x int", { alone: "alter table busy add y int" }],
  };
  const waits: number[] = [];
  const { events, onEvent } = recorder();
  const result = await runPlan(request(session, database.url, upTo([table("q"), revision]), {
    clock: {
      ...quickClock(waits),
      sleep: async (ms) => {
        waits.push(ms);
        if (waits.length === 3) await other.execute(["rollback"]);
      },
    },
    onEvent,
    policy: { lockTimeoutMs: 20 },
  }));
  assert.deepEqual([result.problem, result.done.map(({ id }) => id)], [null, ["q", "r"]]);
  assert.deepEqual(waits, [375, 750, 1_500]);
  const retries = events.filter(({ type }) => type === "retry") as Extract<RunEvent, { type: "retry" }>[];
  assert.deepEqual(retries.map(({ attempt, step, error }) => `${attempt} ${step.id} ${error.sqlstate}`), [
    "1 r 55P03",
    "2 r 55P03",
    "3 r 55P03",
  ]);
  await Promise.all([session.close(), other.close()]);
});

for (const transaction of ["revision", "all"] as const) {
  test(`lock_timeout ran out (${transaction}): exit 4, and what holds the lock had no harm`, async () => {
    await using database = await freshDatabase(await server());
    const [session, other] = await Promise.all([open(database.url), open(database.url)]);
    await session.execute(["create table busy (id int)"]);
    await other.execute(["begin", "lock table busy"]);
    const waits: number[] = [];
    const result = await runPlan(
      request(session, database.url, upTo([table("q"), { id: "r", up: ["alter table busy add x int"] }]), {
        clock: quickClock(waits),
        policy: { lockTimeoutMs: 10, lockRetries: 2, transaction },
      }),
    );
    assert.equal(result.problem?.code, "run/lock-timeout");
    assert.deepEqual(result.done.map(({ id }) => id), transaction === "all" ? [] : ["q"]);
    assert.equal(waits.length, 2);
    await Promise.all([session.close(), other.close()]);
  });
}

test("a concurrent index build waits for old transactions whatever lock_timeout says", async () => {
  await using database = await freshDatabase(await server());
  const [session, other] = await Promise.all([open(database.url), open(database.url)]);
  await session.execute(["create table t (id int)"]);
  await other.execute(["begin", "insert into t values (1)"]);
  const { events, onEvent } = recorder();
  const ended = (event: RunEvent) => {
    onEvent(event);
    // The build waits for the insert's transaction; the watch says so after two seconds, and only then it ends.
    if (event.type === "blocked") void other.execute(["commit"]);
  };
  const result = await runPlan(
    request(session, database.url, upTo([{ id: "i", up: [{ alone: "create index concurrently i on t (id)" }] }]), {
      onEvent: ended,
      policy: { lockTimeoutMs: 50 },
    }),
  );
  assert.equal(result.problem, null);
  const blocked = events.find(({ type }) => type === "blocked") as Extract<RunEvent, { type: "blocked" }> | undefined;
  assert.deepEqual([blocked?.by[0]?.pid, blocked?.by[0]?.address], [other.pid, "127.0.0.1"]);
  assert.match(blocked?.by[0]?.query ?? "", /insert into t/);
  await Promise.all([session.close(), other.close()]);
});

test("lease: an ended one is taken over, and its old owner cannot commit", async () => {
  await using database = await freshDatabase(await server());
  const [first, second] = await Promise.all([open(database.url), open(database.url)]);
  const revision = (code: () => Promise<void>): RevisionText => ({
    id: "z",
    up: [{ code }],
  });
  const taken = Promise.withResolvers<void>();
  const old = await runPlan(request(
    first,
    database.url,
    upTo([
      revision(async () => {
        // As after a long pause of this process: the lease ended, and another run took it.
        await second.execute(["update public.migrate_revisions_lease set expires_at = now() - interval '1 second'"]);
        const other = await runPlan(request(second, database.url, upTo([{ id: "z", up: ["create table z ()"] }]), {
          policy: { runLock: "lease" },
        }));
        assert.equal(other.status, "done");
        taken.resolve();
      }),
      table("after"),
    ]),
    { policy: { runLock: "lease" } },
  ));
  await taken.promise;
  assert.deepEqual([old.status, old.problem?.code, old.done], ["failed", "run/lease-lost", []]);
  assert.deepEqual([...(await readApplied(second, names)).ids], ["z"]);
  assert.equal((await readLog(second, names)).filter(({ error }) => error === null).length, 1);
  await Promise.all([first.close(), second.close()]);
});

test("lease: a held one is waited for, by name", async () => {
  await using database = await freshDatabase(await server());
  const [first, second] = await Promise.all([open(database.url), open(database.url)]);
  const code = async () => {
    const waits: number[] = [];
    const { events, onEvent } = recorder();
    const policy = { runLock: "lease", runLockWaitMs: 2_000 } as const;
    const waiting = runPlan(
      request(second, database.url, upTo([table("y")]), { onEvent, clock: quickClock(waits), policy }),
    );
    await assert.rejects(waiting, { code: "run/lock-held" });
    const wait = events.find(({ type }) => type === "lock-wait") as
      | Extract<RunEvent, { type: "lock-wait" }>
      | undefined;
    assert.deepEqual([wait?.holder?.kind, wait?.holder?.runId], ["lease", "the-run"]);
  };
  const result = await runPlan(request(first, database.url, upTo([{ id: "x", up: [{ code }] }]), {
    policy: { runLock: "lease" },
    identity: { runId: "the-run", toolVersion: "0", tag: null },
  }));
  assert.equal(result.problem, null);
  assert.ok(leaseTtlMs > 0);
  await Promise.all([first.close(), second.close()]);
});

test("a stamp is one transaction with its log rows", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const base = request(session, database.url, () => []);
  const row = (id: string) => ({ id, message: `m ${id}`, checksum: null });
  await writeStamp({ ...base, change: () => ({ add: [row("a"), row("b")], remove: [] }) });
  await writeStamp({
    ...base,
    change: ({ ids }) => ({ add: [row("c")], remove: [...ids].filter((id) => id === "a") }),
  });
  assert.deepEqual([...(await readApplied(session, names)).ids], ["b", "c"]);
  await assert.rejects(writeStamp({ ...base, change: () => ({ add: [row("d"), row("c")], remove: [] }) }));
  assert.deepEqual([...(await readApplied(session, names)).ids], ["b", "c"]);
  const log = (await readLog(session, names)).reverse().map(({ action, revision }) => `${action} ${revision}`);
  assert.deepEqual(log, ["stamp a", "stamp b", "unstamp a", "stamp c"]);
  await session.close();
});

test("a history in a schema and with names that need quotes", async () => {
  await using database = await freshDatabase(await server());
  const session = await open(database.url);
  const odd = { schema: 'My "schema"', name: "history.of things" };
  const quoted = { history: odd, log: { ...odd, name: "lög" }, lease: { ...odd, name: "lease" } };
  for (const runLock of ["advisory", "lease"] as const) {
    const revision = table(`t_${runLock}`);
    const result = await runPlan({
      ...request(session, database.url, upTo([revision]), { policy: { runLock } }),
      names: quoted,
    });
    assert.equal(result.problem, null);
  }
  assert.equal((await readLog(session, quoted)).length, 2);
  await session.close();
});
