import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exchanges } from "../../src/commands/schema/exchanges.ts";
import type { Rename } from "../../src/schema/mod.ts";

const rename = (from: string, to: string): Rename => ({
  kind: "column",
  from: ["public", "t", from],
  to: ["public", "t", to],
});

/** Carries renames out, each of which must find its old name and a free new one. */
function renamed(names: readonly string[], renames: readonly Rename[]): ReadonlyMap<string, string> {
  const now = new Map(names.map((name) => [name, name]));
  for (const { from, to } of renames) {
    const [old = "", fresh = ""] = [from.at(-1), to.at(-1)];
    const thing = now.get(old);
    assert.ok(thing !== undefined && !now.has(fresh), `${old} to ${fresh}`);
    now.delete(old);
    now.set(fresh, thing);
  }
  return new Map([...now].map(([name, thing]) => [thing, name]));
}

test("names that are exchanged in any way are each free when they are taken, and arrive", () => {
  const names = ["a", "b", "c", "d", "e", "a__1"];
  const shuffled = fc.shuffledSubarray(names, { minLength: names.length });
  fc.assert(fc.property(shuffled, fc.nat(6), (targets, fresh) => {
    const wanted = names.map((name, at) => [name, at === fresh ? "new" : targets[at] ?? name] as const)
      .filter(([from, to]) => from !== to);
    const done = renamed(names, exchanges(wanted.map(([from, to]) => rename(from, to)), ({ to }) => to[2] === "new"));
    const given = new Set(wanted.map(([from]) => from));
    const reached = (to: string) => to === "new" || given.has(to);
    if (wanted.every(([, to]) => reached(to))) { for (const [from, to] of wanted) assert.equal(done.get(from), to); }
  }));
});

test("what leads to a name that nobody gives up is left out, with what counts on it", () => {
  assert.deepEqual(exchanges([rename("a", "b"), rename("c", "a")], () => false), []);
  assert.deepEqual(exchanges([rename("a", "b"), rename("c", "b")], () => true), [rename("a", "b")]);
});
