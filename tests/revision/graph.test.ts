import assert from "node:assert/strict";
import { test } from "node:test";
import { problem } from "../../src/base/problem.ts";
import { buildGraph, planDown, planUp } from "../../src/revision/mod.ts";
import { problemOf, problemsOf } from "./problems.ts";
import { graphOf, revisionsOf } from "./shape.ts";

const codes = (text: string): string[] => problemsOf(() => graphOf(text)).map(({ code }) => code);

test("no revisions: no heads, no bases", () => {
  const graph = graphOf("");
  assert.deepEqual([graph.ids, graph.heads, graph.realHeads, graph.bases, graph.realBases], [[], [], [], [], []]);
});

test("heads, real heads and effective heads differ by dependents", () => {
  const graph = graphOf("a; b <- a; c; d <- c ~ b");
  assert.deepEqual(graph.heads, ["b", "d"]);
  assert.deepEqual(graph.realHeads, ["d"]);
  assert.deepEqual(graph.bases, ["a", "c"]);
  assert.equal(graph.flags("b").effectiveHead, true);
  assert.deepEqual(graph.dependents("b"), ["d"]);
  assert.deepEqual(graph.children("b"), []);
});

test("a base with a dependency is a base and no real base", () => {
  const graph = graphOf("a; b ~ a");
  assert.deepEqual([graph.bases, graph.realBases], [["a", "b"], ["a"]]);
});

test("load order orders heads and children, not the order of names", () => {
  const graph = graphOf("z <- m; m; b <- m; a <- m");
  assert.deepEqual(graph.heads, ["z", "b", "a"]);
  assert.deepEqual(graph.children("m"), ["z", "b", "a"]);
});

test("branch points and merge points", () => {
  const graph = graphOf("a; b <- a; c <- a; d <- b c");
  assert.equal(graph.flags("a").branchPoint, true);
  assert.equal(graph.flags("d").mergePoint, true);
  assert.equal(graph.flags("b").branchPoint, false);
});

test("a dependency may be a label and means the labelled revision", () => {
  assert.deepEqual(graphOf("a; b <- a #shop; c <- b; d ~ shop").dependencies("d"), ["b"]);
});

test("a label spreads down to all descendants", () => {
  const graph = graphOf("a; b <- a #shop; c <- a; d <- b; e <- d; f <- d");
  assert.deepEqual(["a", "b", "c", "d", "e", "f"].map((id) => graph.labelsOf(id).join()), [
    "",
    "shop",
    "",
    "shop",
    "shop",
    "shop",
  ]);
});

test("a label spreads upward while everything below it is one plain line", () => {
  const graph = graphOf("a; b <- a; c <- b #shop; d <- c");
  assert.deepEqual(["a", "b", "c", "d"].map((id) => graph.labelsOf(id).join()), ["shop", "shop", "shop", "shop"]);
});

test("a label does not spread upward past a branch point, a merge point, or a revision with a dependent", () => {
  assert.deepEqual(graphOf("a; b <- a; c <- a #shop").labelsOf("a"), []);
  assert.deepEqual(graphOf("a; b; m <- a b #shop").labelsOf("a"), []);
  assert.deepEqual(graphOf("a; b <- a #shop; c <- b; d <- b").labelsOf("a"), []);
  assert.deepEqual(graphOf("a; b <- a #shop; c <- b; x ~ b").labelsOf("a"), []);
  assert.deepEqual(graphOf("a; b <- a #shop; x ~ b").labelsOf("a"), ["shop"]);
});

test("a cycle with a way in from a base and a way out to a head", () => {
  const data = problemOf("revision/cycle", () => graphOf("a; b <- a d; c <- b; d <- c; e <- d"));
  assert.deepEqual(data.revisions, ["b", "d", "c"]);
  assert.deepEqual(data.files, ["migrations/b.sql", "migrations/d.sql", "migrations/c.sql"]);
});

test("a cycle that only a dependency closes", () => {
  const data = problemOf("revision/cycle", () => graphOf("a; b <- a ~ y; c <- b; x; y <- x ~ c; z <- y"));
  assert.deepEqual(data.revisions, ["b", "y", "c"]);
  assert.deepEqual(data.edges, ["depends-on", "depends-on", "parent"]);
});

test("two cycles are two problems", () => {
  assert.deepEqual(codes("a <- b; b <- a; c <- d; d <- c"), ["revision/cycle", "revision/cycle"]);
});

test("a self-loop, by parent and by dependency, also through a label", () => {
  assert.equal(problemOf("revision/self-loop", () => graphOf("a <- a")).edge, "parent");
  assert.equal(problemOf("revision/self-loop", () => graphOf("a ~ a")).edge, "depends-on");
  assert.equal(problemOf("revision/self-loop", () => graphOf("a ~ shop #shop")).edge, "depends-on");
});

