import assert from "node:assert/strict";
import { test } from "node:test";
import {
  appliedBelow,
  type Graph,
  planDown,
  planLast,
  planStamp,
  planUp,
  scriptRange,
} from "../../src/revision/mod.ts";
import { problemOf } from "./problems.ts";
import { applied, graphOf, route } from "./shape.ts";

const up = (graph: Graph, have: string, ...targets: string[]): string => route(planUp(graph, applied(have), targets));
const down = (graph: Graph, have: string, target: string): string => route(planDown(graph, applied(have), target));

const line = graphOf("a; b <- a; c <- b; d <- c");
const fork = graphOf("a; b <- a #left; c <- b; x <- a #right; y <- x");
const diamond = graphOf("a; b <- a; c <- a; m <- b c; n <- m");
const bases = graphOf("a #one; b <- a; x #two; y <- x");
const depends = graphOf("a #lib; b <- a; c <- b; x #app; y <- x ~ b; z <- y");

test("linear: up to head, to an id, from the middle, nothing to do", () => {
  assert.equal(up(line, "", "head"), "a:a b:b c:c d:d");
  assert.equal(up(line, "a", "c"), "b:b c:c");
  assert.equal(up(line, "a b c d", "heads"), "");
  assert.equal(up(line, "a b c", "b"), "");
  assert.deepEqual(planUp(line, applied("a"), "head").tipsBefore, ["a"]);
  assert.deepEqual(planUp(line, applied("a"), "head").tipsAfter, ["d"]);
});

test("linear: relative up and down", () => {
  assert.equal(up(line, "", "+2"), "a:a b:b");
  assert.equal(up(line, "a", "+1"), "b:b");
  assert.equal(up(line, "a", "b+2"), "b:b c:c d:d");
  assert.equal(up(line, "", "head-1"), "a:a b:b c:c");
  assert.equal(down(line, "a b c", "-2"), "c:b b:a");
  assert.equal(down(line, "a b c", "-3"), "c:b b:a a:");
  assert.equal(down(line, "a b c d", "d-2"), "d:c c:b");
  assert.equal(down(line, "a b c d", "a+1"), "d:c c:b");
});

test("linear: too far says how many there are", () => {
  const far = problemOf("revision/too-far", () => up(line, "a b", "+3"));
  assert.deepEqual(far, { text: "+3", asked: 3, available: 2, from: "b", direction: "up" });
  assert.equal(problemOf("revision/too-far", () => down(line, "a b", "-3")).available, 2);
  assert.equal(problemOf("revision/too-far", () => up(line, "", "base-1")).available, 0);
});

test("linear: the wrong way round", () => {
  assert.equal(problemOf("revision/wrong-direction", () => up(line, "a", "-1")).direction, "up");
  assert.equal(problemOf("revision/wrong-direction", () => down(line, "a", "+1")).direction, "down");
  assert.equal(problemOf("revision/no-tip", () => down(line, "", "-1")).branch, null);
});

test("linear: down to the tip does nothing, to what is not applied is an error", () => {
  assert.equal(down(line, "a b", "b"), "");
  assert.deepEqual(problemOf("revision/not-applied", () => down(line, "a b", "c")), {
    target: "c",
    id: "c",
    tips: ["b"],
  });
  assert.deepEqual(problemOf("revision/not-applied", () => down(line, "", "a")).tips, []);
});

test("fork: heads goes branch by branch", () => {
  assert.equal(up(fork, "", "heads"), "a:a x:x y:y b:b,y c:c,y");
  assert.equal(up(fork, "", "left@head"), "a:a b:b c:c");
  assert.equal(up(fork, "a x y", "b"), "b:b,y");
});

