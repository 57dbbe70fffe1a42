import { idsOf, members, numbersOf, reach } from "./reach.ts";
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

  constructor(graph: Graph, applied: Iterable<number>) {
    this.#parents = graph.index.allParents;
    this.#applied = new Uint8Array(graph.ids.length);
    this.#above = new Int32Array(graph.ids.length);
    const list = [...applied];
    for (const i of list) this.#applied[i] = 1;
    const live = reach(this.#parents, list);
    for (let i = 0; i < live.length; i++) {
      if (live[i] === 0) continue;
      for (const parent of this.#parents[i] ?? []) this.#above[parent] = (this.#above[parent] ?? 0) + 1;
    }
    for (const i of list) if (this.#above[i] === 0) this.#tips.add(i);
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

/**
 * The tips: applied revisions that no applied revision needs, directly or through others, in load order. Applied ids
 * that the graph does not have are left out; {@link missing} names them.
 */
export function tipsOf(graph: Graph, applied: Iterable<string>): readonly string[] {
  const numbers = numbersOf(graph, applied);
  const needed = reach(graph.index.allParents, numbers.flatMap((i) => graph.index.allParents[i] ?? []));
  return idsOf(graph, numbers.filter((i) => needed[i] === 0));
}

/**
 * What `current` lists: applied revisions that no applied one follows by parents, in load order. These are the tips,
 * and the ends of branches on which another branch's tip depends.
 */
export function currentOf(graph: Graph, applied: Iterable<string>): readonly string[] {
  const numbers = numbersOf(graph, applied);
  const followed = reach(graph.index.parents, numbers.flatMap((i) => graph.index.parents[i] ?? []));
  return idsOf(graph, numbers.filter((i) => followed[i] === 0));
}

/** Pending revisions that an applied one needs, in load order: they came in later, below what was applied. */
export function outOfOrder(graph: Graph, applied: ReadonlySet<string>): readonly string[] {
  const needed = members(reach(graph.index.allParents, numbersOf(graph, applied)));
  return idsOf(graph, needed).filter((id) => !applied.has(id));
}

/** Applied ids that have no revision in the graph, in the order of the set. */
export function missing(graph: Graph, applied: ReadonlySet<string>): readonly string[] {
  return [...applied].filter((id) => !graph.has(id));
}

/** Makes a plan of steps in `order`; the tips of each step are worked out when they are read. */
export function planOf(
  graph: Graph,
  applied: readonly number[],
  order: readonly number[],
  direction: "up" | "down",
): Plan {
  const move = (tips: Tips, i: number): void => direction === "up" ? tips.apply(i) : tips.drop(i);
  const before = new Tips(graph, applied);
  const tipsBefore = idsOf(graph, before.list());
  for (const i of order) move(before, i);
  const tipsAfter = idsOf(graph, before.list());
  let reading: { readonly tips: Tips; done: number } | null = null;
  const tipsAt = (step: number): string[] => {
    if (reading === null || reading.done > step + 1) reading = { tips: new Tips(graph, applied), done: 0 };
    while (reading.done <= step) move(reading.tips, order[reading.done++] ?? 0);
    return idsOf(graph, reading.tips.list());
  };
  const steps = order.map((i, step): Step => ({
    id: graph.ids[i] ?? "",
    direction,
    get tips() {
      return tipsAt(step);
    },
  }));
  return { steps, tipsBefore, tipsAfter };
}
