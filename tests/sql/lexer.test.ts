import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { test } from "node:test";
import fc from "fast-check";
import { loadModule, scanSync } from "libpg-query";
import { Problem } from "../../src/base/problem.ts";
import { Lexer, type TokenKind } from "../../src/sql/lexer.ts";
import { Positions } from "../../src/sql/locate.ts";

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

function tokens(text: string): Token[] {
  const lexer = new Lexer(text, { file: "t.sql" });
  const all: Token[] = [];
  while (lexer.next() !== "end") all.push({ kind: lexer.kind, text: lexer.value });
  return all;
}

/** Offsets where tokens begin and end, operators and marks joined: PostgreSQL cuts operators by more rules than we need. */
function edges(spans: readonly (readonly [number, number, boolean])[]): string[] {
  return spans.filter(([, , joined]) => !joined).map(([start, end]) => `${start}-${end}`);
}

function ourEdges(text: string): string[] {
  const lexer = new Lexer(text, { file: "t.sql" });
  const spans: [number, number, boolean][] = [];
  while (lexer.next() !== "end") {
    const bytes = (offset: number) => Buffer.byteLength(text.slice(0, offset));
    spans.push([bytes(lexer.start), bytes(lexer.end), lexer.kind === "operator" || lexer.kind === "mark"]);
  }
  return edges(spans);
}

function theirEdges(text: string): string[] {
  return edges(
    scanSync(text).tokens.map((token) => {
      const word = Buffer.from(text).subarray(token.start, token.end).toString();
      return [
        token.start,
        token.end,
        !/^(?:--|\/\*)/.test(word) && /^[~!@#^&|`?+\-*/%<>=()[\],;:.]+$/.test(word),
      ] as const;
    }),
  );
}

const fragments = [
  ..."'$\"\\();:.,-/*+@ \n",
  ..."aeEbxnuU&_1é😀",
  "''",
  "'a'",
  "E'",
  "e'\\''",
  "'\\'",
  "U&'",
  'U&"a"',
  '""',
  "$$",
  "$a$",
  "$a",
  "$1",
  "--",
  "/*",
  "*/",
  "--x\n",
  "'a' \n 'b'",
  "E'a'\n'\\''",
  "select",
  "1.5",
  "1e5",
  "0x1F",
  "\u00a0",
  "\u2028",
  "<>",
  "||",
  "\t",
  "\r\n",
  "\f",
];

/** libpg-query makes tokens of comments, and so does not see that a string goes on behind one; PostgreSQL does. */
const commentBehindString = /'\s*--/;

const soup = (maxLength: number) =>
  fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength })
    .map((parts) => parts.join(""))
    .filter((text) => !commentBehindString.test(text));

test("two dots are one token", async () => {
  await loadModule();
  for (const text of ["..1.5", "1..5", "a[1..2]", "...5"]) assert.deepEqual(ourEdges(text), theirEdges(text), text);
});

test("tokens begin and end where PostgreSQL's own scanner says", async () => {
  await loadModule();
  let compared = 0;
  fc.assert(
    fc.property(soup(14), (text) => {
      let theirs: string[];
      try {
        theirs = theirEdges(text);
      } catch {
        return;
      }
      compared++;
      assert.deepEqual(ourEdges(text), theirs, JSON.stringify(text));
    }),
    { numRuns: 6000 },
  );
  assert.ok(compared > 1000, `only ${compared} texts were lexically valid`);
});

test("a text that PostgreSQL cannot close is not closed here either", async () => {
  await loadModule();
  fc.assert(
    fc.property(soup(10), (text) => {
      let message = "";
      try {
        scanSync(text);
      } catch (error) {
        message = error instanceof Error ? error.message : "";
      }
      const theirs = /unterminated/.test(message);
      let ours = false;
      try {
        tokens(text);
      } catch (error) {
        ours = error instanceof Problem && error.code === "sql/unterminated";
      }
      // Another error (a bad escape, junk after a number) may come first and hide the open end.
      if (theirs) assert.ok(ours, JSON.stringify(text));
      else if (message === "") assert.ok(!ours, JSON.stringify(text));
    }),
    { numRuns: 4000 },
  );
});

test("kinds of tokens", () => {
  const kinds = (text: string) => tokens(text).map(({ kind, text }) => `${kind} ${text}`);
  assert.deepEqual(kinds(`select "a""b", U&"d\\0061"`), ["word select", 'name "a""b"', "mark ,", 'name U&"d\\0061"']);
  assert.deepEqual(kinds(`$1+$$a'$$`), ["parameter $1", "operator +", "string $$a'$$"]);
  assert.deepEqual(kinds(`/* a /* b */ ' */1--x`), ["block-comment /* a /* b */ ' */", "number 1", "line-comment --x"]);
  assert.deepEqual(kinds(`a$b$c$b$`), ["word a$b$c$b$"]);
  assert.deepEqual(kinds(`\\d`), ["other \\", "word d"]);
  assert.deepEqual(kinds(`+--c`), ["operator +", "line-comment --c"]);
});

test("comments may stand where a string goes on in the next line", () => {
  // PostgreSQL itself says so (libpg-query does not: it makes tokens of comments).
  assert.deepEqual(tokens("E'a' --'\n -- '\n '\\'' x").map((token) => token.text), ["E'a' --'\n -- '\n '\\''", "x"]);
  assert.equal(tokens("'a'\n --\n /**/ 'b'").length, 4);
  assert.equal(tokens("'a' 'b'").length, 2);
});

test("with standard_conforming_strings off a backslash escapes in plain strings too", () => {
  const read = (text: string) => {
    const lexer = new Lexer(text, { file: "t.sql" });
    lexer.standardConformingStrings = false;
    const all: string[] = [];
    while (lexer.next() !== "end") all.push(lexer.value);
    return all;
  };
  assert.deepEqual(read(`'it\\'s' x`), [`'it\\'s'`, "x"]);
  assert.deepEqual(read(`N'it\\'s' x`), ["N", `'it\\'s'`, "x"]);
  assert.deepEqual(read(`B'1\\' x`), [`B'1\\'`, "x"]);
  assert.deepEqual(read(`"a\\" x`), [`"a\\"`, "x"]);
});

test("what has no end is reported where it begins", () => {
  for (
    const [text, what, line, column] of [
      ["select\n 'a", "string", 2, 2],
      ['é"', "quoted name", 1, 2],
      ["😀 $x$ $y$", "dollar-quoted string", 1, 3],
      ["a\n/* /* */", "comment", 2, 1],
      ["/*/", "comment", 1, 1],
      ["E'\\'", "string", 1, 1],
    ] as const
  ) {
    assert.throws(() => tokens(text), (error: unknown) => {
      assert.ok(error instanceof Problem);
      assert.equal(error.code, "sql/unterminated");
      assert.deepEqual(error.data, { what });
      assert.deepEqual(error.at, { file: "t.sql", line, column });
      return true;
    });
  }
});

test("positions agree with counting from the beginning, in any order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "\n", "\r\n", "é", "😀", " ")),
      fc.array(fc.nat({ max: 40 })),
      (parts, offsets) => {
        const text = parts.join("");
        const positions = new Positions(text);
        for (const offset of offsets.map((n) => Math.min(n, text.length))) {
          const before = text.slice(0, offset).split("\n");
          const lastLine = before.at(-1) ?? "";
          const column = [...lastLine].length + 1;
          assert.deepEqual(positions.at(offset), { line: before.length, column });
        }
      },
    ),
  );
});
