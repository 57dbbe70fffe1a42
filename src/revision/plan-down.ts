import { problem } from "../base/problem.ts";
import { type Identifier, parseIdentifier } from "./identifier.ts";
import { walkOrder } from "./order.ts";
import { idsOf, maskOf, numbersOf, reach } from "./reach.ts";
import { branchLineage, closureOf, lookUp, resolveOne } from "./resolve.ts";
import { planOf, tipNumbers } from "./tips.ts";
import type { Graph, Plan } from "./types.ts";
import { walkDown, walkUp } from "./walk.ts";

/** What a downgrade goes back to: a revision, or null for base; with a branch, only what is on its path goes. */
interface Destination {
  readonly target: number | null;
  readonly branch: string | null;
  /** Counted from the applied tip, so that there is something to undo even when a gap is where the count ends. */
  readonly fromTip: boolean;
}

/** The applied tip that `-N` or `B@-N` counts from. */
function startOf(graph: Graph, tips: readonly number[], { text, branch }: Identifier): number {
  const lineage = branchLineage(graph, branch);
  let starts = tips.filter((tip) => lineage === null || lineage[tip] === 1);
  if (starts.length === 0 && lineage !== null) {
    const active = closureOf(graph, tips);
    const onBranch = [...active.keys()].filter((i) => active[i] === 1 && lineage[i] === 1);
    starts = onBranch.filter((i) => !(graph.index.children[i] ?? []).some((child) => active[child] === 1));
  }
  const [start] = starts;
  if (start === undefined) throw problem("revision/no-tip", { text, branch, tips: idsOf(graph, tips) });
  if (starts.length > 1) {
    const offset = /-\d+$/.exec(text)?.[0] ?? "";
    const names = idsOf(graph, starts);
    throw problem("revision/multiple-tips", { text, tips: names, forms: formsFor(graph, names, offset) });
  }
  return start;
}

/** `branch@-N` for each tip: by a label that only this tip has, else by its id. */
function formsFor(graph: Graph, tips: readonly string[], offset: string): string[] {
  return tips.map((id) => {
    const own = graph.labelsOf(id).find((label) =>
      tips.every((tip) => tip === id || !graph.labelsOf(tip).includes(label))
    );
    return `${own ?? id}@${offset}`;
  });
}

function destinationOf(graph: Graph, applied: ReadonlySet<string>, tips: readonly number[], text: string): Destination {
  const identifier = parseIdentifier(text);
  const { branch, name, offset, sign } = identifier;
  if (branch !== null) lookUp(graph, branch, null); // a misspelt `B@base` must not undo everything
  if (offset === null) return { target: resolveOne(graph, identifier, applied), branch, fromTip: false };
  const steps = Math.abs(offset);
  const options = { text, clamp: false };
  if (name !== null) {
    const start = resolveOne(graph, identifier, applied);
    const target = sign === "+"
      ? walkUp(graph, start, steps, branchLineage(graph, branch), options)
      : walkDown(graph, start, steps, options);
    return { target, branch, fromTip: false };
  }
  if (sign === "+" || steps === 0) {
    throw problem("revision/wrong-direction", { text, direction: "down", tips: idsOf(graph, tips) });
  }
  const start = startOf(graph, tips, identifier);
  return { target: walkDown(graph, start, steps, options), branch: branch ?? graph.ids[start] ?? null, fromTip: true };
}

/** The revisions that a downgrade starts to undo: what follows the target by down edges, or the bases. */
function rootsOf(graph: Graph, { target, branch }: Destination, text: string): readonly number[] {
  const roots = target === null ? numbersOf(graph, graph.bases) : graph.index.children[target] ?? [];
  if (branch === null || roots.length < 2) return roots;
  const path = reach(graph.index.parents, [lookUp(graph, branch, null)]);
  const chosen = roots.filter((root) => path[root] === 1);
  if (chosen.length > 0) return chosen;
  const at = target === null ? "base" : graph.ids[target] ?? "";
  const children = idsOf(graph, roots);
  const forms = children.map((child) => `${child}@${at}`);
  throw problem("revision/not-on-path", { target: text, branch, at, children, forms });
}

/**
 * The route down to `target`: everything applied that descends from its down-children over both kinds of edges goes,
 * in reverse of an order in which it could have come. The target stays, its siblings stay, and what only depends on it
 * stays. `base` drops everything, `branch@id` only what is on the way to branch, `-N` counts from the only tip.
 *
 * ```ts
 * planDown(graph, new Set(["a1", "b2", "c3"]), "-1").steps.map((step) => step.id); // ["c3"]
 * ```
 */
export function planDown(graph: Graph, applied: ReadonlySet<string>, target: string): Plan {
  const have = maskOf(graph, applied);
  const tips = tipNumbers(graph, have);
  const destination = destinationOf(graph, applied, tips, target);
  const roots = rootsOf(graph, destination, target);
  const todo = reach(graph.index.allChildren, roots);
  let some = false;
  for (let i = 0; i < todo.length; i++) {
    if (have[i] === 0) todo[i] = 0;
    some ||= todo[i] === 1;
  }
  const at = destination.target;
  const known = at === null || destination.fromTip || have[at] === 1;
  if (at !== null && (!known || (!some && !tips.includes(at)))) {
    throw problem("revision/not-applied", { target, id: graph.ids[at] ?? "", tips: idsOf(graph, tips) });
  }
  return planOf(graph, have, some ? walkOrder(graph, todo, tips) : [], "down");
}
