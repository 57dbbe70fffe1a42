import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyInAnyOrder, type ModelStatement, type RunStatements, sqlStatements } from "../../src/models/mod.ts";

const none: readonly string[] = [];

function statement(sql: string, session: readonly string[] = none): ModelStatement {
  return { sql, subject: sql, at: null, session };
}

/**
 * A database that knows things by letter: `a<bc` makes a and needs b and c; `!` is a syntax error. Messages are all or
 * nothing, as a transaction is.
 */
function database(): { readonly run: RunStatements; readonly made: string[]; readonly messages: string[][] } {
  const made: string[] = [];
  const messages: string[][] = [];
  const run: RunStatements = (statements) => {
    messages.push([...statements]);
    const added: string[] = [];
    for (const [index, text] of statements.entries()) {
      if (text === "!") {
        return Promise.resolve({ index, sqlstate: "42601", message: "syntax error", detail: null, position: null });
      }
      const [name = "", needs = ""] = text.split("<");
      const missing = [...needs].find((need) => !made.includes(need) && !added.includes(need));
      if (missing !== undefined) {
        return Promise.resolve({
          index,
          sqlstate: "42P01",
          message: `relation "${missing}" does not exist`,
          detail: null,
          position: null,
        });
      }
      added.push(name);
    }
    made.push(...added);
    return Promise.resolve(null);
  };
  return { run, made, messages };
}

test("statements in a good order are one message", async () => {
  const { run, made, messages } = database();
  assert.deepEqual(await applyInAnyOrder(["a", "b<a", "c<ab"].map((text) => statement(text)), run), []);
  assert.deepEqual(made, ["a", "b", "c"]);
  assert.equal(messages.length, 1);
});

test("statements in any order all run, whatever they need of each other", async () => {
  const letters = [..."abcdefghijklmnop"];
  await fc.assert(fc.asyncProperty(
    fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
    fc.shuffledSubarray(letters, { minLength: 16 }),
    async (seeds, order) => {
      // Each letter needs some of the letters before it, so there is always an order.
      const needs = (letter: string, at: number) =>
        letters.slice(0, letters.indexOf(letter)).filter((_, bit) => ((seeds[at] ?? 0) >> bit) % 3 === 0).join("");
      const { run, made } = database();
      const statements = order.map((letter, at) => statement(`${letter}<${needs(letter, at)}`));
      assert.deepEqual(await applyInAnyOrder(statements, run), []);
      assert.deepEqual(made.toSorted(), letters);
    },
  ));
});

test("what never becomes possible is returned with what the server said", async () => {
  const { run, made } = database();
  const left = await applyInAnyOrder([statement("a<z"), statement("b<a"), statement("c")], run);
  assert.deepEqual(left.map(({ statement: one, refusal }) => [one.sql, refusal.message]), [
    ["a<z", 'relation "z" does not exist'],
    ["b<a", 'relation "a" does not exist'],
  ]);
  assert.deepEqual(made, ["c"]);
});

test("what no other statement can mend ends the work", async () => {
  const { run } = database();
  const left = await applyInAnyOrder([statement("a<z"), statement("!"), statement("c")], run);
  assert.deepEqual(left.map(({ statement: one, refusal }) => [one.sql, refusal.sqlstate]), [["!", "42601"]]);
});

test("each file's statements run under its settings, also when they had to wait", async () => {
  const { run, messages } = database();
  const [one, two] = [["set search_path = one"], ["set search_path = two"]];
  await applyInAnyOrder([statement("a<b", one), statement("b", two), statement("c")], run);
  assert.deepEqual(messages, [
    ["RESET ALL", "set search_path = one"],
    ["a<b"],
    ["RESET ALL", "set search_path = two"],
    ["b"],
    ["RESET ALL"],
    ["c"],
    ["RESET ALL", "set search_path = one"],
    ["a<b"],
    ["RESET ALL"],
  ]);
});

test("SQL text is cut into statements with their places and settings", () => {
  const text = [
    "\\restrict abc",
    "SET statement_timeout = 0;",
    "SET search_path = shop;",
    "SELECT pg_catalog.set_config('search_path', '', false);",
    "BEGIN;",
    "-- a comment; with a semicolon",
    "  CREATE INDEX CONCURRENTLY i ON t (a);",
    "COMMIT;",
    "SET ROLE app; CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;",
    "SET CONSTRAINTS ALL DEFERRED;",
    "\\unrestrict abc",
  ].join("\r\n");
  const statements = sqlStatements(text, "schema.sql");
  assert.deepEqual(statements.map(({ sql, at, session }) => [sql, at?.line, at?.column, session]), [
    ["CREATE INDEX              i ON t (a)", 7, 3, [
      "SET search_path = shop",
      "SELECT pg_catalog.set_config('search_path', '', false)",
    ]],
    ["CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END", 9, 15, [
      "SET search_path = shop",
      "SELECT pg_catalog.set_config('search_path', '', false)",
      "SET ROLE app",
    ]],
  ]);
});
