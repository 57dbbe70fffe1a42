import { normalizedDependencies } from "./normalize.ts";
import type { Mask } from "./reach.ts";
import type { Graph } from "./types.ts";

type Lists = readonly (readonly number[])[];

const none: readonly number[] = [];

/** The edges of a walk through `todo`, as lists of what comes directly below each revision. */
interface Edges {
  /** Parents first, then dependencies that no ancestor names already. */
  readonly down: Lists;
  /** `down`, and what comes below where the way leads through revisions that are not in `todo`. */
  readonly needs: Lists;
}

/** `needs` is `down` itself unless there are such gaps, as a gap in the applied set or a range of history can have. */
function edgesOf(graph: Graph, todo: Mask): Edges {
  const below = walkedEdges(graph);
  const gap = gapsIn(graph, todo, below);
  const down: (readonly number[])[] = new Array(todo.length).fill(none);
  for (let i = 0; i < todo.length; i++) {
    if (todo[i] === 1) down[i] = within(below[i] ?? none, todo);
  }
  if (gap === null) return { down, needs: down };
  return { down, needs: down.map((_, i) => todo[i] === 0 ? none : throughGaps(below[i] ?? none, todo, gap, below)) };
}

/** Parents, then the dependencies that no ancestor names already. */
function walkedEdges(graph: Graph): Lists {
  const { parents, dependencies } = graph.index;
  if (dependencies.every((list) => list.length === 0)) return parents;
  const needed = normalizedDependencies(graph);
  return parents.map((list, i) => {
    const deps = needed[i] ?? none;
    return deps.length === 0 ? list : [...new Set([...list, ...deps])];
  });
}

/** The members of a list that are in `todo`; the list itself when all are. */
function within(list: readonly number[], todo: Mask): readonly number[] {
  for (let k = 0; k < list.length; k++) {
    if (todo[list[k] ?? 0] === 0) return list.filter((p) => todo[p] === 1);
  }
  return list;
}

/** Revisions that are not in `todo` with some of `todo` below them; null when there are none. */
function gapsIn(graph: Graph, todo: Mask, below: Lists): Mask | null {
  const { order } = graph.index;
  let gap: Mask | null = null;
  for (let at = 0; at < order.length; at++) {
    const i = order[at] ?? 0;
    if (todo[i] === 1) continue;
    const list = below[i] ?? none;
    for (let k = 0; k < list.length; k++) {
      const p = list[k] ?? 0;
      if (todo[p] === 0 && gap?.[p] !== 1) continue;
      gap ??= new Uint8Array(todo.length);
      gap[i] = 1;
      break;
    }
  }
  return gap;
}

function throughGaps(
  direct: readonly number[],
  todo: Mask,
  gap: Mask,
  below: Lists,
): readonly number[] {
  const found = new Set<number>();
  const seen = new Set<number>();
  const stack = direct.toReversed();
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    if (seen.has(i)) continue;
    seen.add(i);
    if (todo[i] === 1) found.add(i);
    else if (gap[i] === 1) stack.push(...(below[i] ?? none).toReversed());
  }
  return [...found];
}

/** Where to look for whether one revision is above another: `bits[upper][word] & bit`. */
interface Above {
  readonly bits: readonly Uint32Array[];
  /** The column of a revision at which the walk can be held up. */
  readonly column: Int32Array;
}

/**
 * One set of bits per revision: a bit for each revision that a walk can be held up at (`columns`) and that is below it.
 * Revisions of a plain line share one set, so memory follows the number of branch and merge points.
 */
function aboveTable(graph: Graph, todo: Mask, needs: Lists, columns: readonly number[]): Above {
  const column = new Int32Array(todo.length).fill(-1);
  columns.forEach((i, k) => column[i] = k);
  const empty = new Uint32Array(0);
  const rows: Uint32Array[] = new Array(todo.length).fill(empty);
  const withSelf: (Uint32Array | undefined)[] = new Array(columns.length);
  // A row ends with its last bit: the columns follow the load order, so half of what a row could hold is never needed.
  const join = (list: readonly number[]): Uint32Array => {
    let longest: Uint32Array = empty;
    let words = 0;
    for (const p of list) {
      const other = rows[p] ?? empty;
      if (other.length > longest.length) longest = other;
      words = Math.max(words, other.length, ((column[p] ?? -1) >> 5) + 1);
    }
    const row = new Uint32Array(words);
    row.set(longest);
    for (const p of list) {
      const other = rows[p] ?? empty;
      if (other !== longest) { for (let w = 0; w < other.length; w++) row[w] = (row[w] ?? 0) | (other[w] ?? 0); }
      const k = column[p] ?? -1;
      if (k >= 0) row[k >> 5] = (row[k >> 5] ?? 0) | (1 << (k & 31));
    }
    return row;
  };
  for (const i of graph.index.order) {
    const list = needs[i] ?? none;
    const [only] = list;
    if (todo[i] === 0 || only === undefined) continue;
    const k = column[only] ?? -1;
    if (list.length > 1) rows[i] = join(list);
    else if (k < 0) rows[i] = rows[only] ?? empty;
    else rows[i] = withSelf[k] ??= join(list);
  }
  return { bits: rows, column };
}

