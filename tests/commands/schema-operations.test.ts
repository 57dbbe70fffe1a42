/** Statements of the differ as operations, and answers about renames. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readRenameAnswer, renameQuestion } from "../../src/cli/ask-rename.ts";
import { operationFor } from "../../src/commands/schema/operation-for.ts";
import { readAnswer } from "../../src/commands/schema/answers.ts";
import { newRevisionSource } from "../../src/files/mod.ts";
import { Problem } from "../../src/base/problem.ts";

const written: readonly (readonly [sql: string, code: string | null])[] = [
  ["ALTER TABLE public.users ADD COLUMN age integer", 'addColumn("users", "age", "integer")'],
  [
    'ALTER TABLE shop."Order" ADD COLUMN "N""o" text COLLATE pg_catalog."C" DEFAULT \'a, b\'::text NOT NULL',
    'addColumn("Order", "N\\"o", { type: "text", collate: sql`pg_catalog."C"`, default: sql`\'a, b\'::text`, null: false }, { schema: "shop" })',
  ],
  [
    "ALTER TABLE public.t ALTER COLUMN c TYPE bigint USING (c)::bigint",
    'alterColumn("t", "c", { type: "bigint", using: sql`(c)::bigint` })',
  ],
  ["ALTER TABLE public.t ALTER COLUMN c SET DEFAULT -5", 'alterColumn("t", "c", { default: -5 })'],
  ["ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL", 'alterColumn("t", "c", { null: true })'],
  ["CREATE INDEX i ON public.t USING gin (c)", 'createIndex("i", "t", ["c"], { using: "gin" })'],
  ["CREATE INDEX i ON public.t USING btree (c text_pattern_ops)", null],
  [
    "ALTER TABLE public.t ADD CONSTRAINT k UNIQUE NULLS NOT DISTINCT (a, b) DEFERRABLE",
    'createUniqueConstraint("k", "t", ["a", "b"], { nullsNotDistinct: true, deferrable: true })',
  ],
  [
    "ALTER TABLE public.t ADD CONSTRAINT c CHECK (((a > 0) OR (b > 0)))",
    'createCheckConstraint("c", "t", sql`(a > 0) OR (b > 0)`)',
  ],
  ["ALTER TABLE ONLY public.t DROP CONSTRAINT c", null],
  ["DROP TYPE public.pair", null],
  ["COMMENT ON COLUMN public.t.c IS 'it''s `${x}`'", 'commentOnColumn("t", "c", "it\'s `${x}`")'],
  ["CREATE VIEW public.v AS SELECT 1", null],
];

for (const [sql, code] of written) {
  test(`${sql} is ${code === null ? "written as it is" : "an operation"}`, () => {
    assert.equal(
      operationFor(sql, "table:public.t")?.code.replace(
        /\(\n {4}|,\n {4}|,\n {2}\)/g,
        (gap) => gap.trim() === "(" ? "(" : gap.includes(")") ? ")" : ", ",
      ) ?? null,
      code,
    );
  });
}

test("lines of a statement after its first are not indented: they may stand in a literal", () => {
  const header = { id: "1", parents: [], dependsOn: [], labels: [], replaces: [], message: "m", created: "" };
  const up = [{ code: "sql`SELECT 'a\nb'`", comment: null }];
  assert.match(newRevisionSource({ ...header, format: "ts", imports: ["sql"], up, down: null }), /'a\nb'`/);
});

test("answers about renames are read with kinds and quoted names", () => {
  assert.deepEqual(readAnswer('column:"a.b".c = "d=e"', true), {
    kind: "column",
    from: ["a.b", "c"],
    to: ["d=e"],
    text: 'column:"a.b".c = "d=e"',
    strict: true,
  });
  assert.equal(readAnswer("a=", false).to, null);
  for (const wrong of ["a", "a=b=c", "thing:a=b", ".a=b", "=b"]) {
    assert.throws(
      () => readAnswer(wrong, true),
      (error) => error instanceof Problem && error.code === "usage/bad-value",
    );
  }
});

test("a person's answer is a number; an empty line is the likely one", () => {
  const question = renameQuestion({ kind: "column", from: "users.name", candidates: ["users.full_name"] });
  assert.match(question, /1\) renamed to users\.full_name\n {2}2\) it is gone, with its data/);
  assert.deepEqual(["", "1", "2", "3", "x"].map((text) => readRenameAnswer(text, 1)), [
    0,
    0,
    null,
    undefined,
    undefined,
  ]);
});
