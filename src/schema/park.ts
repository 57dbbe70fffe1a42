/** Moving a type or a table aside while its content goes over to a new one of the same name. */
import { quoteIdentifier } from "../sql/quote.ts";
import { type Fact, type FactOf, isKind } from "./fact.ts";
import { carryOn } from "./kinds/identity.ts";
import { falls } from "./kinds/sequence.ts";
import { aside, list, own, qualified, tableOf } from "./names.ts";
import type { Side } from "./side.ts";
import { type Step, step } from "./statement.ts";
import { renewedOf, usingFor } from "./type-change.ts";

/** The names of a fact that was moved aside. */
export function parkedName(fact: { readonly name: readonly string[] }): readonly string[] {
  return aside(fact, "old");
}

/** Moves a fact aside, under its parked name. */
export function parkSteps(fact: Fact, have: Side): readonly Step[] {
  if (isKind(fact, "range")) return rangeSteps(fact, have);
  return [rename(fact)];
}

/**
 * A range type's constructor functions keep their names when it is renamed, so it cannot stand aside: the columns hold
 * text meanwhile.
 */
function rangeSteps(fact: FactOf<"range">, have: Side): readonly Step[] {
  const steps: Step[] = [];
  for (const user of have.dependents(fact.key)) {
    if (isKind(user, "column") && !user.body.inherited) steps.push(...textSteps(user));
  }
  return [...steps, step(`DROP TYPE ${qualified(fact.name)}`, `Drop range type ${qualified(fact.name)}`)];
}

/** Lets a column hold text for a while, or an array of texts. It shares its statement with nothing else. */
export function textSteps(column: FactOf<"column">): readonly Step[] {
  const type = column.body.type.endsWith("[]") ? "text[]" : "text";
  const where = `${qualified(column.name)}.${own(column)}`;
  const sql = `ALTER TABLE ${qualified(column.name)} ALTER COLUMN ${own(column)} TYPE ${type} USING ${
    own(column)
  }::${type}`;
  const effects = { lock: "ACCESS EXCLUSIVE", on: tableOf(column), rewrites: true, scans: true } as const;
  return [step(sql, `Let column ${where} hold text meanwhile`, effects)];
}

function rename(fact: Fact): Step {
  const kind = /^(table|domain|collation)$/.test(fact.kind) ? fact.kind.toUpperCase() : "TYPE";
  const [from, to] = [qualified(fact.name), quoteIdentifier(parkedName(fact)[1] ?? "")];
  return step(`ALTER ${kind} ${from} RENAME TO ${to}`, `Move ${kind.toLowerCase()} ${from} aside`, {
    ...(fact.kind === "table" ? { lock: "ACCESS EXCLUSIVE", on: fact.key } : {}),
  });
}

/** Copies the rows of a table that was moved aside into its successor: the columns that both have. */
export function fillStep(fact: Fact, have: Side, want: Side, parked: ReadonlySet<string>): readonly Step[] {
  const kept = want.childrenOf(fact.key, "column")
    .filter((column) => column.body.generated === null && have.get(column.key) !== null)
    .sort((a, b) => a.body.position - b.body.position);
  const columns = kept.map((column) => column.name[2] ?? "");
  const sides = { have, want, destroyed: (key: string) => parked.has(key) };
  const values = kept.map((column) => {
    const before = have.at(column.key, "column");
    if (before === null) return own(column);
    return usingFor(before, column, sides, renewedOf(before, column, parked)).using ?? own(column);
  });
  if (columns.length === 0) return [];
  const always = want.childrenOf(fact.key, "column").some((column) =>
    want.childrenOf(column.key, "identity").some((one) => one.body.always)
  );
  const from = qualified(parkedName(fact));
  const sql = `INSERT INTO ${qualified(fact.name)} (${list(columns)})${
    always ? " OVERRIDING SYSTEM VALUE" : ""
  } SELECT ${values.join(", ")} FROM ${from}`;
  const does = `Copy the rows of ${qualified(fact.name)} into its new form`;
  // It locks nothing: nobody sees the new table yet, and RENAME took the lock that keeps others off the old one.
  const copy = step(sql, does, { on: fact.key, rewrites: true, scans: true });
  const identities = want.childrenOf(fact.key, "column").flatMap((column) => want.childrenOf(column.key, "identity"));
  return [
    copy,
    ...identities.filter((one) => !falls(one.body)).map((one) => carryOn({ ...one.body, name: one.name }, false)),
  ];
}
