import { belowMask, idsOf, type Mask, maskOf, members } from "./reach.ts";
import type { Graph, Plan, Step } from "./types.ts";

/**
 * The applied set while it changes one revision at a time, with its tips. `above[i]` counts the children of `i` that
 * are applied or have something applied above them, so each change costs no more than the edges it touches, also when
 * there are gaps in the applied set.
 */
export class Tips {
  readonly #parents: readonly (readonly number[])[];
  readonly #applied: Uint8Array;
  readonly #above: Int32Array;
  readonly #tips = new Set<number>();

  constructor(graph: Graph, applied: Mask) {
    this.#parents = graph.index.allParents;
    this.#applied = applied.slice();
    this.#above = new Int32Array(applied.length);
    const below = belowMask(this.#parents, applied);
    for (let i = 0; i < applied.length; i++) {
      if (applied[i] === 0 && below[i] === 0) continue;
      for (const parent of this.#parents[i] ?? []) this.#above[parent] = (this.#above[parent] ?? 0) + 1;
      if (below[i] === 0) this.#tips.add(i);
    }
  }

  apply(i: number): void {
    const lives = (this.#above[i] ?? 0) > 0;
    this.#applied[i] = 1;
    if (lives) return;
    this.#tips.add(i);
    this.#change(i, 1);
  }

  drop(i: number): void {
    this.#applied[i] = 0;
    if ((this.#above[i] ?? 0) > 0) return;
    this.#tips.delete(i);
    this.#change(i, -1);
  }

  /** Tells the parents of a revision that it came to life or died, and theirs when that changes them too. */
  #change(start: number, by: 1 | -1): void {
    const todo = [start];
    for (let i = todo.pop(); i !== undefined; i = todo.pop()) {
      for (const parent of this.#parents[i] ?? []) {
        const count = (this.#above[parent] ?? 0) + by;
        this.#above[parent] = count;
        if (count !== (by === 1 ? 1 : 0)) continue;
        if (this.#applied[parent] === 0) todo.push(parent);
        else if (by === 1) this.#tips.delete(parent);
        else this.#tips.add(parent);
      }
    }
  }

  /** In load order. */
  list(): number[] {
    return [...this.#tips].sort((a, b) => a - b);
  }
}

/** Members of `mask` that no other member needs over `edges`, in load order. */
function topmost(edges: readonly (readonly number[])[], mask: Mask): number[] {
  const needed = belowMask(edges, mask);
  return members(mask).filter((i) => needed[i] === 0);
}

/** The tips as numbers, of a mask. */
export function tipNumbers(graph: Graph, applied: Mask): number[] {
  return topmost(graph.index.allParents, applied);
}

/**
 * The tips: applied revisions that no applied revision needs, directly or through others, in load order. Applied ids
 * that the graph does not have are left out; {@link missing} names them.
 */
export function tipsOf(graph: Graph, applied: Iterable<string>): readonly string[] {
  return idsOf(graph, tipNumbers(graph, maskOf(graph, applied)));
}

/**
 * What `current` lists: applied revisions that no applied one follows by parents, in load order. These are the tips,
 * and the ends of branches on which another branch's tip depends.
 */
export function currentOf(graph: Graph, applied: Iterable<string>): readonly string[] {
  return idsOf(graph, topmost(graph.index.parents, maskOf(graph, applied)));
}

/** Pending revisions that an applied one needs, in load order: they came in later, below what was applied. */
export function outOfOrder(graph: Graph, applied: ReadonlySet<string>): readonly string[] {
  const have = maskOf(graph, applied);
  const needed = belowMask(graph.index.allParents, have);
  return idsOf(graph, members(needed).filter((i) => have[i] === 0));
}

/** Applied ids that have no revision in the graph, in the order of the set. */
export function missing(graph: Graph, applied: ReadonlySet<string>): readonly string[] {
  return [...applied].filter((id) => !graph.has(id));
}

/** Makes a plan of steps in `order`; the tips of each step are worked out when they are read. */
export function planOf(graph: Graph, applied: Mask, order: readonly number[], direction: "up" | "down"): Plan {
  const tipsBefore = idsOf(graph, tipNumbers(graph, applied));
  if (order.length === 0) return { steps: [], tipsBefore, tipsAfter: tipsBefore };
  const after = applied.slice();
  for (const i of order) after[i] = direction === "up" ? 1 : 0;
  let reading: { readonly tips: Tips; done: number } | null = null;
  const tipsAt = (step: number): string[] => {
    if (reading === null || reading.done > step + 1) reading = { tips: new Tips(graph, applied), done: 0 };
    while (reading.done <= step) {
      const i = order[reading.done++] ?? 0;
      if (direction === "up") reading.tips.apply(i);
      else reading.tips.drop(i);
    }
    return idsOf(graph, reading.tips.list());
  };
  const steps = order.map((i, step): Step => ({
    id: graph.ids[i] ?? "",
    direction,
    get tips() {
      return tipsAt(step);
    },
  }));
  return { steps, tipsBefore, tipsAfter: idsOf(graph, tipNumbers(graph, after)) };
}
