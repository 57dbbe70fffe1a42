import { problem } from "../base/problem.ts";
import { type Identifier, parseIdentifier } from "./identifier.ts";
import { walkOrder } from "./order.ts";
import { idsOf, type Mask, maskOf, members, reach } from "./reach.ts";
import { branchLineage, closureOf, resolveName, resolveOne } from "./resolve.ts";
import { planOf, tipNumbers } from "./tips.ts";
import type { Graph, Plan } from "./types.ts";
import { walkDown, walkUp } from "./walk.ts";

/** Where `B@+N` starts when no tip is on B: the topmost applied revisions of its lineage; none: base. */
function startsBelow(graph: Graph, tips: readonly number[], lineage: Mask): number[] {
  const active = members(closureOf(graph, tips)).filter((i) => lineage[i] === 1);
  const followed = new Set(active.flatMap((i) => graph.index.allParents[i] ?? []));
  return active.filter((i) => !followed.has(i));
}

/** `+N` and `B@+N`: from the only tip, or the only place where B's lineage is applied. */
function aboveTips(
  graph: Graph,
  tips: readonly number[],
  identifier: Identifier,
  steps: number,
  clamp: boolean,
): number | null {
  const { text, branch } = identifier;
  const lineage = branchLineage(graph, branch);
  const onBranch = tips.filter((tip) => lineage === null || lineage[tip] === 1);
  const starts = onBranch.length === 0 && lineage !== null ? startsBelow(graph, tips, lineage) : onBranch;
  if (starts.length > 1) {
    const names = idsOf(graph, starts);
    throw problem("revision/multiple-tips", { text, tips: names, forms: names.map((id) => `${id}@+${steps}`) });
  }
  return walkUp(graph, starts[0] ?? null, steps, lineage, { text, clamp });
}

/**
 * What an upgrade target names. `starts` is where `+N` counts from; `clamp` lets a walk stop at the end instead of
 * failing, as history does.
 */
export function upTargets(
  graph: Graph,
  applied: ReadonlySet<string>,
  text: string,
  starts: readonly number[],
  clamp: boolean,
): number[] {
  const identifier = parseIdentifier(text);
  const { offset, name, branch } = identifier;
  if (offset === null) return resolveName(graph, identifier, applied);
  const steps = Math.abs(offset);
  const up = identifier.sign === "+";
  if (name === null && (!up || steps === 0)) {
    throw problem("revision/wrong-direction", { text, direction: "up", tips: idsOf(graph, starts) });
  }
  const found = name === null
    ? aboveTips(graph, starts, identifier, steps, clamp)
    : up
    ? walkUp(graph, resolveOne(graph, identifier, applied), steps, branchLineage(graph, branch), { text, clamp })
    : walkDown(graph, resolveOne(graph, identifier, applied), steps, { text, clamp });
  return found === null ? [] : [found];
}

/** Fails when one of several targets needs another: most likely a slip, and Alembic refuses it too. */
export function checkOverlap(graph: Graph, targets: readonly number[]): void {
  if (targets.length < 2) return;
  const { allParents } = graph.index;
  const needed = reach(allParents, targets.flatMap((target) => allParents[target] ?? []));
  if (!targets.some((target) => needed[target] === 1)) return;
  for (const target of targets) {
    const below = reach(allParents, allParents[target] ?? []);
    const others = targets.filter((other) => below[other] === 1);
    if (others.length === 0) continue;
    const [id = ""] = idsOf(graph, [target]);
    throw problem("revision/overlapping-targets", { id, others: idsOf(graph, others) });
  }
}

/**
 * The route up to `targets` from what is applied: everything they need, themselves included, that is not applied, in
 * Alembic's order. Nothing to do is an empty plan. Revisions that are pending below applied ones are in the route when
 * the target needs them; {@link outOfOrder} says which those are.
 *
 * ```ts
 * planUp(graph, new Set(["a1"]), "heads").steps.map((step) => step.id); // ["b2", "c3"]
 * ```
 */
export function planUp(graph: Graph, applied: ReadonlySet<string>, targets: string | readonly string[]): Plan {
  const texts = typeof targets === "string" ? [targets] : targets;
  const have = maskOf(graph, applied);
  const tips = tipNumbers(graph, have);
  const wanted = [...new Set(texts.flatMap((text) => upTargets(graph, applied, text, tips, false)))];
  checkOverlap(graph, wanted);
  const todo = closureOf(graph, wanted);
  let pending = false;
  for (let i = 0; i < todo.length; i++) {
    if (have[i] === 1) todo[i] = 0;
    pending ||= todo[i] === 1;
  }
  return planOf(graph, have, pending ? walkOrder(graph, todo, wanted).reverse() : [], "up");
}
