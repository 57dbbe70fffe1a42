import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { test } from "node:test";
import fc from "fast-check";
import { loadModule, parseSync } from "libpg-query";
import { Problem } from "../../src/base/problem.ts";
import { splitStatements } from "../../src/sql/split.ts";

const texts = (sql: string) => splitStatements(sql).map((piece) => piece.text);

/** The statements as PostgreSQL's parser cuts them, white space and comments at their ends taken off by the caller. */
function oracle(text: string): string[] {
  if (text === "") return []; // which libpg-query refuses to look at
  const bytes = Buffer.from(text);
  const { stmts = [] } = parseSync(text);
  return stmts.map(({ stmt_location: start = 0, stmt_len: length }) =>
    bytes.subarray(start, length ? start + length : undefined).toString()
  );
}

function codeOf(sql: string): { code: string; line: number | undefined; column: number | undefined } {
  try {
    splitStatements(sql, { file: "f.sql" });
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, line: error.at?.line, column: error.at?.column };
    throw error;
  }
  return { code: "", line: undefined, column: undefined };
}

const corpus = [
  "select 1",
  "select ';'",
  "select E'\\';'",
  "select ';''' , ';' from t",
  `select ";" from "a;b"`,
  "select U&'d\\0061;' , U&\"x;\"",
  "select $$;$$, $a$ $$;$$ $b$ $a$",
  "create table t (a int, b text default ';')",
  "create rule r as on insert to t do instead (insert into u values (1); insert into v values (2))",
  "create function f() returns int language plpgsql as $$ begin return 1; end; $$",
  "do $do$ begin execute $x$select ';'$x$; end $do$",
  "create or replace function g(a int) returns int begin atomic select 1; select case when a > 0 then 1 else 2 end; end",
  "create procedure p() begin atomic insert into t values (1); update t set a = case a when 1 then 2 end; end",
  "create function h() returns int language sql begin atomic; end",
  'create function begin_it("begin" int) returns int return "begin"',
  "create function k() returns int begin atomic select t.a as end from t; end",
  "create function l() returns int begin atomic select (select case when true then 1 end); end",
  "create function m() returns int return 1",
  "select 1 /* ; /* ; */ ; */ + 1",
  "select 1 -- ;\n + 1",
  "select 'a'\n ';'",
  "select E'a'\n'\\';'",
  "select 'é;', '😀;' , 'ü'",
  "select (array[1,2])[1]",
  "insert into t values (1, $tag$;$tag$)",
  "select 1::int, a.b, x'1F', b'01', n'x;'",
  "begin",
  "create trigger t before insert on u for each row execute function f()",
  "comment on table t is 'it''s; fine'",
  "create view v as select case when a then 'x;' end as c from t",
  "select 1 as begin, 2 as atomic",
  "prepare q as select $1::int; execute q(1)",
];

test("each statement of the corpus, and all together, as PostgreSQL cuts them", async () => {
  await loadModule();
  for (const sql of corpus) assert.deepEqual(texts(sql), oracle(sql).map((text) => text.trim()), sql);
  const all = corpus.join(";\n");
  assert.deepEqual(texts(all), oracle(all).map((text) => text.trim()));
});

const gap = fc.array(
  fc.constantFrom(" ", "\n", "\t", "\r\n", "-- c;'\n", "/* ; ' $$ */", "/* /* */ ; */", ";", "-- migrate:down\n"),
  {
    maxLength: 3,
  },
).map((parts) => parts.join(""));

test("statements in any order, with anything between them, as PostgreSQL cuts them", async () => {
  await loadModule();
  const script = fc.array(fc.tuple(gap, fc.constantFrom(...corpus)), { maxLength: 5 });
  fc.assert(
    fc.property(script, gap, (parts, last) => {
      const text = parts.map(([before, sql]) => `${before}\n${sql};`).join("") + last;
      const theirs = oracle(text).map((sql) => splitStatements(sql).map((piece) => piece.text));
      assert.ok(theirs.every((sql) => sql.length === 1));
      assert.deepEqual(texts(text), theirs.flat());
    }),
    { numRuns: 500 },
  );
});

