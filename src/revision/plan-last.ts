import { problem } from "../base/problem.ts";
import { idsOf, maskOf } from "./reach.ts";
import { planOf, Tips } from "./tips.ts";
import type { Graph, Plan } from "./types.ts";

/**
 * The route that takes the applied tip back, `count` times: a merge goes by itself, where `-1` would ask to which of its
 * parents. Throws `revision/no-tip`, `revision/multiple-tips` and `revision/too-far`.
 *
 * ```ts
 * planLast(graph, new Set(["a1", "b1", "b2", "merge"]), 1).steps.map((step) => step.id); // ["merge"]
 * ```
 */
export function planLast(graph: Graph, applied: ReadonlySet<string>, count: number): Plan {
  const have = maskOf(graph, applied);
  const tips = new Tips(graph, have);
  const order: number[] = [];
  const text = `-${count}`;
  while (order.length < count) {
    const [tip, ...others] = tips.list();
    if (tip === undefined) {
      if (order.length === 0) throw problem("revision/no-tip", { text, branch: null, tips: [] });
      const from = graph.ids[order[0] ?? 0] ?? null;
      throw problem("revision/too-far", { text, asked: count, available: order.length, from, direction: "down" });
    }
    if (others.length > 0) {
      const names = idsOf(graph, [tip, ...others]);
      const forms = names.map((id) => `migrate down ${id}@-1, then migrate up ${id}`);
      throw problem("revision/multiple-tips", { text, tips: names, forms });
    }
    order.push(tip);
    tips.drop(tip);
  }
  return planOf(graph, have, order, "down");
}
