import type { Graph } from "./types.ts";

/** A set of revisions by number: 1 for those that are in it. */
export type Mask = Uint8Array;

/** All that can be reached from `starts` over `edges`, the starts included. Takes no call stack, however deep. */
export function reach(edges: readonly (readonly number[])[], starts: Iterable<number>): Mask {
  const seen = new Uint8Array(edges.length);
  const todo: number[] = [];
  for (const start of starts) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    todo.push(start);
  }
  for (let i = todo.pop(); i !== undefined; i = todo.pop()) {
    for (const next of edges[i] ?? []) {
      if (seen[next] === 1) continue;
      seen[next] = 1;
      todo.push(next);
    }
  }
  return seen;
}

/** The lineage of a revision: its ancestors and descendants by down edges, and itself. */
export function lineageOf(graph: Graph, i: number): Mask {
  return either(reach(graph.index.parents, [i]), reach(graph.index.children, [i]));
}

/** The union of two masks. */
export function either(a: Mask, b: Mask): Mask {
  return a.map((value, i) => value | (b[i] ?? 0));
}

/** The numbers in a mask, in load order. */
export function members(mask: Mask): number[] {
  const list: number[] = [];
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) list.push(i);
  return list;
}

/** The known ids of `ids`, as a mask. */
export function maskOf(graph: Graph, ids: Iterable<string>): Mask {
  const mask = new Uint8Array(graph.ids.length);
  for (const id of ids) {
    const i = graph.index.number.get(id);
    if (i !== undefined) mask[i] = 1;
  }
  return mask;
}

/** The known ids of `ids` as numbers, in load order, each once. */
export function numbersOf(graph: Graph, ids: Iterable<string>): number[] {
  return members(maskOf(graph, ids));
}

/** What the revisions of a mask need over `edges`, by any number of steps: themselves only if another needs them. */
export function belowMask(edges: readonly (readonly number[])[], mask: Mask): Mask {
  const starts: number[] = [];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 1) { for (const next of edges[i] ?? []) starts.push(next); }
  }
  return reach(edges, starts);
}

/** Numbers as ids. */
export function idsOf(graph: Graph, numbers: Iterable<number>): string[] {
  return Array.from(numbers, (i) => graph.ids[i] ?? "");
}
