/** Puts actions in order: one graph over drops, creations and alterations, sorted the same way each time. */
import type { Action } from "./action.ts";
import { byOrder } from "./place.ts";
import { type Fact, isKind, keyOf } from "./fact.ts";

/** Edges by index: `after[i]` are the actions that come after action `i`. */
export interface Graph {
  readonly actions: readonly Action[];
  readonly after: readonly ReadonlySet<number>[];
  /** Edges that may be left out to break a circle, by the same indexes. */
  readonly soft: readonly ReadonlySet<number>[];
}

function index(actions: readonly Action[], keysOf: (action: Action) => Iterable<string>): Map<string, number[]> {
  const map = new Map<string, number[]>();
  for (const [at, action] of actions.entries()) {
    for (const key of keysOf(action)) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [at]);
      else list.push(at);
    }
  }
  return map;
}

/** Kinds of facts that a tie between two tables must find as they will be, or leave as they were. */
const structural = new Set(["column", "notNull", "constraint", "identity", "index", "default"]);

/** The actions that take partitions off a table or drop them, by the table. */
function leavingPartitions(actions: readonly Action[]): Map<string, number[]> {
  return index(
    actions,
    ({ verb, fact, parts }) =>
      verb !== "drop"
        ? []
        : [fact, ...parts].flatMap((one) =>
          isKind(one, "inheritance") && one.body.bound !== null ? [one.name.slice(2).join("\0")] : []
        ),
  );
}

/** Whether heirs have what an action is about; a partitioned table's keys and indexes are attached one by one, whenever. */
function reaches(action: Action | undefined): boolean {
  if (action === undefined || action.fact.kind === "index") return false;
  return action.fact.kind !== "constraint" || action.fact.body.type === "c";
}

/** Ties between tables come after the work on both, and end before it. */
function linkEdges(actions: readonly Action[], edge: (from: number, to: number) => void): void {
  const links = actions.flatMap((action, at) => action.fact.kind === "inheritance" ? [[at, action] as const] : []);
  // CREATE TABLE … INHERITS takes its parents as they are.
  const heirs = actions.flatMap(({ fact, parts }, at) =>
    fact.kind !== "table"
      ? []
      : parts.flatMap((one) => isKind(one, "inheritance") && one.body.bound === null ? [[at, one] as const] : [])
  );
  if (links.length + heirs.length === 0) return;
  const byTable = new Map<string, number[]>();
  for (const [at, { fact, reached, verb }] of actions.entries()) {
    if (!structural.has(fact.kind) || verb === "park" || verb === "finish") continue;
    const tables = [fact, ...reached].map((one) =>
      (isKind(one, "index") ? one.body.table : one.name.slice(0, 2)).join("\0")
    );
    for (const table of new Set(tables)) {
      const list = byTable.get(table);
      if (list === undefined) byTable.set(table, [at]);
      else list.push(at);
    }
  }
  for (const [at, tie] of heirs) {
    const create = actions[at]?.verb === "create";
    for (const other of byTable.get(tie.name.slice(2).join("\0")) ?? []) {
      if (create && reaches(actions[other])) edge(other, at);
    }
  }
  const ending = index(
    actions,
    ({ verb, fact }) => verb === "drop" && isKind(fact, "inheritance") ? [fact.name.slice(0, 2).join("\0")] : [],
  );
  const leaving = leavingPartitions(actions);
  // A new partition's keys come with ATTACH PARTITION: they cannot be there before it.
  const brought = new Set(
    actions.flatMap(({ fact, parts }) =>
      fact.kind === "table" ? parts.flatMap((one) => one.kind === "index" ? [one.key] : []) : []
    ),
  );
  const attached = (of: "partition" | "table") =>
    index(actions, ({ fact }) => isKind(fact, "indexAttachment") ? [fact.body[of].join("\0")] : []);
  const [upper, lower] = [attached("table"), attached("partition")];
  for (const [at, link] of links) {
    const [child, parent] = [link.fact.name.slice(0, 2).join("\0"), link.fact.name.slice(2).join("\0")];
    // Bounds must not overlap at any moment: the old partitions go before new ones come.
    if (link.verb !== "drop") {
      for (const other of leaving.get(parent) ?? []) edge(other, at);
      // ATTACH PARTITION takes an index of the partition only when that is whole; otherwise it makes another.
      for (const other of upper.get(child) ?? []) {
        const fact = actions[other]?.fact;
        if (fact === undefined || !isKind(fact, "indexAttachment")) continue;
        if (brought.has(keyOf("index", fact.body.parent))) edge(at, other);
        else edge(other, at);
      }
      for (const other of lower.get(child) ?? []) edge(at, other);
    }
    if (link.first) { for (const other of ending.get(child) ?? []) edge(at, other); }
    for (const other of link.first ? [] : byTable.get(child) ?? []) {
      const early = link.verb === "drop";
      edge(early ? at : other, early ? other : at);
    }
    for (const other of byTable.get(parent) ?? []) {
      if (!reaches(actions[other])) continue;
      // What reaches the heir through a tie that begins first comes when the old ties have ended.
      const early = link.verb === "drop" || link.first && byTable.get(child)?.includes(other) === true;
      edge(early ? at : other, early ? other : at);
    }
  }
}

