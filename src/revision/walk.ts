import { type Problem, problem } from "../base/problem.ts";
import { idsOf, type Mask, numbersOf } from "./reach.ts";
import type { Graph } from "./types.ts";

/** How a walk behaves: `text` is what the user typed, for errors; a clamped walk stops at the end instead of failing. */
export interface WalkOptions {
  readonly text: string;
  readonly clamp: boolean;
}

function nameOf(graph: Graph, i: number | null): string | null {
  return i === null ? null : graph.ids[i] ?? null;
}

/** What to type instead of a relative form that meets several ways on, with `left` steps still to go after them. */
function ways(graph: Graph, children: readonly number[], text: string, left: number): string[] {
  return children.map((child) => {
    const id = graph.ids[child] ?? "";
    const name = graph.get(id).labels[0] ?? id;
    if (/^[+-]\d+$/.test(text)) return `${name}@${text}`;
    return left > 0 ? `${name}+${left}` : name;
  });
}

/** `base+0` is a slip: taken as base, it would undo everything. */
function nowhere(text: string, direction: "up" | "down"): Problem {
  return problem("revision/too-far", { text, asked: 0, available: 0, from: null, direction });
}

/**
 * The revision `steps` down-children above `start` (null: base), going only through `lineage`. Several children are a
 * `revision/fork`; too few are `revision/too-far`, unless the walk is clamped.
 */
export function walkUp(
  graph: Graph,
  start: number | null,
  steps: number,
  lineage: Mask | null,
  { text, clamp }: WalkOptions,
): number | null {
  if (start === null && steps === 0 && !clamp) throw nowhere(text, "up");
  let at = start;
  for (let step = 0; step < steps; step++) {
    const above = at === null ? numbersOf(graph, graph.bases) : graph.index.children[at] ?? [];
    const children = lineage === null ? above : above.filter((child) => lineage[child] === 1);
    const [next] = children;
    if (next === undefined) {
      if (clamp) return at;
      const from = nameOf(graph, start);
      throw problem("revision/too-far", { text, asked: steps, available: step, from, direction: "up" });
    }
    if (children.length > 1) {
      const names = idsOf(graph, children);
      const forms = ways(graph, children, text, steps - step - 1);
      throw problem("revision/fork", { text, at: nameOf(graph, at), children: names, forms });
    }
    at = next;
  }
  return at;
}

/**
 * The revision `steps` parents below `start`, or null for base, which is one step below a revision without parents.
 * Several parents are a `revision/merge-point`; more steps than there are, `revision/too-far`, unless clamped.
 */
export function walkDown(
  graph: Graph,
  start: number | null,
  steps: number,
  { text, clamp }: WalkOptions,
): number | null {
  if (start === null && steps === 0 && !clamp) throw nowhere(text, "down");
  let at = start;
  for (let step = 0; step < steps; step++) {
    if (at === null) {
      if (clamp) return null;
      const from = nameOf(graph, start);
      throw problem("revision/too-far", { text, asked: steps, available: step, from, direction: "down" });
    }
    const id = graph.ids[at] ?? "";
    const { parents } = graph.get(id);
    if (parents.length > 1) throw problem("revision/merge-point", { text, at: id, parents: [...new Set(parents)] });
    at = graph.index.parents[at]?.[0] ?? null;
  }
  return at;
}
