import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import postgres from "postgres";
import { Problem } from "../../src/base/problem.ts";
import {
  addColumn,
  addEnumValue,
  alterColumn,
  bulkInsert,
  createEnum,
  createExcludeConstraint,
  createIndex,
  createTable,
  execute,
  json,
  run,
  sql,
} from "../../src/kit/operations.ts";
import { type SqlValue, valueText } from "../../src/sql/value.ts";
import { freshDatabase, server } from "../support/mod.ts";

/** Text that PostgreSQL can hold: no U+0000, no half surrogates. */
const text = fc.string({ unit: "binary" }).filter((value) => !value.includes("\0"));

test("values come back from the server as they were written", async () => {
  await using database = await freshDatabase(await server());
  const connection = postgres(database.url, { max: 1, fetch_types: false, prepare: false });
  const ask = async (type: string, values: readonly SqlValue[], read: string): Promise<unknown[]> => {
    const rows = values.map((value, at) => `(${at}, ${valueText(value, "test")}::${type})`).join(",");
    const found = await connection.unsafe(`select ${read} as v from (values ${rows}) as t(i, c) order by i`);
    return found.map((row: Record<string, unknown>) => row["v"]);
  };
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { numRuns: 200, seed: 7 });
  try {
    const texts = some(text);
    assert.deepEqual(await ask("text", texts, "c"), texts);
    const numbers = some(fc.double());
    const readNumbers = await ask("float8", numbers, "c");
    assert.deepEqual(readNumbers.map((value, at) => Object.is(numbers[at], -0) ? -0 : value), numbers);
    const bigints = some(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
    assert.deepEqual(await ask("bigint", bigints, "c::text"), bigints.map(String));
    const lists = some(fc.array(fc.option(text)));
    const readLists = await ask("text[]", lists, "coalesce(to_json(c)::text, '[]')");
    assert.deepEqual(readLists.map((value) => JSON.parse(String(value))), lists);
    const bytes = some(fc.uint8Array());
    assert.deepEqual(
      await ask("bytea", bytes, "encode(c, 'hex')"),
      bytes.map((value) => Buffer.from(value).toString("hex")),
    );
    const dates = some(fc.date({ noInvalidDate: true, min: new Date(-2e14), max: new Date(8.64e15) }));
    const readDates = await ask("timestamptz", dates, "(extract(epoch from c) * 1000)::bigint::text");
    assert.deepEqual(readDates.map(Number), dates.map((value) => value.getTime()));
    const objects = some(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))));
    const readObjects = await ask("json", objects.map((value) => ({ ...value })), "c::text");
    assert.deepEqual(readObjects.map((value) => JSON.parse(String(value))), objects.map((value) => ({ ...value })));
    assert.deepEqual(await ask("jsonb", [json([1, "a"]), json("x")], "c::text"), [`[1, "a"]`, `"x"`]);
    assert.deepEqual(await ask("int[]", [[1, sql`1 + 1`]], "c[2]"), [2]);
  } finally {
    await connection.end();
  }
});

test("a negative value after a minus sign does not begin a comment", () => {
  assert.equal(sql`1 -${-1}`.text, "1 -(-1)");
  assert.equal(sql`1 -${-1n}`.text, "1 -(-1)");
});

test("fragments nest as they are, values are quoted, identifiers are identifiers", () => {
  const where = sql`name = ${"it's"}`;
  assert.equal(
    sql`select * from ${sql.identifier("My Schema", "t")} where ${where}`.text,
    `select * from "My Schema".t where name = 'it''s'`,
  );
  assert.equal(sql.join([1, "a", sql`now()`]).text, "1, 'a', now()");
  assert.equal(sql.join([sql`a`, sql`b`], sql` and `).text, "a and b");
});

test("as an operation a template is its statements", () => {
  assert.deepEqual(sql`select ';'; select 2`.sql, ["select ';'", "select 2"]);
  assert.deepEqual(sql.raw("an open 'literal;").sql, ["an open 'literal;"]);
});

test("a backslash that JavaScript would eat is refused", () => {
  for (
    const lost of [
      () => sql`code ~ '^\d+$'`,
      () => sql`code ~ '\.'`,
      () => sql`code ~ '\\\w'`,
      () => sql`code ~ '\b'`,
      () => sql`regexp_replace(a, '(.)', '\1')`,
    ]
  ) {
    assert.throws(lost, (error) => error instanceof Problem && error.code === "kit/lost-backslash");
  }
  assert.equal(sql`code ~ '^\\d+$' and \${ and \` and 'a\nb'`.text, "code ~ '^\\d+$' and ${ and ` and 'a\nb'");
});

// What TypeScript would refuse can still arrive from a file that nobody checked.
function unchecked<T>(value: unknown): T {
  return value as T;
}

test("arguments that cannot become SQL are refused with what was wanted", () => {
  const refusals: readonly (readonly [() => unknown, string, string])[] = [
    [() => createTable("", {}), "createTable", "name"],
    [() => createTable("x".repeat(64), {}), "createTable", "name"],
    [() => createTable("é".repeat(32), {}), "createTable", "name"],
    [() => createTable("t", unchecked(null)), "createTable", "columns"],
    [() => createTable("t", { a: unchecked(7) }), "createTable", "columns.a"],
    [() => createTable("t", { a: { type: "int", identity: "always", default: 1 } }), "createTable", "columns.a"],
    [() => createTable("t", { a: "int); drop table users; --" }), "createTable", "type"],
    [() => createTable("t", { a: { type: unchecked(undefined) } }), "createTable", "a.type"],
    [() => createTable("t", {}, { primaryKey: [] }), "createTable", "columns"],
    [() => addColumn("t", "a", ""), "addColumn", "type"],
    [
      () => addColumn("t", "a", { type: "int", references: { table: "u", onDelete: unchecked("explode") } }),
      "addColumn",
      "onDelete",
    ],
    [() => alterColumn("t", "a", {}), "alterColumn", "changes"],
    [() => alterColumn("t", "a", { using: "b" }), "alterColumn", "type"],
    [() => createIndex("i", "t", []), "createIndex", "columns"],
    [() => createExcludeConstraint("e", "t", [{ column: "a", with: "; drop" }]), "createExcludeConstraint", "with"],
    [() => createEnum("e", ["a", "a"]), "createEnum", "values"],
    [() => addEnumValue("e", "a", { before: "b", after: "c" }), "addEnumValue", "before"],
    [() => bulkInsert("t", unchecked({})), "bulkInsert", "rows"],
    [() => execute("  "), "execute", "text"],
    [() => run("x", unchecked("code")), "run", "code"],
    [() => run("", () => {}), "run", "description"],
  ];
  for (const [make, operation, argument] of refusals) {
    assert.throws(make, (error) => {
      assert.ok(error instanceof Problem, String(error));
      assert.equal(error.code, "kit/bad-argument");
      const data = error.data as { operation: string; argument: string };
      assert.deepEqual([data.operation, data.argument], [operation, argument]);
      return true;
    });
  }
});

test("values without a form in SQL are refused", () => {
  for (const value of [undefined, () => 1, Symbol("s"), new Map(), new Date(NaN), [undefined]]) {
    assert.throws(
      () => sql`select ${unchecked(value)}`,
      (error) => error instanceof Problem && error.code === "kit/unwritable-value",
      String(value),
    );
  }
  assert.throws(() => json(undefined), (error) => error instanceof Problem && error.code === "kit/unwritable-value");
});
