import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../src/base/problem.ts";
import {
  buildGraph,
  currentOf,
  drawGraph,
  type Graph,
  historyRange,
  outOfOrder,
  type Plan,
  planDown,
  planStamp,
  planUp,
  resolve,
  tipsOf,
} from "../../src/revision/mod.ts";
import { Plain, randomRevisions } from "./random-graph.ts";

/** A graph, a closed applied set in it, and one of its ids. */
const state = randomRevisions().filter((revisions) => revisions.length > 0).chain((revisions) =>
  fc.record({
    revisions: fc.constant(revisions),
    rows: fc.subarray(revisions.map(({ id }) => id), { maxLength: Math.min(4, revisions.length) }),
    some: fc.subarray(revisions.map(({ id }) => id)),
    id: fc.constantFrom(...revisions.map((revision) => revision.id)),
  })
).map(({ revisions, rows, some, id }) => {
  const plain = new Plain(revisions);
  return { graph: buildGraph(revisions), plain, applied: plain.below(rows), gappy: new Set(some), id };
});

const sorted = (ids: Iterable<string>): string[] => [...ids].sort();

/** Checks every step: what it needs is there (up), nothing needs it any more (down), and the tips are the tips. */
function follow(plan: Plan, plain: Plain, applied: ReadonlySet<string>): Set<string> {
  const now = new Set(applied);
  assert.deepEqual(sorted(plan.tipsBefore), sorted(plain.tips(now)));
  for (const { id, direction, tips } of plan.steps) {
    if (direction === "up") {
      assert.ok(!now.has(id) && plain.needs(id).every((other) => now.has(other)), `${id} runs too early`);
      now.add(id);
    } else {
      assert.ok(now.has(id) && [...now].every((other) => !plain.needs(other).includes(id)), `${id} goes too early`);
      now.delete(id);
    }
    assert.deepEqual(sorted(tips), sorted(plain.tips(now)));
  }
  assert.deepEqual(sorted(plan.tipsAfter), sorted(plain.tips(now)));
  return now;
}

