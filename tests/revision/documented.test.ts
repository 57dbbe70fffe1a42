import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { drawGraph, glyphText, historyRange, planDown, planStamp, planUp } from "../../src/revision/mod.ts";
import { applied, graphOf } from "./shape.ts";

const page = readFileSync(new URL("../../docs/revisions.md", import.meta.url), "utf8");
const graph = graphOf(
  "1a10; 2b20 <- 1a10 #billing; 2b21 <- 2b20; 3c30 <- 1a10 #search; 4d40 <- 2b21 3c30; 5e50 #reports; 5e51 <- 5e50 ~ 2b20",
);

/** The rows of the tables whose header has `heading`, as cells without backquotes. */
function rows(heading: string): string[][] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|") && line.includes(`\`${heading}\``));
  assert.ok(start >= 0, heading);
  const end = lines.findIndex((line, i) => i > start && !line.startsWith("|"));
  return lines.slice(start + 2, end).map((line) =>
    line.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", ""))
  );
}

function state(text: string): ReadonlySet<string> {
  return text === "everything" ? new Set(graph.ids) : text === "nothing" ? new Set() : applied(text);
}

/** The ids, "nothing", or the code of the problem. */
function answer(act: () => readonly string[]): string {
  try {
    return act().join(" ");
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

test("the drawing on the page is the one that is made", () => {
  const drawn = [...drawGraph(graph, historyRange(graph, new Set(), null))].map(({ id, cells }) => {
    const text = cells.map((cell) => glyphText(cell, "unicode")).join("");
    if (id === null) return text;
    const own = graph.get(id).labels;
    return `${text.padEnd(6)} ${id}${own.length > 0 ? ` (${own.join(", ")})` : ""}`;
  });
  assert.ok(page.includes(drawn.join("\n")), drawn.join("\n"));
});

test("every row of the tables of routes is true", () => {
  for (const [have = "", target = "", runs] of rows("migrate up")) {
    const ids = answer(() => planUp(graph, state(have), target).steps.map(({ id }) => id));
    assert.equal(ids === "" ? "nothing" : ids, runs, `up ${target}`);
  }
  for (const [have = "", target = "", undoes] of rows("migrate down")) {
    assert.equal(
      answer(() => planDown(graph, state(have), target).steps.map(({ id }) => id)),
      undoes,
      `down ${target}`,
    );
  }
  for (const [have = "", targets = "", tips] of rows("migrate stamp")) {
    const made = answer(() => planStamp(graph, state(have), targets.split(" "), { purge: false }).tipsAfter);
    assert.equal(made, tips, `stamp ${targets}`);
  }
  for (const [range = "", ids] of rows("migrate history -r")) {
    assert.equal(answer(() => historyRange(graph, new Set(), range)), ids, `history ${range}`);
  }
});
