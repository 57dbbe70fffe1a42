/** What tables get from those that they inherit from, and when it is theirs to make or drop. */
import type { Plan } from "./action.ts";
import { type Fact, type FactOf, isKind, keyOf } from "./fact.ts";
import { specOf } from "./kinds.ts";
import type { Side } from "./side.ts";

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

/** Foreign keys that point at a partitioned table, or at one above it. */
export function referencesTo(partitioned: readonly string[], side: Side): readonly FactOf<"constraint">[] {
  const table = keyOf("table", partitioned);
  const found = new Map<string, FactOf<"constraint">>();
  for (const { key } of side.childrenOf(table, "column")) {
    for (const one of side.dependents(key)) {
      if (!isKind(one, "constraint") || one.body.type !== "f") continue;
      // A key's own columns are among what it needs.
      const own = keyOf("table", one.name.slice(0, 2)) === table;
      if (!own || !one.body.columns.some((column) => keyOf("column", [...partitioned, column]) === key)) {
        found.set(one.key, one);
      }
    }
  }
  const above = side.childrenOf(table, "inheritance").flatMap((tie) => referencesTo(tie.name.slice(2), side));
  return [...found.values(), ...above];
}

/** Keys of the ties of partitions, near or far, of the table that a foreign key points at. */
export function partitionsPointedAt(fact: Fact, side: Side): readonly string[] {
  if (!isKind(fact, "constraint") || fact.body.type !== "f") return [];
  const below = (table: string): readonly string[] =>
    side.dependents(table).flatMap((tie) =>
      isKind(tie, "inheritance") && tie.body.bound !== null ? [tie.key, ...below(tie.parent ?? "")] : []
    );
  return [...new Set(fact.needs.map((need) => side.at(need, "column")?.parent ?? ""))].flatMap(below);
}

/** Whether a table inherits from none and is inherited by none. */
export function isAlone(table: Fact, side: Side): boolean {
  return side.childrenOf(table.key, "inheritance").length === 0 &&
    !side.dependents(table.key).some((one) => one.kind === "inheritance");
}

/** Whether a NOT NULL that stays comes to the heirs: it was NO INHERIT before. */
export function bequeaths({ changes }: Plan, key: string): boolean {
  const change = changes.changed.get(key);
  return change !== undefined && isKind(change.have, "notNull") && isKind(change.want, "notNull") &&
    change.have.body.noInherit && !change.want.body.noInherit;
}

/** Keys of NOT NULL constraints that a parent lets go, which an heir drops after that. */
export function letGo({ have, changes }: Plan, fact: Fact): ReadonlySet<string> {
  const found = new Set<string>();
  if (!isKind(fact, "notNull")) return found;
  for (const parent of specOf(fact).inheritedFrom(fact, have)) {
    const change = changes.changed.get(parent);
    if (change !== undefined && isKind(change.want, "notNull") && change.want.body.noInherit) found.add(parent);
  }
  return found;
}

/** Keys of changed NOT NULL constraints of the tables that inherit from that of one, near or far. */
export function changedBelow(plan: Plan, fact: Fact): readonly string[] {
  if (!isKind(fact, "notNull")) return [];
  const ties = [plan.have, plan.want].flatMap((side) => side.dependents(keyOf("table", fact.name.slice(0, 2))));
  return ties.flatMap((tie) => {
    if (!isKind(tie, "inheritance") || plan.changes.dropped.has(tie.key)) return [];
    const key = keyOf("notNull", [...tie.name.slice(0, 2), fact.name[2] ?? ""]);
    const heir = plan.want.get(key) ?? plan.have.get(key);
    return [...plan.changes.changed.has(key) ? [key] : [], ...heir === null ? [] : changedBelow(plan, heir)];
  });
}