/** The places from which the walk goes down, in the order they were opened; a linked list, since they close anywhere. */
class Places {
  readonly node: number[] = [];
  readonly #next: number[] = [];
  readonly #previous: number[] = [];
  /** Itself for an open place, a later one for a closed place. */
  readonly #onward: number[] = [];
  #first = -1;
  #last = -1;

  add(node: number): void {
    const place = this.node.push(node) - 1;
    this.#next.push(-1);
    this.#onward.push(place);
    this.#previous.push(this.#last);
    if (this.#last >= 0) this.#next[this.#last] = place;
    else this.#first = place;
    this.#last = place;
  }

  /** Closes a place; returns the one before it, or the first. */
  close(place: number): number {
    const next = this.#next[place] ?? -1;
    const previous = this.#previous[place] ?? -1;
    this.#onward[place] = place + 1;
    if (next >= 0) this.#previous[next] = previous;
    else this.#last = previous;
    if (previous >= 0) this.#next[previous] = next;
    else this.#first = next;
    return previous >= 0 ? previous : this.#first;
  }

  /** The first open place from `start` on that is above the revision of `column`. Places are numbered in order. */
  firstAbove(start: number, { bits }: Above, column: number): number {
    const [word, bit] = [column >> 5, 1 << (column & 31)];
    for (let place = this.#open(start); place < this.node.length; place = this.#open(place + 1)) {
      if (((bits[this.node[place] ?? 0]?.[word] ?? 0) & bit) !== 0) return place;
    }
    return -1;
  }

  /** The first open place from `place` on. Closed ones point onward, and each look shortens the way (Tarjan 1975). */
  #open(start: number): number {
    let place = start;
    for (let onward = this.#onward[place]; onward !== undefined && onward !== place; onward = this.#onward[place]) {
      const further = this.#onward[onward] ?? onward;
      this.#onward[place] = further;
      place = further;
    }
    return place;
  }

  get first(): number {
    return this.#first;
  }
}

/**
 * The revisions of `todo`, each before all that it needs, in the order in which Alembic walks down from `heads`: heads
 * in load order; one line is followed until its next revision is needed by another head that is still to come, then
 * the walk goes on from that head; at a merge it goes on with the first parent and keeps the others for the end; when
 * a line ends, with the head before it in the list. Upgrades run it backwards.
 *
 * The walk itself takes time in proportion to the edges; asking which head is above costs a look at each open head.
 */
export function walkOrder(graph: Graph, todo: Mask, heads: readonly number[]): number[] {
  const { down, needs } = edgesOf(graph, todo);
  const waiting = countInto(needs);
  const direct = needs === down ? waiting.slice() : countInto(down);
  const opened = new Uint8Array(todo.length);
  for (const head of heads) if (todo[head] === 1) opened[head] = 1;
  const columns: number[] = [];
  const places = new Places();
  for (let i = 0; i < todo.length; i++) {
    if (todo[i] === 0) continue;
    const above = waiting[i] ?? 0;
    if (above === 0) opened[i] = 1; // a pending revision below applied ones only
    if (above > (opened[i] === 1 ? 0 : 1) || above > (direct[i] ?? 0)) columns.push(i);
    if (opened[i] === 1) places.add(i);
  }
  let above: Above | null = null;
  const heldBy = new Map<number, number>();
  const output: number[] = [];
  let place = places.first;
  while (place >= 0) {
    const node = places.node[place] ?? 0;
    if ((waiting[node] ?? 0) > 0) {
      above ??= aboveTable(graph, todo, needs, columns);
      // the first place above never moves back: those above a revision only close, or part into later ones
      place = places.firstAbove(heldBy.get(node) ?? places.first, above, above.column[node] ?? 0);
      heldBy.set(node, place);
      continue;
    }
    output.push(node);
    opened[node] = 0;
    const released = needs[node] ?? none;
    for (let k = 0; k < released.length; k++) {
      const p = released[k] ?? 0;
      waiting[p] = (waiting[p] ?? 0) - 1;
      if (waiting[p] !== 0 || direct[p] !== 0 || opened[p] === 1) continue;
      opened[p] = 1; // below gaps only: no line leads to it
      places.add(p);
    }
    const line = down[node] ?? none;
    let moved = false;
    for (let k = 0; k < line.length; k++) {
      const p = line[k] ?? 0;
      if (opened[p] === 1) continue;
      opened[p] = 1;
      if (moved) places.add(p);
      else places.node[place] = p;
      moved = true;
    }
    if (!moved) place = places.close(place);
  }
  return output;
}

/** How often each revision occurs in the lists. */
function countInto(lists: Lists): Int32Array {
  const counts = new Int32Array(lists.length);
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i] ?? none;
    for (let k = 0; k < list.length; k++) {
      const p = list[k] ?? 0;
      counts[p] = (counts[p] ?? 0) + 1;
    }
  }
  return counts;
}