/** The plan, or null where the question is answered with a problem. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

test("up to an id arrives at what was applied and what the id needs", () => {
  fc.assert(fc.property(state, ({ graph, plain, applied, id }) => {
    const after = follow(planUp(graph, applied, id), plain, applied);
    assert.deepEqual(sorted(after), sorted(new Set([...applied, ...plain.below([id])])));
  }));
});

test("up to heads applies everything, also over gaps, and what is out of order is part of it", () => {
  fc.assert(fc.property(state, ({ graph, plain, gappy }) => {
    const plan = planUp(graph, gappy, "heads");
    assert.deepEqual(sorted(follow(plan, plain, gappy)), sorted(graph.ids));
    const pending = plan.steps.map((step) => step.id);
    for (const id of outOfOrder(graph, gappy)) assert.ok(pending.includes(id));
  }));
});

test("down to base undoes everything, also with gaps", () => {
  fc.assert(fc.property(state, ({ graph, plain, gappy }) => {
    const plan = planDown(graph, gappy, "base");
    const now = new Set(gappy);
    for (const { id, tips } of plan.steps) {
      assert.ok(plain.tips(now).has(id), `${id} is no tip when it goes`);
      now.delete(id);
      assert.deepEqual(sorted(tips), sorted(plain.tips(now)));
    }
    assert.equal(now.size, 0);
  }));
});

test("down to an id drops what descends from its children over both kinds of edges, or says why not", () => {
  fc.assert(fc.property(state, ({ graph, plain, applied, id }) => {
    const above = plain.above(plain.children(id));
    const dropped = [...applied].filter((other) => above.has(other));
    const plan = attempt(() => planDown(graph, applied, id));
    if (plan === null) {
      assert.ok(!applied.has(id) || (dropped.length === 0 && !plain.tips(applied).has(id)));
      return;
    }
    const after = follow(plan, plain, applied);
    assert.deepEqual(sorted(after), sorted([...applied].filter((other) => !above.has(other))));
    assert.ok(after.has(id));
  }));
});

test("up, then down to where it came from, then up again is the same route", () => {
  fc.assert(fc.property(state, ({ graph, plain, id }) => {
    const up = planUp(graph, new Set(), id);
    const full = follow(up, plain, new Set());
    assert.equal(follow(planDown(graph, full, "base"), plain, full).size, 0);
    assert.deepEqual(planUp(graph, new Set(), id).steps.map((step) => step.id), up.steps.map((step) => step.id));
  }));
});

test("the tips of a plan can be read in any order and as often as one likes", () => {
  fc.assert(fc.property(state, fc.nat(), ({ graph }, seed) => {
    const { steps } = planUp(graph, new Set(), "heads");
    const inOrder = steps.map(({ tips }) => tips.join());
    const shuffled = steps.map((_, i) => (i * 7 + seed) % steps.length);
    for (const i of shuffled) assert.equal(steps[i]?.tips.join(), inOrder[i]);
  }));
});

test("stamp makes the applied set closed, holds the targets, and touches only related tips", () => {
  fc.assert(fc.property(state, ({ graph, plain, applied, id }) => {
    const { add, remove, tipsAfter } = planStamp(graph, applied, [id], { purge: false });
    const after = new Set([...applied, ...add].filter((other) => !remove.includes(other)));
    assert.deepEqual(sorted(plain.below(after)), sorted(after));
    assert.ok(tipsAfter.includes(id));
    assert.deepEqual(sorted(tipsAfter), sorted(plain.tips(after)));
    const related = new Set([...plain.above([id]), ...plain.below([id])]);
    for (const tip of plain.tips(applied)) assert.ok(related.has(tip) || after.has(tip));
  }));
});

test("history is everything once, each before what it needs; a drawing shows each once", () => {
  fc.assert(fc.property(state, ({ graph, plain }) => {
    const ids = historyRange(graph, new Set(), null);
    assert.deepEqual(sorted(ids), sorted(graph.ids));
    ids.forEach((id, i) => assert.ok(plain.needs(id).every((other) => ids.indexOf(other) > i)));
    const rows = [...drawGraph(graph, ids)];
    assert.deepEqual(rows.flatMap(({ id }) => id ?? []), ids);
    for (const { id, cells } of rows) {
      assert.equal(cells.filter(({ glyph }) => glyph === "revision").length, id === null ? 0 : 1);
    }
  }));
});

test("history from A to B is what is between them by parents", () => {
  fc.assert(fc.property(state, fc.nat(), ({ graph, plain, id }, pick) => {
    const other = graph.ids[pick % graph.ids.length] ?? id;
    const ids = attempt(() => historyRange(graph, new Set(), `${id}:${other}`));
    assert.equal(ids === null, !plain.below([other]).has(id));
    if (ids === null) return;
    const descends = (from: string): boolean => from === id || graph.get(from).parents.some(descends);
    const between = [...plain.below([other])].filter((one) => descends(one));
    assert.deepEqual(sorted(ids), sorted(between));
  }));
});

test("a prefix names its revision exactly when no other name of four or more characters starts with it", () => {
  fc.assert(fc.property(state, fc.integer({ min: 1, max: 4 }), ({ graph, id }, length) => {
    const prefix = id.slice(0, length);
    const names = [...graph.index.names.keys()];
    const candidates = names.filter((name) => name.length >= 4 && name.startsWith(prefix));
    const found = attempt(() => resolve(graph, prefix, new Set()));
    assert.deepEqual(found, names.includes(prefix) ? [prefix] : candidates.length === 1 ? candidates : null);
  }));
});

test("tips and current agree with their definitions", () => {
  fc.assert(fc.property(state, ({ graph, plain, gappy, applied }) => {
    assert.deepEqual(sorted(tipsOf(graph, gappy)), sorted(plain.tips(gappy)));
    const current = [...applied].filter((id) => plain.children(id).every((child) => !applied.has(child)));
    assert.deepEqual(sorted(currentOf(graph, applied)), sorted(current));
  }));
});

test("load order does not change what a route does, only its order", () => {
  fc.assert(fc.property(randomRevisions(), (revisions) => {
    const steps = (graph: Graph): string[] => planUp(graph, new Set(), "heads").steps.map(({ id }) => id);
    const one = steps(buildGraph(revisions));
    assert.deepEqual(sorted(one), sorted(steps(buildGraph(revisions.toReversed()))));
    assert.deepEqual(one, steps(buildGraph(revisions)));
  }));
});
