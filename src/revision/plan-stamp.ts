import { parseIdentifier } from "./identifier.ts";
import { idsOf, members, numbersOf, reach } from "./reach.ts";
import { closureOf, lookUp, resolveAbsolute } from "./resolve.ts";
import { missing, tipsOf } from "./tips.ts";
import type { Graph, Stamp } from "./types.ts";

/**
 * The revisions whose lineages a target takes over: what it names, or for `B@base` the branch. Null: all of them,
 * which is what `base` by itself does.
 */
function anchorsOf(graph: Graph, text: string, targets: readonly number[]): readonly number[] | null {
  if (targets.length > 0) return targets;
  const { branch } = parseIdentifier(text);
  if (branch === null) return null;
  return graph.ids.length === 0 ? [] : [lookUp(graph, branch, null)];
}

/** The applied tips that a target replaces: those that its anchors need or that need them, over both kinds of edges. */
function touched(graph: Graph, tips: readonly number[], anchors: readonly number[] | null): readonly number[] {
  if (anchors === null) return tips;
  const above = reach(graph.index.allChildren, anchors);
  const below = closureOf(graph, anchors);
  return tips.filter((tip) => above[tip] === 1 || below[tip] === 1);
}

/**
 * What `stamp` does to the applied set: for the lineages that the targets touch it becomes exactly what the targets
 * need, themselves included; other branches keep theirs. `base` empties it, `B@base` takes a branch off; with `purge`
 * nothing is kept, unknown ids included. Several targets are one operation.
 *
 * ```ts
 * planStamp(graph, new Set(["a1"]), ["heads"], { purge: false }).add; // ["b2", "c3"]
 * ```
 */
export function planStamp(
  graph: Graph,
  applied: ReadonlySet<string>,
  targets: readonly string[],
  { purge }: { readonly purge: boolean },
): Stamp {
  const have = numbersOf(graph, applied);
  const tipsBefore = tipsOf(graph, applied);
  const tips = numbersOf(graph, tipsBefore);
  const replaced = new Set<number>(purge ? tips : []);
  const wanted: number[] = [];
  for (const text of targets) {
    const found = resolveAbsolute(graph, text, applied);
    wanted.push(...found);
    for (const tip of touched(graph, tips, anchorsOf(graph, text, found))) replaced.add(tip);
  }
  const kept = closureOf(graph, tips.filter((tip) => !replaced.has(tip)));
  const after = closureOf(graph, wanted);
  for (const i of have) if (kept[i] === 1) after[i] = 1;
  const afterIds = idsOf(graph, members(after));
  const unknown = purge ? missing(graph, applied) : [];
  return {
    add: afterIds.filter((id) => !applied.has(id)),
    remove: [...idsOf(graph, have.filter((i) => after[i] === 0)), ...unknown],
    tipsBefore,
    tipsAfter: tipsOf(graph, afterIds),
  };
}