test("the pieces and what lies between them rejoin to the text, which is white space, comments and semicolons", () => {
  const script = fc.array(fc.tuple(gap, fc.constantFrom(...corpus)), { maxLength: 6 });
  fc.assert(
    fc.property(script, gap, (parts, last) => {
      const text = parts.map(([before, sql]) => `${before}\n${sql};`).join("") + last;
      let rejoined = "";
      let at = 0;
      for (const piece of splitStatements(text)) {
        const between = text.slice(at, piece.start);
        assert.deepEqual(splitStatements(between), []);
        rejoined += between + piece.text;
        at = piece.end;
        assert.equal(text.slice(piece.start, piece.end), piece.text);
        const before = text.slice(0, piece.start).split("\n");
        assert.equal(piece.line, before.length);
        assert.equal(piece.column, [...before.at(-1) ?? ""].length + 1);
      }
      assert.deepEqual(splitStatements(text.slice(at)), []);
      assert.equal(rejoined + text.slice(at), text);
    }),
    { numRuns: 1000 },
  );
});

test("nothing but white space, comments and semicolons holds no statement", () => {
  for (const sql of ["", " \n", ";;", "-- a;\n;", "/* ; */"]) assert.deepEqual(splitStatements(sql), []);
});

test("SET standard_conforming_strings holds for the statements after it", () => {
  const tricky = "select 'it\\'; select 2; --'";
  assert.deepEqual(texts(`${tricky};`), ["select 'it\\'", "select 2"]);
  for (const set of ["set standard_conforming_strings = off", "SET SESSION Standard_Conforming_Strings TO 'off'"]) {
    assert.deepEqual(texts(`${set}; ${tricky}`), [set, tricky]);
    assert.deepEqual(texts(`${set}; set standard_conforming_strings to on; ${tricky}`).length, 4);
    assert.deepEqual(texts(`${set}; reset standard_conforming_strings; ${tricky}`).length, 4);
    assert.deepEqual(texts(`${set}; reset all; ${tricky}`).length, 4);
  }
});

test("a caller may end a statement at a comment that stands outside of everything", () => {
  const text = "select 1 -- cut\n; select '-- cut'; select (1 -- cut\n); select $$\n-- cut\n$$, 2\n-- cut\n, 3";
  const onComment = (start: number, end: number) => text.slice(start, end) === "-- cut" ? "transaction" : null;
  assert.deepEqual(splitStatements(text, { onComment }).map((piece) => piece.text), [
    "select 1",
    "select '-- cut'",
    "select (1 -- cut\n)",
    "select $$\n-- cut\n$$, 2",
    ", 3",
  ]);
});

test("SET LOCAL ends with the transaction, SET with the session", () => {
  const tricky = "select 'it\\'; select 2; --'";
  const cut = (set: string, ends: "transaction" | "session") =>
    splitStatements(`${set};\n-- cut\n${tricky}`, { onComment: (start) => start === set.length + 2 ? ends : null })
      .length;
  assert.equal(cut("set standard_conforming_strings = off", "transaction"), 2);
  assert.equal(cut("set standard_conforming_strings = off", "session"), 3);
  assert.equal(cut("set local standard_conforming_strings = off", "transaction"), 3);
});

test("what no server could run is reported with its place", () => {
  assert.deepEqual(codeOf("select 1;\n  \\connect x"), { code: "sql/psql-command", line: 2, column: 3 });
  assert.deepEqual(codeOf("\\restrict abc\nselect 1;"), { code: "sql/psql-command", line: 1, column: 1 });
  assert.deepEqual(codeOf("é; copy t (a, b) from stdin;\n1\t'\n\\."), {
    code: "sql/copy-from-stdin",
    line: 1,
    column: 4,
  });
  assert.equal(codeOf("COPY t FROM /* x */ STDIN WITH (format csv);").code, "sql/copy-from-stdin");
  assert.equal(codeOf("copy t from '/tmp/stdin'; copy (select 'from stdin') to stdout").code, "");
  assert.deepEqual(codeOf("select 1;\ncreate table t (a int;\nselect 2;"), {
    code: "sql/unclosed",
    line: 2,
    column: 16,
  });
  assert.deepEqual(codeOf("create function f() returns int\nbegin atomic select 1;"), {
    code: "sql/unclosed",
    line: 2,
    column: 7,
  });
  assert.equal(codeOf("select '\\d'; select $$\\d$$; -- \\d").code, "");
});

test("five megabytes are cut in well under a second", () => {
  const row = `insert into t values (1, 'some text; with ''quotes''', $$ and ; dollars $$); -- note\n`;
  const text = row.repeat(Math.ceil(5_000_000 / row.length));
  const began = performance.now();
  const pieces = splitStatements(text);
  const tookMs = performance.now() - began;
  assert.equal(pieces.length, Math.ceil(5_000_000 / row.length));
  assert.equal(pieces.at(-1)?.line, pieces.length);
  assert.ok(tookMs < 2000, `${tookMs} ms`);
  const oneLine = "select 1;".repeat(500_000);
  assert.equal(splitStatements(oneLine).at(-1)?.column, 9 * 499_999 + 1);
});
