import assert from "node:assert/strict";
import { test } from "node:test";
import { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { Problem } from "../../src/base/problem.ts";
import { quoteIdentifier, quoteLiteral, quoteQualified } from "../../src/sql/quote.ts";

test("names and texts are quoted as PostgreSQL's own functions quote them", async () => {
  const db = await PGlite.create();
  const words = (await db.query<{ word: string }>("select word from pg_get_keywords()")).rows.map(({ word }) => word);
  const texts = fc.sample(fc.string({ unit: "grapheme", maxLength: 12 }), { numRuns: 400, seed: 1 });
  const names = [...words, ...texts, "a", "_a", "a1", "1a", "A", "a$b", 'a"b', "a b", "é", "", "it's", "a\\b", "\n"]
    .filter((name) => !name.includes("\0"));
  const { rows } = await db.query<{ name: string; identifier: string; literal: string }>(
    "select name, quote_ident(name) identifier, quote_literal(name) literal from unnest($1::text[]) name",
    [names],
  );
  assert.equal(rows.length, names.length);
  for (const { name, identifier, literal } of rows) {
    assert.equal(quoteIdentifier(name), identifier);
    assert.equal(quoteLiteral(name), literal);
  }
  const read = await db.query(`select ${names.map((name) => quoteLiteral(name)).join(", ")}`, [], { rowMode: "array" });
  assert.deepEqual(read.rows[0], names);
  await db.close();
});

test("a schema in front", () => {
  assert.equal(quoteQualified("public", "order"), 'public."order"');
  assert.equal(quoteQualified("My", "a"), '"My".a');
  assert.equal(quoteQualified(null, "a"), "a");
});

test("U+0000 is refused", () => {
  for (const write of [quoteIdentifier, quoteLiteral]) {
    assert.throws(
      () => write("a\0b"),
      (error: unknown) => error instanceof Problem && error.code === "sql/nul-character",
    );
  }
});