test("a missing parent names the file and the nearest id", () => {
  const data = problemOf("revision/missing-parent", () => graphOf("74e0c7445ce9; b <- 74e0c7445ce8"));
  assert.deepEqual(data, { name: "74e0c7445ce8", id: "b", file: "migrations/b.sql", nearest: "74e0c7445ce9" });
});

test("a missing dependency; a prefix is not enough in a file", () => {
  assert.equal(problemOf("revision/missing-dependency", () => graphOf("abcdef; b ~ abcd")).nearest, "abcdef");
  assert.equal(problemOf("revision/missing-parent", () => graphOf("abcdef #shop; b <- shop")).name, "shop");
});

test("an id twice, a label twice, a label that is an id", () => {
  assert.deepEqual(problemOf("revision/duplicate-id", () => graphOf("a; a")).files, [
    "migrations/a.sql",
    "migrations/a.sql",
  ]);
  assert.deepEqual(problemOf("revision/duplicate-label", () => graphOf("a #shop; b #shop; c #shop")).revisions, [
    "a",
    "b",
    "c",
  ]);
  assert.deepEqual(problemOf("revision/duplicate-label", () => graphOf("a #shop #shop")).revisions, ["a", "a"]);
  assert.equal(problemOf("revision/label-is-id", () => graphOf("shop; b #shop")).id, "b");
});

test("illegal characters in ids and labels, empty ids, reserved words", () => {
  for (
    const id of ["a@b", "a+b", "a-b", "a:b", "a,b", "a b", "a\tb", "a\u00a0b", "", "head", "heads", "base", "current"]
  ) {
    const revision = { id, parents: [], dependsOn: [], labels: [], message: "", created: null, file: "f.sql" };
    assert.equal(problemOf("revision/illegal-name", () => buildGraph([revision])).name, id);
  }
  assert.equal(problemOf("revision/illegal-name", () => graphOf("a #head")).kind, "label");
});

test("any other text is an id: dots, underscores, other scripts, and a long one", () => {
  const id = "версия_1.2/" + "x".repeat(400);
  const revision = { id, parents: [], dependsOn: [], labels: [], message: "", created: null, file: null };
  assert.deepEqual(buildGraph([revision]).heads, [id]);
});

test("everything that is wrong is reported together, with what the files had", () => {
  const found = [problem("file/no-header", { format: "sql" })];
  const all = problemsOf(() =>
    buildGraph(revisionsOf("a <- a; b <- nope; c ~ gone; d; d; e <- f; f <- e; g #d"), found)
  );
  assert.deepEqual(all.map(({ code }) => code), [
    "file/no-header",
    "revision/duplicate-id",
    "revision/label-is-id",
    "revision/self-loop",
    "revision/missing-parent",
    "revision/missing-dependency",
    "revision/cycle",
  ]);
});

test("an unknown id is a problem with the nearest one", () => {
  assert.equal(problemOf("revision/not-found", () => graphOf("abcdef").get("abcdeg")).nearest, "abcdef");
});

test("10,000 revisions in a line, a ladder and a star are built and planned, however deep", () => {
  const size = 10_000;
  const id = (i: number): string => `r${i}`;
  const revision = (i: number, parents: readonly number[], dependsOn: readonly number[] = []) => {
    const header = { labels: [], message: "", created: null, file: null };
    return { id: id(i), parents: parents.map(id), dependsOn: dependsOn.map(id), ...header };
  };
  const numbers = Array.from({ length: size }, (_, i) => i);
  const half = size / 2;
  const shapes = {
    line: numbers.map((i) => revision(i, i === 0 ? [] : [i - 1])).reverse(),
    ladder: numbers.map((i) => revision(i, i % half === 0 ? [] : [i - 1], i < half ? [] : [i - half])),
    star: numbers.map((i) => revision(i, i === 0 ? [] : [0])),
    bases: numbers.map((i) => revision(i, [])),
  };
  for (const [name, revisions] of Object.entries(shapes)) {
    const start = performance.now();
    const graph = buildGraph(revisions);
    const { steps } = planUp(graph, new Set(), "heads");
    const { steps: back } = planDown(graph, new Set(graph.ids), "base");
    const took = performance.now() - start;
    assert.deepEqual([steps.length, back.length], [size, size], name);
    assert.ok(took < 5_000, `${name} took ${Math.round(took)} ms: some walk grows with the square of the graph`);
  }
});

test("a cycle of 10,000 revisions is found without a call stack", () => {
  const header = { dependsOn: [], labels: [], message: "", created: null, file: null };
  const revisions = Array.from(
    { length: 10_000 },
    (_, i) => ({ id: `r${i}`, parents: [`r${(i + 1) % 10_000}`], ...header }),
  );
  assert.equal(problemOf("revision/cycle", () => buildGraph(revisions)).revisions.length, 10_000);
});