test("fork: several heads, several children", () => {
  assert.deepEqual(problemOf("revision/multiple-heads", () => up(fork, "", "head")).heads, [
    { id: "c", labels: ["left"] },
    { id: "y", labels: ["right"] },
  ]);
  const data = problemOf("revision/fork", () => up(fork, "a", "+1"));
  assert.deepEqual([data.at, data.children, data.forms], ["a", ["b", "x"], ["left@+1", "right@+1"]]);
  assert.deepEqual(problemOf("revision/fork", () => up(fork, "", "a+2")).forms, ["left+1", "right+1"]);
  assert.equal(up(fork, "a", "left@+1"), "b:b");
});

test("fork: several tips, up and down", () => {
  assert.deepEqual(problemOf("revision/multiple-tips", () => up(fork, "a b x", "+1")).tips, ["b", "x"]);
  assert.equal(up(fork, "a b x", "right@+1"), "y:b,y");
  assert.deepEqual(problemOf("revision/multiple-tips", () => down(fork, "a b x", "-1")).forms, [
    "left@-1",
    "right@-1",
  ]);
  assert.equal(down(fork, "a b x", "left@-1"), "b:x");
});

test("fork: down to the branch point drops both branches, B@id only one", () => {
  assert.equal(down(fork, "a b c x y", "a"), "c:b,y b:y y:x x:a");
  assert.equal(down(fork, "a b c x y", "left@a"), "c:b,y b:y");
  const data = problemOf("revision/not-on-path", () => down(fork, "a b c x y", "a@a"));
  assert.deepEqual(data.children, ["b", "x"]);
});

test("fork: B@id in a downgrade must belong to B", () => {
  assert.equal(problemOf("revision/not-in-branch", () => down(fork, "a b c x y", "left@x")).branch, "left");
});

test("diamond: the merge needs both sides, whichever is applied", () => {
  assert.equal(up(diamond, "", "head"), "a:a c:c b:b,c m:m n:n");
  assert.equal(up(diamond, "a b", "m"), "c:b,c m:m");
  assert.equal(down(diamond, "a b c m n", "b"), "n:m m:b,c");
});

test("diamond: -N stops at the merge point and names the parents", () => {
  assert.equal(down(diamond, "a b c m n", "-1"), "n:m");
  assert.deepEqual(problemOf("revision/merge-point", () => down(diamond, "a b c m n", "-2")).parents, ["b", "c"]);
});

test("several bases: +1 from nothing names them, B@+1 starts one, B@base takes one off", () => {
  assert.deepEqual(problemOf("revision/fork", () => up(bases, "", "+1")).children, ["a", "x"]);
  assert.equal(up(bases, "", "two@+2"), "x:x y:y");
  assert.equal(down(bases, "a b x y", "one@base"), "b:a,y a:y");
  assert.equal(down(bases, "a b x y", "base"), "b:a,y a:y y:x x:");
});

test("dependencies: up takes them along, down takes what depends off", () => {
  assert.equal(up(depends, "", "y"), "a:a b:b x:b,x y:y");
  assert.equal(up(depends, "", "heads"), "a:a b:b x:b,x y:y z:z c:c,z");
  assert.equal(down(depends, "a b c x y z", "a"), "c:z z:y y:b,x b:a,x");
});

test("dependencies: what only depends on the target stays", () => {
  assert.equal(down(depends, "a b c x y", "b"), "c:y");
  assert.deepEqual(problemOf("revision/not-applied", () => down(depends, "a b x y", "b")).tips, ["y"]);
});

test("dependencies: B@+N starts at what B has applied under another branch's tip", () => {
  assert.equal(up(depends, "a b x y", "lib@+1"), "c:c,y");
  assert.equal(down(depends, "a b x y", "lib@-1"), "y:b,x b:a,x");
});

test("a target that another target needs is refused", () => {
  assert.deepEqual(problemOf("revision/overlapping-targets", () => up(line, "", "d", "b")), { id: "d", others: ["b"] });
  assert.equal(up(bases, "", "a", "y"), "x:x y:y a:a,y");
});

test("a gap: the pending revision below applied ones runs, and the tips stay", () => {
  assert.equal(up(line, "a c", "head"), "b:c d:d");
  assert.equal(up(line, "c", "c"), "a:c b:c");
  assert.equal(down(line, "a c", "-1"), "c:a", "what -1 undoes is applied");
});

