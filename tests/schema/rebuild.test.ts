/** Tables that have to be made anew keep their rows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openScratch } from "../../src/database/embedded/mod.ts";
import { diff, readSnapshot } from "../../src/schema/mod.ts";

const plain = "create table pt(id int not null, k int not null, v text); create index pt_v on pt(v)";
const partitioned = `create table pt(id int not null, k int not null, v text) partition by range(k);
  create table p1 partition of pt for values from (0) to (10);
  create table p2 partition of pt for values from (10) to (20) partition by list(id);
  create table p21 partition of p2 for values in (1, 2, 3);
  create index pt_v on pt(v)`;
const rows = "insert into pt values (1, 1, 'a'), (2, 12, 'b'), (3, 13, 'c')";
const listed = (values: string) =>
  `create type e as enum (${values}); create table pt(a e, id int) partition by list(a);
  create table p1 partition of pt for values in ('x'); create table p2 partition of pt default`;

const cases = [
  { name: "plain to partitioned", from: plain, to: partitioned, rows },
  { name: "partitioned to plain", from: partitioned, to: plain, rows },
  {
    name: "an enum that divides a table into partitions",
    from: listed("'x', 'y', 'z'"),
    to: listed("'y', 'x'"),
    rows: "insert into pt values ('x', 1), ('y', 2)",
  },
];

test(
  "types, generated columns and new ones in one statement give each row its values",
  { timeout: 120_000 },
  async () => {
    const [start, goal] = [await openScratch(), await openScratch()];
    try {
      await start.execute([
        "create table t(a int, b text default '7', g int generated always as (a * 2) stored, h int generated always as (c) stored, c int)",
        "insert into t values (1, '2', default, default, 3)",
      ]);
      await goal.execute([
        `create table t(a bigint, b int default 8 not null, g bigint generated always as (a * 3) stored,
        h bigint generated always as (c) stored, c int check (c > 0), n int generated always as identity,
        d int generated always as (b + c) stored)`,
      ]);
      const want = await readSnapshot(goal);
      const plan = diff(await readSnapshot(start), want).statements;
      assert.equal(plan.filter(({ rewrites }) => rewrites).length, 1);
      for (const { sql } of plan) await start.execute([sql]);
      assert.deepEqual(await start.query("select a, b, g, h, c, n, d from t"), [{
        a: 1,
        b: 2,
        g: 3,
        h: 3,
        c: 3,
        n: 1,
        d: 5,
      }]);
      assert.deepEqual(diff(await readSnapshot(start), want).statements, []);
    } finally {
      await start.close();
      await goal.close();
    }
  },
);

test("a composite value goes over by its attributes' names", { timeout: 120_000 }, async () => {
  const [start, goal] = [await openScratch(), await openScratch()];
  try {
    await start.execute([
      "create type c as (a text, b text, gone int)",
      "create table t of c (a with options unique); create table u(id int, x c)",
      "insert into t values ('1', '2', 3); insert into u values (1, row('1', 'two, 2', 3)), (2, null), (3, row(null, null, null))",
    ]);
    await goal.execute(["create type c as (b text, fresh int, a text)"]);
    await goal.execute(["create table t of c (a with options unique); create table u(id int, x c)"]);
    const plan = diff(await readSnapshot(start), await readSnapshot(goal)).statements;
    assert.deepEqual(plan.filter(({ losesData }) => losesData).map(({ table }) => table).sort(), [
      "table:public.t",
      "table:public.u",
    ]);
    for (const { sql } of plan) await start.execute([sql]);
    assert.deepEqual(await start.query("select t::text as row from t"), [{ row: "(2,,1)" }]);
    assert.deepEqual(await start.query("select x::text as row from u order by id"), [
      { row: '("two, 2",,1)' },
      { row: null },
      { row: "(,,)" },
    ]);
  } finally {
    await start.close();
    await goal.close();
  }
});

test("in arrays, domains and other types too", { timeout: 120_000 }, async () => {
  const [start, goal] = [await openScratch(), await openScratch()];
  const rest = `create type q as (ps p[], p p); create domain d as p; create domain ds as p[];
    create table t(id int, p p[], q q, qs q[], d d, ds ds)`;
  try {
    await start.execute([
      `create type p as (a text, b text); ${rest}`,
      `insert into t values (1, '[2:3]={"(1,2)",NULL}', row(array[row('3', '4')::p], row('5', '6'))::q,
        array[row(null, row('7', '"8,'))::q], row('9', '10'), array[row('11', '12')::p])`,
    ]);
    await goal.execute([`create type p as (b text, a text); ${rest}`]);
    const want = await readSnapshot(goal);
    const plan = diff(await readSnapshot(start), want).statements;
    for (const { sql } of plan) await start.execute([sql]);
    assert.deepEqual(plan.filter(({ losesData }) => losesData), []);
    assert.deepEqual(await start.query("select p::text, to_json(q) q, to_json(qs) qs, d::text, ds::text from t"), [{
      p: '[2:3]={"(2,1)",NULL}',
      q: { ps: [{ b: "4", a: "3" }], p: { b: "6", a: "5" } },
      qs: [{ ps: null, p: { b: '"8,', a: "7" } }],
      d: "(10,9)",
      ds: '{"(12,11)"}',
    }]);
    assert.deepEqual(diff(await readSnapshot(start), want).statements, []);
  } finally {
    await start.close();
    await goal.close();
  }
});

for (const { name, from, to, rows } of cases) {
  test(`rows survive: ${name}`, { timeout: 120_000 }, async () => {
    const [start, goal] = [await openScratch(), await openScratch()];
    try {
      await start.execute([from, rows]);
      await goal.execute([to]);
      const want = await readSnapshot(goal);
      const order = "select id, pt::text as row from pt order by id";
      const before = await start.query(order);
      for (const { sql } of diff(await readSnapshot(start), want).statements) await start.execute([sql]);
      assert.deepEqual(await start.query(order), before);
      assert.deepEqual(diff(await readSnapshot(start), want).statements, []);
    } finally {
      await start.close();
      await goal.close();
    }
  });
}
