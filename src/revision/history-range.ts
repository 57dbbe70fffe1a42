import { problem } from "../base/problem.ts";
import { type Identifier, parseIdentifier } from "./identifier.ts";
import { walkOrder } from "./order.ts";
import { checkOverlap, upTargets } from "./plan-up.ts";
import { idsOf, numbersOf, reach } from "./reach.ts";
import { branchLineage, closureOf, lookUp, resolveName, resolveOne } from "./resolve.ts";
import type { Graph } from "./types.ts";
import { walkDown, walkUp } from "./walk.ts";

function splitRange(range: string): { readonly from: string; readonly to: string } {
  const [from, to, ...rest] = range.trim().split(":");
  if (from === undefined || to === undefined || rest.length > 0) {
    throw problem("revision/range-syntax", { text: range, use: "history" });
  }
  return { from: from === "" ? "base" : from, to: to === "" ? "heads" : to };
}

/** `-N` and `B@-N` at the lower end: N before the upper end, which must then be one revision. */
function belowUpper(graph: Graph, upper: readonly number[], identifier: Identifier): number | null {
  const { text, branch, offset } = identifier;
  const lineage = branchLineage(graph, branch);
  const starts = upper.filter((i) => lineage === null || lineage[i] === 1);
  const [start] = starts;
  if (starts.length > 1) {
    const names = idsOf(graph, starts);
    throw problem("revision/multiple-tips", { text, tips: names, forms: names.map((id) => `${text}:${id}`) });
  }
  if (start === undefined) throw problem("revision/no-tip", { text, branch, tips: idsOf(graph, upper) });
  return walkDown(graph, start, Math.abs(offset ?? 0), { text, clamp: true });
}

/** The lower end: none for base; a walk that would go past base stops there. */
function lowerEnd(
  graph: Graph,
  applied: ReadonlySet<string>,
  identifier: Identifier,
  upper: () => readonly number[],
): number[] {
  const { text, name, offset, sign, branch } = identifier;
  if (offset === null) return resolveName(graph, identifier, applied);
  if (name === null) {
    if (sign === "+") throw problem("revision/relative-not-here", { text });
    const found = belowUpper(graph, upper(), identifier);
    return found === null ? [] : [found];
  }
  const start = resolveOne(graph, identifier, applied);
  const options = { text, clamp: true };
  const found = sign === "+"
    ? walkUp(graph, start, offset, branchLineage(graph, branch), options)
    : walkDown(graph, start, -offset, options);
  return found === null ? [] : [found];
}

/**
 * Upper targets narrowed to the branch of the lower end, as in `shop@base:heads`: those that carry its label, or for an
 * id without exactly one label, those of its lineage.
 */
function narrow(graph: Graph, targets: readonly number[], { branch }: Identifier): readonly number[] {
  if (branch === null) return targets;
  const id = graph.ids[lookUp(graph, branch, null)] ?? "";
  const labels = graph.labelsOf(id);
  const label = graph.get(id).labels.includes(branch) ? branch : labels.length === 1 ? labels[0] : undefined;
  if (label !== undefined) return targets.filter((i) => graph.labelsOf(graph.ids[i] ?? "").includes(label));
  const lineage = branchLineage(graph, branch);
  return targets.filter((i) => lineage?.[i] === 1);
}

/**
 * The ids of a history range, newest first; null is everything. `A:B` includes A and follows only what descends from A
 * by parents, `A:` goes to the heads, `:B` starts at base. Either end may be `current` or relative: `-3:current` is the
 * three before current and current, `A:+2` the two after A. A walk past an end stops there.
 *
 * ```ts
 * historyRange(graph, new Set(["a1"]), "current:"); // ["c3", "b2", "a1"]
 * ```
 */
export function historyRange(graph: Graph, applied: ReadonlySet<string>, range: string | null): readonly string[] {
  if (range === null) {
    const all = new Uint8Array(graph.ids.length).fill(1);
    return idsOf(graph, walkOrder(graph, all, numbersOf(graph, graph.realHeads)));
  }
  const { from, to } = splitRange(range);
  const lower = parseIdentifier(from);
  const relativeUp = /^(?:[^@]+@)?\+/.test(to);
  const upperFrom = (starts: readonly number[]): number[] => upTargets(graph, applied, to, starts, true);
  const starts = relativeUp ? lowerEnd(graph, applied, lower, () => upperFrom([])) : [];
  const targets = narrow(graph, upperFrom(starts), lower);
  checkOverlap(graph, targets);
  const lowers = relativeUp ? starts : lowerEnd(graph, applied, lower, () => targets);
  checkOverlap(graph, lowers);
  const todo = closureOf(graph, targets);
  const outside = lowers.find((i) => todo[i] === 0);
  if (outside !== undefined) {
    throw problem("revision/not-ancestor", { from: graph.ids[outside] ?? from, to, text: `${from}:${to}` });
  }
  if (lowers.length > 0) keepAbove(graph, todo, lowers);
  return idsOf(graph, walkOrder(graph, todo, targets));
}

/** Keeps in `todo` only `lowers` and what descends from them by parents without being needed by one of them. */
function keepAbove(graph: Graph, todo: Uint8Array, lowers: readonly number[]): void {
  const below = closureOf(graph, lowers);
  const above = reach(graph.index.children, lowers);
  for (let i = 0; i < todo.length; i++) if (below[i] === 1 || above[i] === 0) todo[i] = 0;
  for (const i of lowers) todo[i] = 1;
}
