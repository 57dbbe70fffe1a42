import assert from "node:assert/strict";
import { test } from "node:test";
import { changedTables, knownStatements, sqlStatements } from "../../src/models/mod.ts";

const users = "CREATE TABLE users (id bigint PRIMARY KEY, n integer);";
const changed = "CREATE TABLE users (id bigint PRIMARY KEY, n bigint);";

function tablesOf(before: string, after: string): readonly string[] | null {
  const statements = sqlStatements(after, "schema.sql");
  const known = knownStatements(sqlStatements(before, "schema.sql"), []);
  const found = changedTables(known, knownStatements(statements, known), statements);
  return found === null ? null : found.tables.map((name) => name.join("."));
}

const harmless = [
  "CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY, u bigint REFERENCES users, n text CHECK (n LIKE 'a%'));",
  "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$;",
  "GRANT SELECT ON orders TO reader;",
  "COMMENT ON SCHEMA public IS 'ours';",
];

for (const statement of harmless) {
  test(`a change of a table is of it alone beside: ${statement}`, () => {
    assert.deepEqual(tablesOf(`${users}\n${statement}`, `${changed}\n${statement}`), ["public.users"]);
  });
}

/** Statements that come out otherwise when the table is another one. */
const watching = [
  "CREATE TABLE copy_of_it (LIKE users);",
  "CREATE TABLE copy_of_it (a integer, LIKE users INCLUDING ALL);",
  "CREATE TABLE copy_of_it AS SELECT * FROM users;",
  "CREATE VIEW v AS SELECT * FROM users;",
  "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT sum(n) FROM users $$;",
  "CREATE FUNCTION f() RETURNS bigint LANGUAGE plpgsql AS 'DECLARE x Users.n%TYPE; BEGIN RETURN 1; END';",
  "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;",
  "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;",
  "ALTER SCHEMA public RENAME TO private;",
  "SELECT watch('users');",
  "DO $$ BEGIN EXECUTE (SELECT string_agg(statement, ';') FROM planned); END $$;",
  "DROP OWNED BY somebody;",
];

for (const statement of watching) {
  test(`a change of a table is not of it alone beside: ${statement}`, () => {
    assert.equal(tablesOf(`${users}\n${statement}`, `${changed}\n${statement}`), null);
  });
}

test("a table whose columns are added one by one is not read by itself: some of them may have waited for a type", () => {
  for (const added of ["ADD COLUMN m mood", "ADD m mood", 'ADD "check" mood']) {
    const more = `ALTER TABLE users ${added};`;
    assert.equal(tablesOf(`${users}\n${more}`, `${changed}\n${more}`), null, added);
  }
  const key = "ALTER TABLE users ADD CONSTRAINT positive CHECK (n > 0), ADD UNIQUE (n);";
  assert.deepEqual(tablesOf(`${users}\n${key}`, `${changed}\n${key}`), ["public.users"]);
});

test("letters that PostgreSQL does not fold stay as they are", () => {
  assert.deepEqual(tablesOf("", "CREATE TABLE ÉTAT (id integer);"), ["public.État"]);
});
