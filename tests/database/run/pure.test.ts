/** The pure parts of runs: names, progress, kinds of statements, places of failures, checks. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { concurrentIndex } from "../../../src/database/run/concurrent-index.ts";
import { failurePlace, lineAndColumn } from "../../../src/database/run/failure.ts";
import {
  type Applied,
  type AppliedRow,
  changedRevisions,
  checkHalfDone,
  loadSteps,
  progressText,
  tableName,
  tableNames,
} from "../../../src/database/run/mod.ts";
import { holderText, lockHolderText } from "../../../src/database/run/holder.ts";
import { progressOf } from "../../../src/database/run/progress.ts";
import { statementKind } from "../../../src/database/run/statement-kind.ts";
import { policy, stepOf } from "./support/project.ts";

test("progress is read as it was written", () => {
  const progress = fc.record({
    direction: fc.constantFrom("up" as const, "down" as const),
    blocks: fc.nat(1_000),
    statements: fc.nat(1_000),
    started: fc.boolean(),
  });
  fc.assert(fc.property(progress, (value) => assert.deepEqual(progressOf(progressText(value)), { ...value })));
  assert.deepEqual([progressOf(null), progressOf("many")], [null, null]);
});

test("names of tables", () => {
  assert.deepEqual(tableName("h", "migrate"), { schema: "public", name: "migrate" });
  assert.deepEqual(tableName("h", 'App."a ""b"".c"'), { schema: "App", name: 'a "b".c' });
  for (const text of ["", "a.b.c", "a.", ".b", '"a', "a b", "x".repeat(64)]) {
    assert.throws(() => tableName("h", text), { code: "run/table-name" }, text);
  }
  const { lease } = tableNames(`public."${"é".repeat(31)}"`, "l");
  assert.ok(new TextEncoder().encode(lease.name).length <= 63);
  assert.match(lease.name, /^é+_lease$/);
});

test("kinds of statements", () => {
  const control = (sql: string) => statementKind(sql).control;
  assert.deepEqual(
    [
      "-- x\nCommit",
      "/* a /* b */ */ begin",
      "end",
      "abort",
      "start transaction",
      "rollback",
      "prepare transaction 'x'",
      "discard all",
    ].map(control),
    ["COMMIT", "BEGIN", "END", "ABORT", "START TRANSACTION", "ROLLBACK", "PREPARE TRANSACTION", "DISCARD ALL"],
  );
  for (
    const sql of ["savepoint a", "rollback to savepoint a", "rollback work to a", "release a", "prepare p as select 1"]
  ) {
    assert.equal(control(sql), null, sql);
  }
  const outside = [
    "create index concurrently i on t (a)",
    "create unique /* x */ index concurrently if not exists i on t (a)",
    "drop index concurrently i",
    "vacuum",
    "reindex table concurrently t",
    "cluster t",
    "create database x",
    "alter system set a = 1",
    "call p()",
    "do 'begin end'",
    "alter table t detach partition p concurrently",
  ];
  for (const sql of outside) assert.equal(statementKind(sql).transactional, false, sql);
  for (
    const sql of [
      "create index i on t (a)",
      "create table concurrently (a int)",
      "alter table t add c int",
      "drop index i",
    ]
  ) {
    assert.equal(statementKind(sql).transactional, true, sql);
  }
  for (
    const sql of ["set a = 1", "set session a = 1", "set role x", "reset all", "select set_config('a', 'b', false)"]
  ) {
    assert.equal(statementKind(sql).settings, true, sql);
  }
  for (
    const sql of [
      "set local a = 1",
      "set constraints all deferred",
      "create function f() returns void as 'select set_config()'",
    ]
  ) {
    assert.equal(statementKind(sql).settings, false, sql);
  }
});

