/** What an heir keeps by itself when the table that it has it from loses it. */
import { type Fact, isKind, keyOf } from "./fact.ts";
import type { Side } from "./side.ts";

/** Facts that heirs have from the tables that they inherit from. */
type Inheritable = Extract<Fact, { readonly kind: "column" | "notNull" | "constraint" }>;

/** Whether heirs have such a fact too when a table gets it: columns, NOT NULL and checks. */
export function isInheritable(fact: Fact): fact is Inheritable {
  return isKind(fact, "column") || isKind(fact, "notNull") || isKind(fact, "constraint") && fact.body.type === "c";
}

/**
 * Whether a fact that its table loses stays with an heir that had it by inheritance alone: then it is dropped from ONLY
 * that table, which makes it the heirs' own. `lasting` says which ties are there at that time.
 */
export function keptBelow(fact: Fact, have: Side, want: Side, lasting: (tie: string) => boolean = () => true): boolean {
  if (!isInheritable(fact) || want.get(fact.key) !== null) return false;
  return have.dependents(keyOf("table", fact.name.slice(0, 2))).some((tie) => {
    // Partitions have the columns and checks of their table, which takes no ONLY for these.
    if (!isKind(tie, "inheritance") || tie.body.bound !== null || !lasting(tie.key)) return false;
    const heir = have.get(keyOf(fact.kind, [...tie.name.slice(0, 2), fact.name[2] ?? ""]));
    if (heir === null || !isInheritable(heir)) return false;
    const to = want.get(heir.key);
    if (to === null || !isInheritable(to)) return !heir.body.local && keptBelow(heir, have, want, lasting);
    // Before PostgreSQL 18, NOT NULL is each table's own.
    if (fact.kind === "notNull" && have.snapshot.serverVersion < 180000) return true;
    return !heir.body.local && to.body.local;
  });
}
