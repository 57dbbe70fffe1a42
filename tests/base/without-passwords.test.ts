import assert from "node:assert/strict";
import { test } from "node:test";
import { dataWithoutPasswords, withoutPasswords } from "../../src/base/without-passwords.ts";
import { problem } from "../../src/base/problem.ts";
import { sourceFrame } from "../../src/cli/error-text.ts";
import { problemDocument, problemText } from "../../src/cli/problem-text.ts";
import { viewOf } from "../../src/cli/terminal.ts";

const view = viewOf({ write: () => true }, {}, { color: null, verbose: false, platform: "linux" });

const shown: readonly (readonly [string, string])[] = [
  ["postgres://ann:secret@db/shop", "postgres://ann:***@db/shop"],
  ["postgres://:secret@db/shop", "postgres://:***@db/shop"],
  ["postgres://ann:se/cr@et#x@db/shop", "postgres://ann:***@db/shop"],
  ["postgres://ann:sec ret@db", "postgres://ann:***@db"],
  ['no command "postgres://ann:1@db" here', 'no command "postgres://ann:***@db" here'],
  ["postgres://ann@db/shop?password=secret&x=1", "postgres://ann@db/shop?password=***&x=1"],
  ["host=db password=secret user=ann", "host=db password=*** user=ann"],
  ["host=db password = 'se cret' user=ann", "host=db password = *** user=ann"],
  ['password = "se cret"', "password = ***"],
  ["postgres://ann@db:5432/shop", "postgres://ann@db:5432/shop"],
  ['"postgres://127.0.0.1:5432" and ann@db', '"postgres://127.0.0.1:5432" and ann@db'],
  ["the password of ann@db", "the password of ann@db"],
];

test("what could be a password is left out of a text, and nothing else", () => {
  for (const [text, expected] of shown) assert.equal(withoutPasswords(text), expected);
});

test("texts inside data lose theirs too", () => {
  const data = { at: ["postgres://a:secret@h", 3], inner: { url: "postgres://a:secret@h" }, none: null };
  assert.doesNotMatch(JSON.stringify(dataWithoutPasswords(data)), /secret/);
});

test("no form of a problem shows a password: message, data, file, quoted line", () => {
  const url = "postgres://ann:secret@db/shop";
  const found = problem("usage/unknown-command", { name: url, nearest: url }, {
    at: { file: url, line: 1, column: 8 },
  });
  assert.doesNotMatch(JSON.stringify(problemDocument(found, null)), /secret/);
  assert.doesNotMatch(problemText(found, view, () => `url = "${url}"`), /secret/);
});

test("the caret stays under its character when a password before it is left out", () => {
  const text = 'url = "postgres://ann:secret@db" x';
  const [line = "", caret = ""] = sourceFrame({ number: 1, text, column: text.length }, view).split("\n");
  assert.equal(line.indexOf("x"), caret.indexOf("^"));
});
