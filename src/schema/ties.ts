/** What ties of an heir must end and begin again, and when the heir has to be made anew for what is its parents' alone. */
import { type Fact, type FactOf, isKind, keyOf } from "./fact.ts";
import { isInheritable } from "./kept.ts";
import type { Side } from "./side.ts";

type Tie = FactOf<"inheritance">;

const plainTies = (table: string, side: Side): readonly Tie[] =>
  side.childrenOf(table, "inheritance").filter((tie) => tie.body.bound === null)
    .sort((a, b) => a.body.sequence - b.body.sequence);

const isPartition = (table: string, side: Side): boolean =>
  side.childrenOf(table, "inheritance").some((tie) => tie.body.bound !== null);

/** Columns, NOT NULL and checks of a table. */
function inheritable(table: string, side: Side) {
  return [...side.children(table), ...side.childrenOf(table, "column").flatMap((column) => side.children(column.key))]
    .filter(isInheritable);
}

/** Facts that are the parents' alone. NOT NULL is that from PostgreSQL 18 on. */
function onlyInherited(table: string, side: Side) {
  const named = side.snapshot.serverVersion >= 180000;
  return inheritable(table, side).filter((one) =>
    one.body.inherited && !one.body.local && (named || one.kind !== "notNull")
  );
}

/** The same fact in another table. */
function inTable(table: readonly string[], fact: Fact, side: Side) {
  const found = side.get(keyOf(fact.kind, [...table, fact.name[2] ?? ""]));
  if (found === null || !isInheritable(found)) return null;
  return "noInherit" in found.body && found.body.noInherit ? null : found;
}

/** Keys of the plain ties to tables that have such a fact. */
function bringers(table: string, fact: Fact, side: Side): readonly string[] {
  return plainTies(table, side).filter((tie) => inTable(tie.name.slice(2), fact, side) !== null).map((tie) => tie.key);
}

/** Whether two facts of the kinds that are inherited say the same to those that inherit. */
function alike(a: Fact, b: Fact): boolean {
  if (isKind(a, "column") && isKind(b, "column")) {
    return a.body.type === b.body.type && a.body.collation === b.body.collation &&
      JSON.stringify(a.body.generated) === JSON.stringify(b.body.generated);
  }
  if (isKind(a, "constraint") && isKind(b, "constraint")) return a.body.definition === b.body.definition;
  return a.kind === b.kind;
}

/**
 * Whether a new tie can begin before those that go have ended, so that what both parents have never becomes the heir's
 * own: the heir must be all that the parent asks for already, and the parent as it will be.
 */
export function goesFirst(tie: Tie, before: Side, after: Side): boolean {
  const [heir, parent] = [tie.name.slice(0, 2), tie.name.slice(2)];
  const table = keyOf("table", heir);
  if (tie.body.bound !== null || before.get(tie.key) !== null || isPartition(table, before)) return false;
  const [had, have] = [keyOf("table", parent), inheritable(keyOf("table", parent), after)];
  const settled = before.get(had) === null ||
    inheritable(had, before).length === have.length && have.every((one) => {
        const old = before.get(one.key);
        return old !== null && alike(old, one);
      });
  return settled && have.every((one) => {
    if ("noInherit" in one.body && one.body.noInherit) return true;
    const own = inTable(heir, one, before);
    return own !== null && alike(own, one);
  });
}

/** The column in which a column's type is changed: that of the first table that it comes from. */
function rootOf(column: FactOf<"column">, before: Side, after: Side): string {
  const table = keyOf("table", column.name.slice(0, 2));
  for (const tie of plainTies(table, before)) {
    const parent = before.find("column", [...tie.name.slice(2), column.name[2] ?? ""]);
    if (parent !== null && after.get(tie.key) !== null) return rootOf(parent, before, after);
  }
  return column.key;
}

/** Ties to tables whose columns change their type beside another parent's: a column's type changes from one place. */
function doubled(table: string, before: Side, after: Side): readonly string[] {
  const ties = plainTies(table, before).filter((tie) => after.get(tie.key) !== null);
  if (ties.length < 2) return [];
  const found: string[] = [];
  for (const column of before.childrenOf(table, "column")) {
    const to = after.at(column.key, "column");
    if (to === null || alike(column, to)) continue;
    const root = rootOf(column, before, after);
    for (const tie of ties) {
      const parent = before.find("column", [...tie.name.slice(2), column.name[2] ?? ""]);
      if (parent !== null && rootOf(parent, before, after) !== root) found.push(tie.key);
    }
  }
  return found;
}

/** Ties that have to begin again for their order: a new one is always the last. */
function outOfOrder(table: string, again: ReadonlySet<string>, before: Side, after: Side): readonly string[] {
  const wanted = plainTies(table, after).map((tie) => tie.key);
  const kept = plainTies(table, before).map((tie) => tie.key).filter((tie) => wanted.includes(tie) && !again.has(tie));
  const right = kept.findIndex((tie, at) => tie !== wanted[at]);
  return right < 0 ? [] : kept.slice(right);
}

/**
 * The ties to end and begin again: so that what was the parents' alone becomes the table's own as well, so that the ties
 * get their order, so that a column of two parents can change its type. Null when the table has to be made anew: only
 * CREATE TABLE makes a column that is the parents' alone, and ending a tie makes all that came by it the table's own.
 */
export function tiesToRenew(table: string, before: Side, after: Side): readonly string[] | null {
  if (isPartition(table, after)) return [];
  const lasting = (ties: readonly string[]) =>
    ties.filter((tie) => before.get(tie) !== null && after.get(tie) !== null);
  const inherited = onlyInherited(table, after);
  if (isPartition(table, before)) return inherited.length === 0 ? [] : null;
  const ties = new Set<string>(doubled(table, before, after));
  for (const one of inherited) {
    const old = before.get(one.key);
    const comes = old === null || isInheritable(old) && old.body.local;
    // A check and NOT NULL come anew with their parent's, a column that the table has stays its own.
    if (comes && (old?.kind === "column" || lasting(bringers(table, one, after)).length === 0)) return null;
  }
  for (const one of onlyInherited(table, before)) {
    const to = after.get(one.key);
    if (one.kind !== "column" || to === null || !isInheritable(to) || !to.body.inherited || !to.body.local) continue;
    for (const tie of lasting(bringers(table, one, before))) ties.add(tie);
  }
  for (const tie of outOfOrder(table, ties, before, after)) ties.add(tie);
  const first = plainTies(table, after).filter((tie) => goesFirst(tie, before, after)).map((tie) => tie.key);
  for (const one of inherited) {
    const old = before.get(one.key);
    if (old === null || !isInheritable(old) || old.body.local) continue;
    const stays = lasting(bringers(table, old, before)).some((tie) => !ties.has(tie));
    if (!stays && !bringers(table, one, after).some((tie) => first.includes(tie))) return null;
  }
  return [...ties];
}

/** Whether the heir of a plain tie has columns or constraints that are its parents' alone. */
export function hasFromParents(tie: Fact, side: Side): boolean {
  return isKind(tie, "inheritance") && tie.body.bound === null && tie.parent !== null &&
    onlyInherited(tie.parent, side).length > 0;
}
