/** Renames between names that stay: two columns that change places, or one that takes the name that another gives up. */
import type { Rename } from "../../schema/mod.ts";

/**
 * Brings renames into an order in which every new name is free, by way of a name in between where they go round in a
 * circle. What leads to a name that is neither new (`come`) nor given up by another of the renames is left out.
 *
 * ```ts
 * exchanges([{ kind: "column", from: ["public", "t", "a"], to: ["public", "t", "b"] }, …b to a], () => false);
 * // a to b__1, b to a, b__1 to b
 * ```
 */
export function exchanges(asked: readonly Rename[], come: (rename: Rename) => boolean): readonly Rename[] {
  let left = possible(asked, come);
  const ordered: Rename[] = [];
  while (left.length > 0) {
    const busy = new Set(left.map(({ kind, from }) => keyOf(kind, from)));
    const ready = left.find(({ kind, to }) => !busy.has(keyOf(kind, to)));
    const [first] = left;
    if (ready !== undefined) {
      ordered.push(ready);
      left = left.filter((one) => one !== ready);
    } else if (first !== undefined) {
      const between = nameBetween(first, busy);
      ordered.push({ ...first, to: between });
      left = [{ ...first, from: between }, ...left.slice(1)];
    }
  }
  return ordered;
}

const keyOf = (kind: string, name: readonly string[]): string => JSON.stringify([kind, name]);

/** Renames whose new names will be free, each thing and each name once. */
function possible(asked: readonly Rename[], come: (rename: Rename) => boolean): readonly Rename[] {
  let left = asked.filter(({ kind, from, to }, at) =>
    asked.findIndex((one) => keyOf(one.kind, one.from) === keyOf(kind, from)) === at &&
    asked.findIndex((one) => keyOf(one.kind, one.to) === keyOf(kind, to)) === at
  );
  for (;;) {
    const given = new Set(left.map(({ kind, from }) => keyOf(kind, from)));
    const next = left.filter((one) => come(one) || given.has(keyOf(one.kind, one.to)));
    if (next.length === left.length) return left;
    left = next;
  }
}

/** Longest name of PostgreSQL, in bytes, with room for what is put behind it. */
const longestBytes = 63 - "__9".length;

function nameBetween({ kind, to }: Rename, busy: ReadonlySet<string>): readonly string[] {
  let name = to.at(-1) ?? "";
  while (Buffer.byteLength(name) > longestBytes) name = name.slice(0, -1);
  const named = (number: number) => [...to.slice(0, -1), `${name}__${number}`];
  let number = 1;
  while (busy.has(keyOf(kind, named(number)))) number++;
  return named(number);
}
