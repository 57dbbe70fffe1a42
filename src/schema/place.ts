/** Where actions stand that nothing else orders. */
import type { Action, Verb } from "./action.ts";
import type { Fact } from "./fact.ts";
import { specOf } from "./kinds.ts";

/** Dropped late, after what depends on them has gone over to something else; all the rest is dropped early. */
const lastDrops = new Set([
  "column",
  "table",
  "enum",
  "domain",
  "composite",
  "range",
  "schema",
  "extension",
  "sequence",
]);

/** The place of an action on a fact. */
export function orderOf(verb: Verb, fact: Fact): Action["order"] {
  const spec = specOf(fact);
  if (verb === "finish") return [3, -spec.rank, 0, fact.key];
  if (verb !== "drop") return [1, spec.rank, spec.position(fact), fact.key];
  return [lastDrops.has(fact.kind) ? 2 : 0, -spec.rank, spec.position(fact), fact.key];
}

/** Compares places: phase, rank, position, key. */
export function byOrder(a: Action["order"], b: Action["order"]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0);
}
