import assert from "node:assert/strict";
import { test } from "node:test";
import { keepForm } from "../../src/schema/fixpoint.ts";

test("a cast of a whole array stays one", () => {
  const text = "((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))";
  assert.equal(
    keepForm(text),
    "((s)::text = ANY (((ARRAY['a'::character varying, 'b'::character varying])::character varying[])::text[]))",
  );
});

test("keeping the form twice changes nothing more", () => {
  const text = "(s = ANY ((ARRAY['a'::character varying(10)])::text[]))";
  assert.equal(keepForm(keepForm(text)), keepForm(text));
});

test("arrays of casts, of other things and in texts are left alone", () => {
  for (
    const text of [
      "(ARRAY[('a'::character varying)::text, 'b'::text])",
      "((ARRAY[1, 2])::bigint[])",
      "'(ARRAY[''a''::character varying])::text[]'",
      `"(ARRAY['a'::x])::text[]"`,
      "E'\\'(ARRAY[\\'a\\'::x])::text[]'",
    ]
  ) assert.equal(keepForm(text), text);
});

test("commas, brackets and quotes within elements do not count", () => {
  const text = "((ARRAY['a,''b'']'::character varying, ')'::character varying])::text[])";
  assert.match(keepForm(text), /::character varying\[\]\)::text\[\]/);
});
