/** Where rows of tables hold values of a type: in columns, and in the arrays, domains and composite types of columns. */
import { type Fact, type FactOf, isKind, keyOf } from "./fact.ts";
import type { Side } from "./side.ts";

const typeKinds = new Set(["enum", "domain", "composite", "range"]);

/** Whether a fact is a type. */
export function isType(fact: Fact): boolean {
  return typeKinds.has(fact.kind);
}

/** Whether a table's column, or a table as a whole, is of the type, directly or by a type in between. */
export function holdsColumns(type: Fact, side: Side): boolean {
  return side.dependents(type.key).some((user) => user.kind === "table" || stores(user, side));
}

/** Whether what is made of a type is a column, or leads to one. */
export function stores(user: Fact, side: Side): boolean {
  if (user.kind === "attribute") return holdsAttribute(user, side);
  return user.kind === "column" || (isType(user) && holdsColumns(user, side));
}

function holdsAttribute(attribute: Fact, side: Side): boolean {
  const composite = attribute.parent === null ? null : side.get(attribute.parent);
  return composite !== null && holdsColumns(composite, side);
}

/** Whether a table has a type in which this one is an element or an attribute. */
export function isContained(type: Fact, side: Side): boolean {
  return side.dependents(type.key).some((user) => {
    if (isKind(user, "column")) return user.body.type.endsWith("]");
    if (isKind(user, "domain")) {
      return user.body.type.endsWith("]") ? holdsColumns(user, side) : isContained(user, side);
    }
    return isKind(user, "attribute") ? holdsAttribute(user, side) : user.kind === "range" && holdsColumns(user, side);
  });
}

/**
 * Columns that hold whole rows of a table (`x users`, `xs users[]`, or by another type): PostgreSQL changes no type of the
 * table's own columns while they do. One whose table's rows are in another column comes after that.
 */
export function rowHolders(table: string, side: Side): readonly FactOf<"column">[] {
  const found = new Map<string, FactOf<"column">>();
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const user of side.dependents(key)) {
      if (user.kind === "domain" || user.kind === "range") visit(user.key);
      else if (user.kind === "attribute" && user.parent !== null) visit(user.parent);
      if (!isKind(user, "column")) continue;
      const owner = keyOf("table", user.name.slice(0, 2));
      visit(owner);
      // That of an heir changes with its parent's; what a foreign table shows is stored elsewhere.
      const own = user.body.local || !user.body.inherited;
      if (own && owner !== table && side.at(owner, "table")?.body.relation !== "f") found.set(user.key, user);
    }
  };
  visit(table);
  return [...found.values()];
}
