/** The actions that move a type or a table aside, and drop it when its content has gone over. */
import { type Action, alone, empty, type Plan } from "./action.ts";
import type { Fact } from "./fact.ts";
import type { Sides } from "./kind.ts";
import { specOf } from "./kinds.ts";
import { uncastSteps } from "./moved-attributes.ts";
import { parkedName, parkSteps } from "./park.ts";
import { orderOf } from "./place.ts";

/** A plan as the kinds see it. */
export function sidesOf({ have, want, changes }: Plan): Sides {
  return { have, want, destroyed: (key) => changes.dropped.has(key) };
}

/** Moving aside, and dropping what was moved when its content has gone over. */
export function parkActions(
  plan: Plan,
  fact: Fact,
  { ends, uses, frees }: { ends: ReadonlySet<string>; uses: ReadonlySet<string>; frees: readonly string[] },
): Action[] {
  const aside = `${fact.key} aside`;
  const base = { ...alone, wants: empty, hopes: empty, takes: [], parts: [], fact };
  // What the columns of a table need is needed until it is dropped.
  const later = new Set(
    [...uses].filter((key) =>
      /^(enum|domain|composite|range|collation|sequence|function):/.test(key) &&
      !(fact.kind === "domain" && key.startsWith("function:"))
    )
      .map((key) => plan.changes.parked.has(key) ? `${key} aside` : key),
  );
  // What it holds has gone over, but for columns that nobody wants any more.
  const losesData = plan.have.childrenOf(fact.key, "column").some((column) =>
    column.body.generated === null && plan.want.get(column.key) === null
  );
  const park: Action = {
    ...base,
    verb: "park",
    makes: new Set([aside]),
    ends,
    uses,
    frees,
    steps: () => parkSteps(fact, plan, plan.changes.dropped),
    order: orderOf("alter", fact),
  };
  const finish: Action = {
    ...base,
    verb: "finish",
    makes: new Set([`${fact.key} gone`]),
    ends: new Set([aside]),
    uses: later,
    frees: [],
    wants: new Set([aside, ...plan.changes.created.has(fact.key) ? [fact.key] : []]),
    steps: () => [
      ...uncastSteps(fact.key, sidesOf(plan)),
      ...specOf(fact).drop({ ...fact, name: parkedName(fact) }, plan.have, plan.want).map((one) => ({
        ...one,
        losesData,
      })),
    ],
    order: orderOf("finish", fact),
  };
  return [park, finish];
}
