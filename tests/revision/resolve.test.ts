import assert from "node:assert/strict";
import { test } from "node:test";
import {
  buildGraph,
  currentOf,
  locate,
  missing,
  outOfOrder,
  parseIdentifier,
  resolve,
  tipsOf,
} from "../../src/revision/mod.ts";
import { problemOf } from "./problems.ts";
import { applied, graphOf, revisionsOf } from "./shape.ts";

const branches = graphOf("aaaa1; bbbb1 <- aaaa1 #shop; bbbb2 <- bbbb1; cccc1 <- aaaa1 #users; cccc2 <- cccc1; xyz");
const ask = (text: string, have = ""): string => resolve(branches, text, applied(have)).join(" ");

test("a full id, a label, a prefix of either", () => {
  assert.equal(ask("bbbb2"), "bbbb2");
  assert.equal(ask("shop"), "bbbb1");
  assert.equal(ask("a"), "aaaa1");
  assert.equal(ask("use"), "cccc1");
});

test("an exact name wins over longer ones that start with it", () => {
  const graph = graphOf("abcd; abcde <- abcd; x <- abcde #abc");
  assert.deepEqual(resolve(graph, "abcd", new Set()), ["abcd"]);
  assert.deepEqual(resolve(graph, "abc", new Set()), ["x"]);
});

test("a prefix of several lists them; names under four characters have none", () => {
  assert.deepEqual(problemOf("revision/ambiguous-prefix", () => ask("bb")).candidates, ["bbbb1", "bbbb2"]);
  assert.equal(problemOf("revision/not-found", () => ask("xy")).nearest, "xyz");
  assert.equal(ask("xyz"), "xyz");
});

test("with a branch, only prefixes of its lineage count", () => {
  const graph = graphOf("root; abcd1 <- root #left; abcd2 <- root #right");
  assert.deepEqual(resolve(graph, "right@abcd", new Set()), ["abcd2"]);
  assert.deepEqual(resolve(graph, "left@root", new Set()), ["root"]);
});

test("head needs one head, heads are the real ones, B@heads those of a lineage", () => {
  assert.deepEqual(problemOf("revision/multiple-heads", () => ask("head")).heads.map(({ id }) => id), [
    "bbbb2",
    "cccc2",
    "xyz",
  ]);
  assert.equal(ask("heads"), "bbbb2 cccc2 xyz");
  assert.equal(ask("shop@head"), "bbbb2");
  assert.equal(ask("cccc1@head"), "cccc2");
  assert.equal(ask("aaaa1@heads"), "bbbb2 cccc2");
  assert.equal(problemOf("revision/multiple-heads", () => ask("aaaa1@head")).name, "aaaa1@head");
});

test("base and B@base are nothing; an empty graph has no head and no complaint", () => {
  assert.equal(ask("base"), "");
  assert.equal(ask("shop@base"), "");
  const empty = graphOf("");
  assert.deepEqual(["head", "heads", "base", "shop@head"].map((text) => resolve(empty, text, new Set()).length), [
    0,
    0,
    0,
    0,
  ]);
});

test("B@id must be in B's lineage by parents; a dependency does not count", () => {
  assert.equal(ask("shop@aaaa1"), "aaaa1");
  assert.deepEqual(problemOf("revision/not-in-branch", () => ask("shop@cccc2")), {
    id: "cccc2",
    branch: "shop",
    labels: ["users"],
  });
  const graph = graphOf("aaaa; bbbb ~ aaaa");
  assert.equal(problemOf("revision/not-in-branch", () => resolve(graph, "aaaa@bbbb", new Set())).id, "bbbb");
});

test("an unknown branch or name says what is near", () => {
  assert.equal(problemOf("revision/not-found", () => ask("shup@head")).nearest, "shop");
  assert.equal(problemOf("revision/not-found", () => ask("bbbb9")).nearest, "bbbb1");
});

test("current is the applied tips, narrowed by a branch", () => {
  assert.equal(ask("current", "aaaa1 bbbb1 cccc1"), "bbbb1 cccc1");
  assert.equal(ask("shop@current", "aaaa1 bbbb1 cccc1"), "bbbb1");
  assert.equal(ask("current"), "");
});

test("-N by itself counts down from the heads", () => {
  assert.equal(ask("users@-1"), "cccc1");
  assert.equal(resolve(graphOf("a; b <- a; c <- b"), "-2", new Set()).join(), "a");
});

test("relative forms must match whole, and have no meaning where a name is needed", () => {
  assert.equal(problemOf("revision/relative-not-here", () => ask("+1")).text, "+1");
  assert.equal(problemOf("revision/relative-not-here", () => ask("bbbb1+1")).text, "bbbb1+1");
  for (const text of ["", "a b", "a,b", "-", "+", "@", "a@", "@a", "a@b@c", "a-1b", "-1-1", "a:b", "-1 "]) {
    assert.equal(problemOf("revision/malformed", () => ask(text)).text, text);
  }
});

test("show and edit take relative forms too: from a name, from what is applied, from the heads", () => {
  const line = graphOf("a; b <- a; c <- b; d <- c");
  const where = (text: string, have = ""): string => locate(line, text, applied(have)).join(" ");
  assert.deepEqual([where("b+1"), where("d-2"), where("head-1"), where("base+1")], ["c", "b", "c", "a"]);
  assert.deepEqual([where("+1", "a b"), where("current-1", "a b"), where("-1"), where("b")], ["c", "a", "c", "b"]);
  assert.equal(problemOf("revision/too-far", () => where("c+2")).available, 1);
});

test("an identifier taken apart", () => {
  assert.deepEqual(parseIdentifier("b@x.1-12"), { text: "b@x.1-12", branch: "b", name: "x.1", offset: -12, sign: "-" });
  assert.deepEqual(parseIdentifier("b@+1"), { text: "b@+1", branch: "b", name: null, offset: 1, sign: "+" });
});

test("tips, current and missing of an applied set", () => {
  const graph = graphOf("a; b <- a; c; d <- c ~ b");
  const have = applied("a b c d gone");
  assert.deepEqual(tipsOf(graph, have), ["d"]);
  assert.deepEqual(currentOf(graph, have), ["b", "d"]);
  assert.deepEqual(missing(graph, have), ["gone"]);
});

test("out of order: pending below applied, also through a dependency and through other pending ones", () => {
  const graph = graphOf("a; b <- a; c <- b; x; d <- c ~ x");
  assert.deepEqual(outOfOrder(graph, applied("a c")), ["b"]);
  assert.deepEqual(outOfOrder(graph, applied("a d")), ["b", "c", "x"]);
  assert.deepEqual(outOfOrder(graph, applied("a b")), []);
  assert.deepEqual(tipsOf(graph, applied("a c")), ["c"]);
});

test("a name that is in one message alone means that revision", () => {
  const messages: Readonly<Record<string, string>> = { aaaa1: "create users", bbbb1: "Add users.e-mail" };
  const revisions = revisionsOf("aaaa1; bbbb1 <- aaaa1");
  const said = buildGraph(revisions.map((revision) => ({ ...revision, message: messages[revision.id] ?? "" })));
  const near = (name: string) => problemOf("revision/not-found", () => resolve(said, name, new Set()));
  assert.deepEqual(near("e_mail"), { name: "e_mail", nearest: "bbbb1", message: "Add users.e-mail" });
  assert.deepEqual(near("create_users"), { name: "create_users", nearest: "aaaa1", message: "create users" });
  assert.deepEqual(near("users"), { name: "users", nearest: null });
  assert.deepEqual(near("mai"), { name: "mai", nearest: null });
});