test("a gap that only a dependency bridges: what is above it goes first", () => {
  const graph = graphOf("x; y ~ x; z <- y; q");
  assert.equal(down(graph, "x z q", "base"), "z:x,q q:x x:");
});

test("an applied revision without a file does not stop a plan", () => {
  assert.equal(up(line, "a gone", "b"), "b:b");
  assert.deepEqual(planStamp(line, applied("a gone"), ["b"], { purge: false }).remove, []);
  assert.deepEqual(planStamp(line, applied("a gone"), ["b"], { purge: true }).remove, ["gone"]);
});

test("stamp: the lineages touched become what the target needs", () => {
  const stamp = (graph: Graph, have: string, ...targets: string[]): string => {
    const { add, remove, tipsAfter } = planStamp(graph, applied(have), targets, { purge: false });
    return `+${add.join(",")} -${remove.join(",")} =${tipsAfter.join(",")}`;
  };
  assert.equal(stamp(line, "", "c"), "+a,b,c - =c");
  assert.equal(stamp(line, "a b c d", "b"), "+ -c,d =b");
  assert.equal(stamp(fork, "a b c x y", "b"), "+ -c =b,y");
  assert.equal(stamp(fork, "a b c x", "heads"), "+y - =c,y");
  assert.equal(stamp(fork, "a b c x y", "base"), "+ -a,b,c,x,y =");
  assert.equal(stamp(bases, "a b x y", "one@base"), "+ -a,b =y");
  assert.equal(stamp(bases, "a b x y", "a", "x"), "+ -b,y =a,x");
  assert.equal(stamp(depends, "a b x y", "a"), "+ -b,x,y =a");
  assert.equal(stamp(depends, "a b c x y z", "c"), "+ - =c,z");
});

test("stamp with purge keeps nothing but the targets", () => {
  const { add, remove, tipsAfter } = planStamp(fork, applied("a b x y"), ["left@head"], { purge: true });
  assert.deepEqual([add, remove, tipsAfter], [["c"], ["x", "y"], ["c"]]);
});

test("the range of a script", () => {
  const range = scriptRange(line, "a:head", "up");
  assert.deepEqual([[...range.applied], range.target], [["a"], "head"]);
  assert.deepEqual([...scriptRange(line, "head", "up").applied], []);
  assert.deepEqual([...scriptRange(diamond, "m:base", "down").applied], ["a", "b", "c", "m"]);
  for (const text of ["a", ":a", "a:", "a:b:c"]) {
    assert.equal(problemOf("revision/range-syntax", () => scriptRange(line, text, "down")).use, "down");
  }
  assert.equal(problemOf("revision/multiple-heads", () => scriptRange(fork, "heads:base", "down")).heads.length, 2);
  assert.deepEqual([...appliedBelow(fork, ["b", "x"])], ["a", "b", "x"]);
});

test("the last ones: a merge goes by itself, two tips must be told apart, and there must be that many", () => {
  const last = (graph: Graph, have: string, count: number) => route(planLast(graph, applied(have), count));
  assert.equal(last(line, "a b c", 2), "c:b b:a");
  assert.equal(last(diamond, "a b c m", 1), "m:b,c");
  assert.equal(last(diamond, "a b c m n", 2), "n:m m:b,c");
  // The parent of one side of the merge has a sibling that stays.
  assert.equal(last(graphOf("a; b <- a; c <- a; d <- b c; e <- b d"), "a b c d e", 1), "e:d");
  const { tips, forms } = problemOf("revision/multiple-tips", () => last(diamond, "a b c m", 2));
  assert.deepEqual(tips, ["b", "c"]);
  assert.equal(forms[0], "migrate down b@-1, then migrate up b");
  assert.equal(problemOf("revision/no-tip", () => last(line, "", 1)).text, "-1");
  assert.equal(problemOf("revision/too-far", () => last(line, "a b", 3)).available, 2);
});