test("concurrent index statements, taken apart", () => {
  assert.deepEqual(
    concurrentIndex('create unique index concurrently if not exists "My I" on only App . "T" using btree (a)'),
    { action: "create", index: '"My I"', table: 'app."T"' },
  );
  assert.deepEqual(concurrentIndex("create index concurrently on t (a)"), {
    action: "create",
    index: null,
    table: "t",
  });
  assert.deepEqual(concurrentIndex("drop index concurrently if exists s.i cascade"), { action: "drop", index: "s.i" });
  for (const sql of ["drop index concurrently a, b", "create index i on t (a)", "select 1"]) {
    assert.equal(concurrentIndex(sql), null, sql);
  }
});

test("a position becomes the line and column of the character", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\n"), minLength: 1, maxLength: 40 });
  fc.assert(fc.property(text, fc.nat(39), (value, at) => {
    const characters = [...value];
    const position = at % characters.length;
    const before = characters.slice(0, position);
    const { line, column } = lineAndColumn(value, position + 1);
    assert.equal(line, before.filter((char) => char === "\n").length + 1);
    assert.equal(column, position - before.lastIndexOf("\n"));
  }));
});

test("places of failures", () => {
  const at = { file: "a.sql", line: 3, column: 5, operation: null };
  const statement = { kind: "sql", sql: "select é,\n  nope", description: null, at } as const;
  const file = "-- a\n\nx;  select é,\n  nope;";
  assert.deepEqual(failurePlace(statement, 8, file), {
    file: "a.sql",
    line: 3,
    column: 12,
    operation: null,
    lineNumber: 3,
    lineText: "x;  select é,",
    caret: 12,
  });
  assert.deepEqual(failurePlace(statement, 13, file), {
    file: "a.sql",
    line: 4,
    column: 3,
    operation: null,
    lineNumber: 4,
    lineText: "  nope;",
    caret: 3,
  });
  assert.deepEqual(failurePlace(statement, 13, null), {
    file: "a.sql",
    line: 4,
    column: 3,
    operation: null,
    lineNumber: 4,
    lineText: "  nope",
    caret: 3,
  });
  assert.deepEqual(failurePlace(statement, null, file), {
    file: "a.sql",
    line: 3,
    column: 5,
    operation: null,
    lineNumber: 3,
    lineText: "x;  select é,",
    caret: null,
  });
  const operation = { ...statement, at: { file: "a.ts", line: 7, column: 3, operation: 2 } };
  assert.deepEqual(failurePlace(operation, 13, "export const up = []"), {
    file: "a.ts",
    line: 7,
    column: 3,
    operation: 2,
    lineNumber: 2,
    lineText: "  nope",
    caret: 3,
  });
  const typescript = "export const up = [\n  sql`select é,\n      nope`,\n];";
  assert.deepEqual(failurePlace(operation, 13, typescript), {
    file: "a.ts",
    line: 3,
    column: 7,
    operation: 2,
    lineNumber: 3,
    lineText: "      nope`,",
    caret: 7,
  });
  assert.deepEqual(failurePlace(operation, null, typescript), {
    file: "a.ts",
    line: 2,
    column: 7,
    operation: 2,
    lineNumber: 2,
    lineText: "  sql`select é,",
    caret: null,
  });
  const twice = failurePlace(operation, 13, `${typescript}\n// nope`);
  assert.deepEqual([twice.line, twice.lineNumber, twice.lineText], [7, 2, "  nope"]);
});

const applied = (rows: Applied["rows"]): Applied => ({
  layout: 1,
  ids: new Set(rows.keys()),
  rows,
  halfDone: [...rows.values()].filter(({ progress }) => progress !== null),
  readOnly: false,
});

test("changed files: only of what is wholly applied and was stored with a checksum", () => {
  const progress = { direction: "up", blocks: 0, statements: 1, started: false } as const;
  const row = (id: string, checksum: string | null): AppliedRow => ({ id, checksum, progress: null, error: null });
  const state = applied(
    new Map([
      ["a", row("a", "1")],
      ["b", row("b", "1")],
      ["c", row("c", null)],
      ["d", { ...row("d", "1"), progress }],
      ["e", row("e", "1")],
    ]),
  );
  const files = new Map([..."abcd"].map((id) => [id, { checksum: id === "a" ? "1" : "2", file: `${id}.sql` }]));
  assert.deepEqual(changedRevisions(state, files), [{ id: "b", file: "b.sql" }]);
});

