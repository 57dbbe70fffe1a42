/** The right word that a wrong one was probably meant to be. */

/**
 * How many single edits (insert, delete, replace, swap neighbours) turn `a` into `b`: the optimal string alignment
 * distance (Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.1).
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The candidate nearest to `word`, or null when none is near enough to be meant (a third of its letters may differ;
 * a candidate that starts with the word is always near).
 *
 * ```ts
 * nearest("statsu", ["status", "stamp"]); // "status"
 * ```
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 0.5;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (lower.length >= 3 && other.startsWith(lower)) {
      if (bestDistance > 0.5) [best, bestDistance] = [candidate, 0.5];
      continue;
    }
    if (Math.abs(other.length - lower.length) > bestDistance) continue;
    const distance = editDistance(lower, other);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