/** Builds the graph of what has to come before what. */
export function graphOf(actions: readonly Action[]): Graph {
  const after = actions.map(() => new Set<number>());
  const soft = actions.map(() => new Set<number>());
  const edge = (from: number, to: number): void => {
    if (from !== to) after[from]?.add(to);
  };
  const makers = index(actions, (action) => action.makes);
  const enders = index(actions, (action) => action.ends);
  const changers = index(actions, ({ verb, makes }) => verb === "alter" ? makes : []);
  const takers = index(actions, (action) => action.takes);
  const named = index(actions, ({ verb, fact, parts }) => verb === "drop" ? [] : [fact, ...parts].map(nameOf));
  for (const [at, action] of actions.entries()) {
    for (const key of action.wants) for (const maker of makers.get(key) ?? []) edge(maker, at);
    for (const key of action.uses) {
      for (const ender of enders.get(key) ?? []) edge(at, ender);
      for (const changer of changers.get(key) ?? []) edge(at, changer);
    }
    for (const key of action.ends) {
      for (const maker of makers.get(key) ?? []) if (!key.endsWith(" aside")) edge(at, maker);
    }
    for (const slot of action.frees) for (const taker of takers.get(slot) ?? []) edge(at, taker);
    for (const name of action.hopes) for (const maker of named.get(name) ?? []) if (maker !== at) soft[maker]?.add(at);
  }
  linkEdges(actions, edge);
  return { actions, after, soft };
}

function nameOf(fact: Fact): string {
  if (fact.kind === "column") return `name ${(fact.name[2] ?? "").toLowerCase()}`;
  return /^(table|view|function|aggregate|enum|domain|composite|range|sequence)$/.test(fact.kind)
    ? `name ${(fact.name[1] ?? "").toLowerCase()}`
    : "";
}

/** A binary heap of action indexes, smallest place first. */
class Heap {
  readonly #items: number[] = [];
  readonly #less: (a: number, b: number) => boolean;

  constructor(less: (a: number, b: number) => boolean) {
    this.#less = less;
  }

  push(item: number): void {
    const items = this.#items;
    items.push(item);
    for (let at = items.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      if (!this.#swapIfLess(at, up)) break;
      at = up;
    }
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return top;
    items[0] = last;
    for (let at = 0;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < items.length && this.#less(items[left] ?? 0, items[least] ?? 0)) least = left;
      if (right < items.length && this.#less(items[right] ?? 0, items[least] ?? 0)) least = right;
      if (least === at) return top;
      this.#swapIfLess(least, at);
      at = least;
    }
  }

  #swapIfLess(a: number, b: number): boolean {
    const [x, y] = [this.#items[a] ?? 0, this.#items[b] ?? 0];
    if (!this.#less(x, y)) return false;
    this.#items[a] = y;
    this.#items[b] = x;
    return true;
  }
}

/** The order of a graph, and what a circle kept out of it. */
export interface Sorted {
  readonly order: readonly number[];
  readonly stuck: readonly number[];
}

/** Sorts a graph (Kahn, with a heap so that the same plan always comes out); `withSoft` honours the soft edges too. */
export function sort({ actions, after, soft }: Graph, withSoft: boolean): Sorted {
  const waiting = actions.map(() => 0);
  const each = (at: number, visit: (to: number) => void): void => {
    for (const to of after[at] ?? []) visit(to);
    if (withSoft) { for (const to of soft[at] ?? []) if (!after[at]?.has(to)) visit(to); }
  };
  for (const at of actions.keys()) each(at, (to) => waiting[to] = (waiting[to] ?? 0) + 1);
  const heap = new Heap((a, b) => {
    const [x, y] = [actions[a], actions[b]];
    return x !== undefined && y !== undefined && byOrder(x.order, y.order) < 0;
  });
  for (const [at, count] of waiting.entries()) if (count === 0) heap.push(at);
  const order: number[] = [];
  for (let at = heap.pop(); at !== undefined; at = heap.pop()) {
    order.push(at);
    each(at, (to) => {
      const left = (waiting[to] ?? 0) - 1;
      waiting[to] = left;
      if (left === 0) heap.push(to);
    });
  }
  const done = new Set(order);
  return { order, stuck: [...actions.keys()].filter((at) => !done.has(at)) };
}

/** Groups of actions that wait for each other (Tarjan's strongly connected components of more than one). */
export function circles({ after }: Graph, among: readonly number[]): readonly (readonly number[])[] {
  const member = new Set(among);
  const indexOf = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  const found: number[][] = [];
  const visit = (at: number): void => {
    indexOf.set(at, indexOf.size);
    low.set(at, indexOf.get(at) ?? 0);
    stack.push(at);
    onStack.add(at);
    for (const to of after[at] ?? []) {
      if (!member.has(to)) continue;
      if (!indexOf.has(to)) {
        visit(to);
        low.set(at, Math.min(low.get(at) ?? 0, low.get(to) ?? 0));
      } else if (onStack.has(to)) low.set(at, Math.min(low.get(at) ?? 0, indexOf.get(to) ?? 0));
    }
    if (low.get(at) !== indexOf.get(at)) return;
    const group: number[] = [];
    for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
      onStack.delete(one);
      group.push(one);
      if (one === at) break;
    }
    if (group.length > 1) found.push(group);
  };
  for (const at of among) if (!indexOf.has(at)) visit(at);
  return found;
}