test("half-done revisions stop what goes the other way", () => {
  const row = (direction: "up" | "down") => ({
    id: "h",
    checksum: null,
    error: null,
    progress: { direction, blocks: 1, statements: 0, started: false },
  });
  const step = (direction: "up" | "down") => stepOf({ id: "x", up: [], down: [] }, direction);
  for (const direction of ["up", "down"] as const) {
    const state = applied(new Map([["h", row(direction)]]));
    checkHalfDone(state, [step(direction)]);
    checkHalfDone(state, []);
    assert.throws(() => checkHalfDone(state, [step(direction === "up" ? "down" : "up")]), { code: "run/half-done" });
  }
});

test("what could not be run to its end is refused before it begins, all together", async () => {
  const steps = [
    stepOf({ id: "a", up: ["select 1; commit"] }, "up"),
    stepOf({ id: "b", up: [{ alone: "set a = 1" }] }, "up"),
    stepOf({ id: "c", up: [] }, "down"),
  ];
  await assert.rejects(loadSteps(steps, { ...policy, transaction: "all", runLock: "lease", role: "x" }), (error: {
    code?: string;
    others?: readonly { readonly code: string; readonly at: unknown }[];
  }) => {
    assert.deepEqual([error.code, ...(error.others ?? []).map(({ code }) => code)], [
      "run/irreversible",
      "run/block-without-transaction",
      "run/needs-session",
      "run/needs-session",
      "run/transaction-control",
    ]);
    assert.deepEqual(error.others?.at(-1)?.at, { file: "a.sql", line: 5, column: 11, operation: null });
    return true;
  });
});

test("a holder in one line", () => {
  const holder = {
    pid: 7,
    user: "bob",
    application: "app",
    address: null,
    state: "idle in transaction",
    since: "2026-11-22T15:00:00Z",
    query: "lock t",
  };
  assert.equal(holderText(holder), "process 7 (app as bob), idle in transaction since 2026-11-22T15:00:00Z: lock t");
  const hidden = { pid: 7, user: null, application: null, address: null, state: null, since: null, query: null };
  assert.equal(holderText(hidden), "process 7");
  const lease = {
    ...hidden,
    pid: 0,
    kind: "lease",
    user: "bob on a, process 3",
    runId: "9f",
    until: "2026-11-22T15:00:30Z",
  };
  assert.equal(
    lockHolderText({ ...lease, kind: "lease" }),
    "run 9f (bob on a, process 3), lease until 2026-11-22T15:00:30Z",
  );
});

test("what loses data on the way up is refused where that is asked for, every place of it", async () => {
  const steps = [
    stepOf({ id: "a", up: ["create table t (i int, j int)", { alone: "truncate t" }], down: ["drop table t"] }, "up"),
    stepOf({ id: "b", up: ["comment on table t is 'x';\nalter table t drop j"] }, "up"),
    stepOf({ id: "c", up: ["select 1"], down: ["drop table t"] }, "down"),
  ];
  assert.equal((await loadSteps(steps, policy)).length, 3);
  await assert.rejects(loadSteps(steps, { ...policy, refuseDataLoss: true }), (error: {
    data?: unknown;
    others?: readonly { readonly code: string; readonly data: unknown; readonly at: unknown }[];
  }) => {
    assert.deepEqual(error.data, { revision: "a", loss: "TRUNCATE" });
    const at = { file: "b.sql", line: 6, column: 1, operation: null };
    assert.deepEqual(error.others?.map(({ code, data, at }) => ({ code, data, at })), [
      { code: "run/data-loss", data: { revision: "b", loss: "DROP COLUMN" }, at },
    ]);
    return true;
  });
});
