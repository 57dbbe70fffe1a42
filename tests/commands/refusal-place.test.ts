import assert from "node:assert/strict";
import { test } from "node:test";
import { refusalPlace } from "../../src/commands/schema/refusal-place.ts";
import { sqlStatements } from "../../src/models/mod.ts";

const model = `import { table, z } from "migrate:kit";
export const A = table("a", z.object({
  id: z.int(),
  fullName: z.string().meta({ type: "varchr(20)" }),
  "select": z.string().meta({ type: "nope" }),
}), { naming: "snake_case" });
`;
const sql = `CREATE TABLE a (
  id integer NOT NULL,
  full_name varchr(20) NOT NULL,
  "select" nope NOT NULL,
  CONSTRAINT sane CHECK (missing > 0)
)`;
const table = {
  sql,
  subject: "table a",
  at: { file: "models/m.ts", line: 2, column: 18, operation: null },
  session: [],
};
const placeIn = (word: string) => refusalPlace(table, sql.indexOf(word) + 1, () => model);

test("what the server refuses in a model's table is shown at its column", () => {
  const at = { file: "models/m.ts", column: 3, operation: null };
  assert.deepEqual(placeIn("varchr"), { subject: "column full_name of table a", at: { ...at, line: 4 } });
  assert.deepEqual(placeIn("nope"), { subject: "column select of table a", at: { ...at, line: 5 } });
});

test("what belongs to no column, and what the server gave no position for, is shown at the table", () => {
  assert.deepEqual(placeIn("missing"), { subject: "table a", at: table.at });
  assert.deepEqual(refusalPlace(table, null, () => model), { subject: "table a", at: table.at });
  assert.deepEqual(refusalPlace(table, sql.indexOf("varchr") + 1, () => null), {
    subject: "column full_name of table a",
    at: table.at,
  });
});

test("in a SQL file the server's position is a place in the file", () => {
  const text = "create table a (id int);\n  create table b (id int,\n   x nosuchtype);\n";
  const [, statement] = sqlStatements(text, "schema.sql");
  assert.ok(statement !== undefined);
  const place = (word: string) => refusalPlace(statement, statement.sql.indexOf(word) + 1, () => text).at;
  assert.deepEqual(place("nosuchtype"), { file: "schema.sql", line: 3, column: 6, operation: null });
  assert.deepEqual(place("b (id"), { file: "schema.sql", line: 2, column: 16, operation: null });
});
