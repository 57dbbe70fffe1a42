import { nearest } from "../base/nearest.ts";
import { type Problem, problem, throwAll } from "../base/problem.ts";
import { checkRevisions, cycleProblems, type Edges } from "./check.ts";
import { spreadLabels } from "./labels.ts";
import type { Flags, Graph, GraphIndex, Revision } from "./types.ts";

const none: readonly number[] = [];

type Lists = readonly (readonly number[])[];

/** Turns lists of what each revision needs (nothing twice) into lists of what needs it, in load order. */
function turnRound(lists: Lists): number[][] {
  const turned: number[][] = [];
  for (let i = 0; i < lists.length; i++) turned.push([]);
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i] ?? none;
    for (let k = 0; k < list.length; k++) turned[list[k] ?? 0]?.push(i);
  }
  return turned;
}

/** Every number once, after all that it needs; numbers on or above a cycle are left out (Kahn 1962). */
function topologicalOrder(allParents: Lists, allChildren: Lists): Int32Array {
  const size = allParents.length;
  const needs = new Int32Array(size);
  const order = new Int32Array(size);
  let end = 0;
  for (let i = 0; i < size; i++) {
    const count = allParents[i]?.length ?? 0;
    needs[i] = count;
    if (count === 0) order[end++] = i;
  }
  for (let next = 0; next < end; next++) {
    const children = allChildren[order[next] ?? 0] ?? none;
    for (let k = 0; k < children.length; k++) {
      const child = children[k] ?? 0;
      const left = (needs[child] ?? 0) - 1;
      needs[child] = left;
      if (left === 0) order[end++] = child;
    }
  }
  return order.subarray(0, end);
}

function indexOf({ number, names, parents, dependencies }: Edges): GraphIndex {
  const unique = (list: readonly number[]): readonly number[] => list.length < 2 ? list : [...new Set(list)];
  const once = parents.map(unique);
  const plain = dependencies.every((list) => list.length === 0);
  const deps = plain ? dependencies : dependencies.map(unique);
  const allParents = plain ? once : once.map((list, i) => {
    const extra = deps[i] ?? none;
    return extra.length === 0 ? list : unique([...list, ...extra]);
  });
  const children = turnRound(once);
  const allChildren = plain ? children : turnRound(allParents);
  const order = topologicalOrder(allParents, allChildren);
  return { number, names, parents: once, dependencies: deps, allParents, children, allChildren, order };
}

/** A value that is made when it is first asked for. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * Builds and checks the graph of `revisions`, which stand in load order (directories in configured order, file names
 * sorted): load order breaks ties and orders heads.
 *
 * Throws everything that is wrong at once: cycles through either kind of edge, self-loops, missing parents and
 * dependencies, ids and labels used twice or with illegal characters, and the problems that reading the files `found`.
 *
 * ```ts
 * const graph = buildGraph([
 *   { id: "a1", parents: [], dependsOn: [], labels: [], message: "", created: null, file: null },
 *   { id: "b2", parents: ["a1"], dependsOn: [], labels: [], message: "", created: null, file: null },
 * ]);
 * graph.heads; // ["b2"]
 * ```
 */
export function buildGraph(revisions: readonly Revision[], found: readonly Problem[] = []): Graph {
  const { edges, problems } = checkRevisions(revisions);
  const index = indexOf(edges);
  if (index.order.length < revisions.length) problems.push(...cycleProblems(revisions, edges));
  throwAll([...found, ...problems]);
  const ids = revisions.map(({ id }) => id);
  const id = (i: number): string => ids[i] ?? "";
  const named = (list: readonly number[] | undefined): readonly string[] => (list ?? none).map(id);
  const only = (holds: (i: number) => boolean) => lazy(() => ids.filter((_, i) => holds(i)));
  const has = (lists: Lists, i: number): boolean => (lists[i] ?? none).length > 0;
  const heads = only((i) => !has(index.children, i));
  const realHeads = only((i) => !has(index.allChildren, i));
  const bases = only((i) => !has(index.parents, i));
  const realBases = only((i) => !has(index.allParents, i));
  const labels = lazy(() => spreadLabels(revisions, index));
  const at = (name: string): number => {
    const i = index.number.get(name);
    if (i === undefined) throw problem("revision/not-found", { name, nearest: nearest(name, ids) });
    return i;
  };
  const flags = (name: string): Flags => {
    const i = at(name);
    const head = !has(index.children, i);
    const realHead = !has(index.allChildren, i);
    return {
      head,
      realHead,
      effectiveHead: head && !realHead,
      base: !has(index.parents, i),
      realBase: !has(index.allParents, i),
      branchPoint: (index.children[i] ?? none).length > 1,
      mergePoint: (revisions[i]?.parents.length ?? 0) > 1,
    };
  };
  return {
    ids,
    revisions,
    index,
    has: (name) => index.number.has(name),
    get: (name) => revisions[at(name)] as Revision, // `at` gives a place in this list
    get heads() {
      return heads();
    },
    get realHeads() {
      return realHeads();
    },
    get bases() {
      return bases();
    },
    get realBases() {
      return realBases();
    },
    children: (name) => named(index.children[at(name)]),
    dependents: (name) => {
      const i = at(name);
      return named((index.allChildren[i] ?? none).filter((child) => index.dependencies[child]?.includes(i)));
    },
    dependencies: (name) => named(index.dependencies[at(name)]),
    labelsOf: (name) => labels()[at(name)] ?? [],
    flags,
  };
}
