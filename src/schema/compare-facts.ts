/** What two lists of facts differ in. */
import { type Fact, inKeyOrder } from "./fact.ts";
import { specOf } from "./kinds.ts";

/** Structural equality of two bodies, some attributes aside. */
export function sameBody(have: Fact, want: Fact, ignored: readonly string[]): boolean {
  if (have.body === want.body) return true;
  // Bodies are plain objects with the same attributes; only here are they looked at without knowing the kind.
  const a = have.body as unknown as Readonly<Record<string, unknown>>;
  const b = want.body as unknown as Readonly<Record<string, unknown>>;
  for (const name in b) {
    const [x, y] = [a[name], b[name]];
    if (x === y) continue;
    if (x === null || y === null || typeof x !== "object" || typeof y !== "object") {
      if (!ignored.includes(name)) return false;
    } else if (!sameValue(x, y) && !ignored.includes(name)) return false;
  }
  return true;
}

function sameValue(x: object, y: object): boolean {
  if (!Array.isArray(x) || !Array.isArray(y)) return JSON.stringify(x) === JSON.stringify(y);
  return x.length === y.length && x.every((one, at) => one === y[at] || JSON.stringify(one) === JSON.stringify(y[at]));
}

/** What two sorted lists of facts differ in. */
interface Difference {
  readonly removed: readonly Fact[];
  readonly added: readonly Fact[];
  readonly changed: (readonly [have: Fact, want: Fact])[];
}

/** Walks both lists side by side: no table of keys is made for what is the same. */
export function compareFacts(have: readonly Fact[], want: readonly Fact[]): Difference {
  const [left, right] = [inKeyOrder(have), inKeyOrder(want)];
  const removed: Fact[] = [];
  const added: Fact[] = [];
  const changed: (readonly [Fact, Fact])[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [left[i], right[j]];
    if (a === undefined && b === undefined) return { removed, added, changed };
    if (b === undefined || (a !== undefined && a.key < b.key)) {
      if (a !== undefined) removed.push(a);
      i += 1;
    } else if (a === undefined || a.key !== b.key) {
      added.push(b);
      j += 1;
    } else {
      if (!sameBody(a, b, specOf(a).ignored)) changed.push([a, b]);
      i += 1;
      j += 1;
    }
  }
}
