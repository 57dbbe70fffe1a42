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

interface Both {
  readonly have: Side;
  readonly want: Side;
}

/** Moves a fact aside, under its parked name. */
export function parkSteps(fact: Fact, { have, want }: Both, dropped: ReadonlySet<string>): readonly Step[] {
  if (isKind(fact, "range")) return [rename(fact), ...rangeSteps(fact, want)];
  return [rename(fact), ...(isKind(fact, "domain") ? bareSteps(fact, have, dropped) : [])];
}

/** Takes off a domain that was moved aside what would hold functions that are made again. */
function bareSteps(fact: FactOf<"domain">, have: Side, dropped: ReadonlySet<string>): readonly Step[] {
  const holds = ({ needs }: Fact) => needs.some((need) => need.startsWith("function:") && dropped.has(need));
  const domain = `ALTER DOMAIN ${qualified(parkedName(fact))}`;
  const does = `Let domain ${qualified(parkedName(fact))} need no function`;
  return [
    ...(holds(fact) && fact.body.default !== null ? [step(`${domain} DROP DEFAULT`, does)] : []),
    ...have.childrenOf(fact.key, "domainConstraint").filter(holds)
      .map((one) => step(`${domain} DROP CONSTRAINT ${own(one)}`, does)),
  ];
}

/** Where a range type is renamed, its multirange type and constructors keep their names, which the new ones may need. */
function rangeSteps(fact: FactOf<"range">, want: Side): readonly Step[] {
  const [schema] = fact.name;
  const multirange = { name: [schema ?? "", fact.body.multirange] };
  const [type, many] = [qualified(fact.name), qualified(multirange.name)];
  const [old, oldMany] = [fact, multirange].map((one) => quoteIdentifier(parkedName(one)[1] ?? ""));
  const { subtype } = fact.body;
  const same = want.at(fact.key, "range")?.body.subtype === subtype;
  const functions = !same ? [] : [`${type}(${subtype}, ${subtype})`, `${type}(${subtype}, ${subtype}, text)`];
  return [
    step(`ALTER TYPE ${many} RENAME TO ${oldMany}`, `Move type ${many} aside`),
    ...functions.map((one) => step(`ALTER FUNCTION ${one} RENAME TO ${old}`, `Move a constructor of ${type} aside`)),
    step(`ALTER FUNCTION ${many}() RENAME TO ${oldMany}`, `Move a constructor of ${many} aside`),
  ];
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
