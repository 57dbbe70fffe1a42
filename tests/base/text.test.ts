import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { editDistance, nearest } from "../../src/base/nearest.ts";
import { columns, definitions, displayWidth, durationText, padEnd, truncate, wrap } from "../../src/base/text.ts";

test("width counts cells: wide characters two, marks and escapes none", () => {
  assert.equal(displayWidth("abc"), 3);
  assert.equal(displayWidth("日本"), 4);
  assert.equal(displayWidth("e\u0301"), 1);
  assert.equal(displayWidth("\x1b[1;31mred\x1b[39m"), 3);
  assert.equal(displayWidth("🚀"), 2);
});

test("a truncated text fits and keeps its beginning", () => {
  assert.equal(truncate("create users", 20), "create users");
  assert.equal(truncate("create users", 8), "create…");
  assert.equal(truncate("日本語の表", 5), "日本…");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 30 }), (text, width) => {
    assert.ok(displayWidth(truncate(text, width)) <= Math.max(width, 1));
  }));
});

test("wrapping keeps every word and no line is too wide unless one word is", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 30 });
  fc.assert(fc.property(words, fc.integer({ min: 12, max: 60 }), (list, width) => {
    const text = wrap(list.join(" "), width, "  ");
    assert.deepEqual(text.split(/\s+/).filter((word) => word !== ""), list);
    for (const line of text.split("\n")) assert.ok(displayWidth(line) <= width + 2, line);
  }));
});

test("definitions stand in two columns, the description wrapped in its own", () => {
  assert.equal(
    definitions([["-m", "one two three four five six"], ["--long", "x"]], { width: 24 }),
    "  -m      one two three\n          four five six\n  --long  x",
  );
});

test("columns are as wide as their widest cell", () => {
  assert.deepEqual(columns([["a", "bb", "c"], ["aaa", "b", "c"]], 1), [" a    bb  c", " aaa  b   c"]);
  assert.equal(padEnd("日", 4), "日  ");
});

test("durations", () => {
  assert.deepEqual([0, 12.4, 999, 1500, 61_000, 3_600_000].map(durationText), [
    "0 ms",
    "12 ms",
    "999 ms",
    "1.5 s",
    "1 min 01 s",
    "60 min 00 s",
  ]);
});

test("edit distance: a metric that knows swapped neighbours", () => {
  assert.equal(editDistance("statsu", "status"), 1);
  assert.equal(editDistance("", "abc"), 3);
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    assert.equal(editDistance(a, b), editDistance(b, a));
    assert.equal(editDistance(a, b) === 0, a === b);
  }));
});

test("nearest: near words and beginnings, never something far away", () => {
  assert.equal(nearest("statsu", ["stamp", "status"]), "status");
  assert.equal(nearest("hist", ["heads", "history"]), "history");
  assert.equal(nearest("xyzzy", ["up", "down"]), null);
  assert.equal(nearest("udpate", ["up", "update"]), "update");
});
