import assert from "node:assert/strict";
import { test } from "node:test";
import { drawGraph, glyphText, historyRange } from "../../src/revision/mod.ts";
import { graphOf } from "./shape.ts";

function draw(text: string, letters: "unicode" | "ascii" = "unicode"): string[] {
  const graph = graphOf(text);
  return [...drawGraph(graph, historyRange(graph, new Set(), null))].map(({ id, cells }) =>
    `${cells.map((cell) => glyphText(cell, letters)).join("")} ${id ?? ""}`.trimEnd()
  );
}

test("a line is one lane", () => {
  assert.deepEqual(draw("a; b <- a; c <- b"), ["● c", "● b", "● a"]);
});

test("a fork joins above its branch point", () => {
  assert.deepEqual(draw("a; b <- a; c <- a"), ["● b", "│ ● c", "├─╯", "● a"]);
});

test("a diamond, also in ASCII", () => {
  const text = "a; b <- a; c <- a; m <- b c";
  assert.deepEqual(draw(text), ["● m", "├─╮", "● │ b", "│ ● c", "├─╯", "● a"]);
  assert.deepEqual(draw(text, "ascii"), ["* m", "|-.", "* | b", "| * c", "|-'", "* a"]);
});

test("an octopus", () => {
  assert.deepEqual(draw("a; b <- a; c <- a; d <- a; m <- b c d"), [
    "● m",
    "├─┬─╮",
    "● │ │ b",
    "│ ● │ c",
    "│ │ ● d",
    "├─┴─╯",
    "● a",
  ]);
});

test("a line to a far lane goes on over a near one that parts after it", () => {
  const graph = graphOf("p; k <- p; q <- p; m <- p k q; h <- k; y; z <- y; t <- m");
  const rows = [...drawGraph(graph, ["t", "z", "h", "y", "m", "k", "q", "p"])];
  const lines = rows.map(({ id, cells }) => {
    return `${cells.map((cell) => glyphText(cell, "unicode")).join("").trimEnd()} ${id ?? ""}`.trimEnd();
  });
  assert.deepEqual(lines, [
    "● t",
    "│ ● z",
    "│ │ ● h",
    "│ ● │ y",
    "●   │ m",
    "├─┬─┤",
    "│ │ ● k",
    "│ ● │ q",
    "├─┴─╯",
    "● p",
  ]);
});

test("rows are made as they are asked for", () => {
  const heads = Array.from({ length: 3_000 }, (_, n) => `h${n} <- a`).join("; ");
  const graph = graphOf(`a; ${heads}`);
  const rows = drawGraph(graph, historyRange(graph, new Set(), null));
  const first = Array.from({ length: 3 }, () => rows.next().value?.cells.length);
  assert.deepEqual(first, [1, 3, 5]);
});

test("several bases use one lane after another", () => {
  assert.deepEqual(draw("a; b <- a; x; y <- x"), ["● b", "● a", "● y", "● x"]);
});

test("dependencies are dotted and cross lanes", () => {
  assert.deepEqual(draw("a; b <- a; c <- b ~ y; x; y <- x ~ a; z <- y ~ b"), [
    "● c",
    "├┄╮",
    "│ ┊ ● z",
    "│ ┊ ├┄╮",
    "├┄┼┄┼┄╯",
    "● ┊ │ b",
    "│ ├─╯",
    "│ ● y",
    "│ ├┄╮",
    "│ ● ┊ x",
    "├┄┄┄╯",
    "● a",
  ]);
});

test("a dependency alone shows as a dotted line, not as a parent", () => {
  assert.deepEqual(draw("a; b ~ a"), ["● b", "┊", "● a"]);
});

test("a merge of nested branches joins over lanes that go on", () => {
  assert.deepEqual(draw("a; b <- a; c <- a; d <- b; e <- b; f <- d e; g <- f c; i <- c"), [
    "● g",
    "├─╮",
    "● │ f",
    "├─┼─╮",
    "● │ │ d",
    "│ │ ● e",
    "│ │ │ ● i",
    "├─┼─╯ │",
    "● │   │ b",
    "│ ├───╯",
    "│ ● c",
    "├─╯",
    "● a",
  ]);
});

test("colours follow a lane; edges to revisions that are not shown are left out", () => {
  const graph = graphOf("a; b <- a; c <- a; m <- b c");
  const rows = [...drawGraph(graph, ["m", "b"])];
  assert.deepEqual(rows.map(({ id, cells }) => [id, cells.map(({ colour }) => colour)]), [["m", [0]], ["b", [0]]]);
  const all = [...drawGraph(graph, ["m", "b", "c", "a"])];
  assert.deepEqual(all.find(({ id }) => id === "c")?.cells.map(({ colour }) => colour), [0, -1, 1]);
});
