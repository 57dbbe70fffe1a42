import type { Graph } from "./types.ts";

const none: readonly number[] = [];

/** Which dependencies are shared: named by two or more revisions. Only those can be named again further up. */
function shared(graph: Graph): number[] {
  const counts = new Int32Array(graph.ids.length);
  for (const list of graph.index.dependencies) for (const d of list) counts[d] = (counts[d] ?? 0) + 1;
  return Array.from(counts.keys()).filter((d) => (counts[d] ?? 0) > 1);
}

/**
 * The dependencies of each revision without those that one of its down-ancestors names already: the edges that
 * Alembic's order walks. Takes one pass over the graph for every 32 shared dependencies, a bit each.
 */
export function normalizedDependencies(graph: Graph): readonly (readonly number[])[] {
  const { dependencies, parents, order } = graph.index;
  const candidates = shared(graph);
  if (candidates.length === 0) return dependencies;
  const result = dependencies.slice();
  const bit = new Int32Array(graph.ids.length);
  const below = new Int32Array(graph.ids.length);
  for (let from = 0; from < candidates.length; from += 32) {
    const chunk = candidates.slice(from, from + 32);
    chunk.forEach((d, k) => bit[d] = 1 << k);
    for (const i of order) {
      let named = 0;
      for (const p of parents[i] ?? none) {
        named |= below[p] ?? 0;
        for (const d of dependencies[p] ?? none) named |= bit[d] ?? 0;
      }
      below[i] = named;
      if (named === 0) continue;
      const own = result[i] ?? none;
      if (own.some((d) => ((bit[d] ?? 0) & named) !== 0)) {
        result[i] = own.filter((d) => ((bit[d] ?? 0) & named) === 0);
      }
    }
    for (const d of chunk) bit[d] = 0;
  }
  return result;
}
