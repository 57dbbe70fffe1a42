import assert from "node:assert/strict";
import { test } from "node:test";
import { type Graph, historyRange, type PlaceOptions, placeRevision } from "../../src/revision/mod.ts";
import { problemOf } from "./problems.ts";
import { applied, graphOf } from "./shape.ts";

const history = (graph: Graph, range: string | null, have = ""): string =>
  historyRange(graph, applied(have), range).join(" ");

const line = graphOf("a; b <- a; c <- b; d <- c");
const fork = graphOf("a; b <- a #left; c <- b; x <- a #right; y <- x");

test("history: everything, newest first, branch by branch", () => {
  assert.equal(history(line, null), "d c b a");
  assert.equal(history(fork, null), "c b y x a");
  assert.equal(history(fork, ":"), "c b y x a");
  assert.equal(history(graphOf(""), null), "");
});

test("history: A:B includes both, A: and :B are open", () => {
  assert.equal(history(line, "b:c"), "c b");
  assert.equal(history(line, "c:"), "d c");
  assert.equal(history(line, ":b"), "b a");
  assert.equal(history(fork, "left:"), "c b");
  assert.equal(history(fork, "b:c"), "c b");
  assert.equal(history(fork, "right@base:heads"), "y x a");
});

test("history: current and relative ends", () => {
  assert.equal(history(line, "current:", "a b"), "d c b");
  assert.equal(history(line, ":current", "a b"), "b a");
  assert.equal(history(line, ":current"), "");
  assert.equal(history(line, "-1:current", "a b c"), "c b");
  assert.equal(history(line, "-9:current", "a b c"), "c b a");
  assert.equal(history(line, "current:+1", "a b"), "c b");
  assert.equal(history(line, "b:+1"), "c b");
  assert.equal(history(line, "d-2:"), "d c b");
  assert.equal(history(line, "a+1:c"), "c b");
  assert.equal(history(line, "b:+9"), "d c b");
});

test("history: what a range cannot be", () => {
  for (const text of ["a", "a:b:c", ""]) {
    assert.equal(problemOf("revision/range-syntax", () => history(line, text)).text, text);
  }
  assert.deepEqual(problemOf("revision/not-ancestor", () => history(line, "c:a")), { from: "c", to: "a", text: "c:a" });
  assert.equal(problemOf("revision/not-ancestor", () => history(fork, "b:y")).from, "b");
  assert.deepEqual(problemOf("revision/multiple-tips", () => history(fork, "-1:")).forms, ["-1:c", "-1:y"]);
  assert.equal(problemOf("revision/no-tip", () => history(line, "-1:current")).text, "-1");
});

test("history: a range follows parents, and dependencies come along only below", () => {
  const graph = graphOf("a; b <- a; x; y <- x ~ b; z <- y");
  assert.equal(history(graph, "x:"), "z y x");
  assert.equal(history(graph, ":y"), "y x b a");
});

const place = (graph: Graph, options: Partial<PlaceOptions>) =>
  placeRevision(graph, { id: "new1", heads: [], splice: false, dependsOn: [], labels: [], ...options });

test("new revision: on the head, on nothing, as a merge, as a root", () => {
  assert.deepEqual(place(line, {}), { parents: ["d"], dependsOn: [], labels: [] });
  assert.deepEqual(place(graphOf(""), {}).parents, []);
  assert.deepEqual(place(fork, { heads: ["heads"] }).parents, ["c", "y"]);
  assert.deepEqual(place(fork, { heads: ["right@head", "left@head"] }).parents, ["y", "c"]);
  assert.deepEqual(place(line, { heads: ["base"] }).parents, []);
});

test("new revision: what it cannot follow", () => {
  assert.equal(problemOf("revision/multiple-heads", () => place(fork, {})).heads.length, 2);
  assert.deepEqual(problemOf("revision/not-a-head", () => place(line, { heads: ["b"] })), { id: "b", children: ["c"] });
  assert.deepEqual(place(line, { heads: ["b"], splice: true }).parents, ["b"]);
  assert.equal(problemOf("revision/same-parent-twice", () => place(fork, { heads: ["c", "left@head"] })).id, "c");
  assert.equal(problemOf("revision/relative-not-here", () => place(line, { heads: ["head-1"] })).text, "head-1");
});

test("new revision: an effective head is a head", () => {
  assert.deepEqual(place(graphOf("a; b; c <- b ~ a"), { heads: ["a"] }).parents, ["a"]);
});

test("new revision: dependencies are written out, labels stay labels", () => {
  const graph = graphOf("abcd1 #lib; efgh1 <- abcd1; ijkl1");
  const options = { heads: ["ijkl1"], dependsOn: ["efgh", "lib", "lib@head"] };
  assert.deepEqual(place(graph, options).dependsOn, ["efgh1", "lib"]);
  assert.equal(
    problemOf("revision/nothing-to-depend-on", () => place(graph, { ...options, dependsOn: ["base"] })).text,
    "base",
  );
});

test("new revision: ids and labels that are taken or illegal", () => {
  assert.equal(problemOf("revision/name-taken", () => place(line, { id: "b" })).file, "migrations/b.sql");
  assert.equal(problemOf("revision/name-taken", () => place(fork, { heads: ["c"], labels: ["right"] })).by, "x");
  assert.equal(problemOf("revision/name-taken", () => place(line, { labels: ["new1"] })).kind, "label");
  assert.equal(problemOf("revision/illegal-name", () => place(line, { id: "a-b" })).kind, "id");
});

test("a merge of fewer than two revisions is refused", () => {
  const one = graphOf("a");
  assert.throws(() => place(one, { heads: ["heads"], merges: true }), { code: "revision/nothing-to-merge" });
});
