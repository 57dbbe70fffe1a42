/** With a lease a run needs nothing of a session: every transaction may run on another connection. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readHistory, runPlan } from "../../../src/database/run/mod.ts";
import { freshDatabase, server } from "../../support/mod.ts";
import { downFrom, names, open, request, type RevisionText, upTo } from "./support/project.ts";
import { pooled } from "./support/pooled.ts";

const revisions: readonly RevisionText[] = [
  ...Array.from({ length: 10 }, (_, n): RevisionText => ({
    id: `a${n}`,
    up: [`create table a${n} (id int)`],
    down: [`drop table a${n}`],
  })),
  {
    id: "b",
    up: ["set search_path = pg_catalog; create table public.b (id int)", "insert into b values (1)"],
    down: ["drop table b"],
  },
  {
    id: "c",
    up: [
      { alone: "create table c (id int); create index concurrently c_id on c (id)" },
      { code: async (db) => void await db`insert into c values (${1})` },
      { alone: "vacuum c" },
    ],
    down: [{ alone: "drop index concurrently c_id" }, "drop table c"],
  },
];

test("a run over a pooler in transaction mode, and what it leaves on the connections", async () => {
  await using database = await freshDatabase(await server());
  const sessions = await Promise.all([1, 2, 3].map(() => open(database.url)));
  const session = pooled(sessions);
  const policy = { runLock: "lease", lockTimeoutMs: 4_321 } as const;
  const state = () =>
    Promise.all(sessions.map((one) =>
      one.query(
        "select (select json_object_agg(name, setting order by name) from pg_settings where source in " +
          "('session', 'override') and name not in ('wal_buffers'))::text as settings, " +
          "(select count(*)::int from pg_prepared_statements where from_sql) as prepared, " +
          "(select count(*)::int from pg_locks where pid = pg_backend_pid() and locktype = 'advisory') as locks",
      )
    ));
  const before = await state();
  const up = await runPlan(request(session, database.url, upTo(revisions), { policy }));
  assert.equal(up.problem, null);
  assert.equal((await readHistory(session, names)).length, revisions.length);
  assert.deepEqual(await state(), before);
  const down = await runPlan(request(session, database.url, downFrom(revisions), { policy }));
  assert.equal(down.problem, null);
  assert.deepEqual(await state(), before);
  const failed = await runPlan(
    request(session, database.url, upTo([...revisions, { id: "z", up: ["select 1/0"] }]), { policy }),
  );
  assert.deepEqual([failed.problem?.code, failed.done.length], ["run/statement-failed", revisions.length]);
  assert.deepEqual(await state(), before);
  for (const one of sessions) await one.close();
});
