/** What tables get from those that they inherit from, and when it is theirs to make or drop. */
import type { Plan } from "./actions.ts";
import { type Fact, isKind, keyOf } from "./fact.ts";
import { specOf } from "./kinds.ts";

/** Whether what happens to `parentKey`'s fact happens to this one by inheritance. */
export function bound(plan: Plan, fact: Fact, parentKey: string): boolean {
  if (parentKey.startsWith("attribute:")) return typed(plan, fact);
  return linked(plan, fact, parentKey) && !isLocal(fact);
}

/** Whether a column's table is of a composite type before and after: ALTER TYPE … CASCADE changes it. */
function typed({ have, want }: Plan, fact: Fact): boolean {
  const table = keyOf("table", fact.name.slice(0, 2));
  const [before, after] = [have.at(table, "table")?.body.ofType ?? null, want.at(table, "table")?.body.ofType ?? null];
  return before !== null && before === after;
}

function isLocal(fact: Fact): boolean {
  if (isKind(fact, "column") || isKind(fact, "notNull") || isKind(fact, "constraint")) return fact.body.local;
  return true;
}

function isInherited(fact: Fact): boolean {
  return (isKind(fact, "column") || isKind(fact, "notNull") || isKind(fact, "constraint")) && fact.body.inherited;
}

function linked(plan: Plan, fact: Fact, parentKey: string): boolean {
  const parent = plan.have.get(parentKey) ?? plan.want.get(parentKey);
  if (parent === null) return false;
  const link = plan.have.find("inheritance", [...fact.name.slice(0, 2), ...parent.name.slice(0, 2)]);
  return link !== null && !plan.changes.dropped.has(link.key);
}

/**
 * By dropped fact, those that heirs have themselves as well and that they drop too: they are the heirs' to drop only when
 * the parent's are gone.
 */
export function inheritedDrops(plan: Plan, rootOf: (key: string) => string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const key of plan.changes.dropped) {
    const fact = plan.have.get(key);
    if (fact === null || !isInherited(fact) || rootOf(key) !== key) continue;
    for (const parent of specOf(fact).inheritedFrom(fact, plan.have)) {
      if (!plan.changes.dropped.has(parent) || !linked(plan, fact, parent)) continue;
      const root = rootOf(parent);
      found.set(root, [...found.get(root) ?? [], key]);
    }
  }
  return found;
}

/** Keys of the new columns of the same name in the tables that inherit from a column's table. */
export function heirColumns({ want, changes }: Plan, column: Fact): readonly string[] {
  return want.dependents(keyOf("table", column.name.slice(0, 2))).flatMap((tie) => {
    if (tie.kind !== "inheritance" || changes.created.has(tie.key)) return [];
    const heir = want.find("column", [...tie.name.slice(0, 2), column.name[2] ?? ""]);
    return heir !== null && heir.body.local && changes.created.has(heir.key) ? [heir.key] : [];
  });
}
