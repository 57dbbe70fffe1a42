import type { GraphIndex, Revision } from "./types.ts";

const none: readonly string[] = [];

function union(lists: readonly (readonly string[])[]): readonly string[] {
  const filled = lists.filter((list) => list.length > 0);
  const [first = none] = filled;
  if (filled.every((list) => list === first)) return first;
  return [...new Set(filled.flat())].sort();
}

/**
 * The branch labels that reach each revision, sorted. A label spreads to all down-descendants; it also spreads upward,
 * to what its revision follows, as long as everything from the tip of the branch to there is one plain line: no
 * revision with two children (dependents count), none with two parents.
 *
 * Lists are shared between revisions that have the same labels: 10,000 revisions in a line hold one list.
 */
export function spreadLabels(revisions: readonly Revision[], index: GraphIndex): readonly (readonly string[])[] {
  const labels: (readonly string[])[] = revisions.map(() => none);
  for (const i of index.order) {
    const own = revisions[i]?.labels ?? none;
    const inherited = (index.parents[i] ?? []).map((parent) => labels[parent] ?? none);
    labels[i] = own.length === 0 && inherited.length === 1
      ? inherited[0] ?? none
      : union([[...own].sort(), ...inherited]);
  }
  if (revisions.every((revision) => revision.labels.length === 0)) return labels;
  const plain = (i: number): boolean =>
    (index.allChildren[i] ?? []).length < 2 && (revisions[i]?.parents.length ?? 0) < 2;
  for (let tip = 0; tip < revisions.length; tip++) {
    if ((index.children[tip] ?? []).length > 0) continue;
    // on a plain line labels spread both ways, so all of it has what reaches its tip
    const all = labels[tip] ?? none;
    for (let i: number | undefined = tip; i !== undefined && plain(i); i = index.parents[i]?.[0]) labels[i] = all;
  }
  return labels;
}
