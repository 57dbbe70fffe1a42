import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import { type FactOf, keyOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { keptBelow } from "../kept.ts";
import { alterAll, alterOnly, own, qualified, tableOf } from "../names.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { inheritedColumns } from "./column.ts";

const body = z.object({
  /** Its constraint's name; null before PostgreSQL 18, where it has none. */
  constraint: z.nullable(z.string()),
  validated: z.boolean(),
  noInherit: z.boolean(),
  local: z.boolean(),
  inherited: z.boolean(),
});
export type NotNullBody = Readonly<z.infer<typeof body>>;

/** The constraint's name when it is not the one that PostgreSQL would give, or would not give because it is taken. */
function chosenName(fact: FactOf<"notNull">, want: Side): string | null {
  const { constraint } = fact.body;
  if (constraint === null || constraint !== `${fact.name[1]}_${fact.name[2]}_not_null`) return constraint;
  const schema = fact.name[0] ?? "";
  // pg_dump makes parents first, and so do we: an heir's constraint of the same name comes later, but a new partition
  // is there before what a parent that stays still gets.
  const later = fact.body.inherited || getsPartition(tableOf(fact), want) || heirHadOne(fact, want);
  const shared = want.constraintsNamed(schema, constraint) > 1 && later;
  return shared || (want.before?.constraintsNamed(schema, constraint) ?? 0) > 0 ? constraint : null;
}

/** Whether an heir's column took no nulls before: its constraint may have got this name by now. */
function heirHadOne(fact: FactOf<"notNull">, want: Side): boolean {
  return want.dependents(tableOf(fact)).some((tie) =>
    tie.kind === "inheritance" &&
    (want.before?.find("notNull", [...tie.name.slice(0, 2), fact.name[2] ?? ""]) ?? null) !== null
  );
}

/** Whether a table that was there before gets a new partition, or one of its partitions does. */
function getsPartition(table: string, want: Side): boolean {
  const before = want.before;
  if (before === null || before.get(table) === null || want.at(table, "table")?.body.relation !== "p") return false;
  return want.dependents(table).some((one) =>
    one.kind === "inheritance" && one.parent !== null &&
    (before.get(one.parent) === null || getsPartition(one.parent, want))
  );
}

/** Whether CREATE TABLE … INHERITS gives it to the column; a partition is made whole and attached. */
export function broughtByInherits(fact: FactOf<"notNull">, want: Side): boolean {
  if (!fact.body.inherited || fact.body.local) return false;
  const ties = want.childrenOf(tableOf(fact), "inheritance");
  return ties.length > 0 && ties.every((tie) => tie.body.bound === null);
}

/** `[CONSTRAINT name] NOT NULL [NO INHERIT]`, as it stands in a column's definition. */
export function notNullText(fact: FactOf<"notNull">, want: Side): string {
  const name = chosenName(fact, want);
  const prefix = name === null ? "" : `CONSTRAINT ${quoteIdentifier(name)} `;
  return `${prefix}NOT NULL${fact.body.noInherit ? " NO INHERIT" : ""}`;
}

type NotNull = FactOf<"notNull">;

/** Adds it by its name; `scans`: the table's rows are read, because it took nulls before. */
export function asConstraint(fact: NotNull, want: Side, scans: boolean): Step {
  const table = alterAll(fact, want);
  const tail = `${fact.body.noInherit ? " NO INHERIT" : ""}${fact.body.validated ? "" : " NOT VALID"}`;
  const constraint = quoteIdentifier(fact.body.constraint ?? "");
  return step(
    `${table} ADD CONSTRAINT ${constraint} NOT NULL ${own(fact)}${tail}`,
    `Let column ${qualified(fact.name)}.${own(fact)} take no nulls`,
    { lock: "ACCESS EXCLUSIVE", on: tableOf(fact), scans, head: table },
  );
}

/** Gives it its new name. */
export function named(have: NotNull, want: NotNull, side: Side): Step {
  const [from, to] = [have, want].map(({ body }) => quoteIdentifier(body.constraint ?? ""));
  return step(
    `${alterAll(want, side)} RENAME CONSTRAINT ${from} TO ${to}`,
    `Rename the not-null constraint of ${qualified(want.name)}.${own(want)}`,
    { lock: "ACCESS EXCLUSIVE", on: tableOf(want) },
  );
}

/** Lets heirs have it, or leaves it to them as their own; `scans`: heirs get it whose rows have to be read. */
export function inherits(fact: NotNull, on: boolean, side: Side, scans = false): Step {
  return step(
    `${alterAll(fact, side)} ALTER CONSTRAINT ${quoteIdentifier(fact.body.constraint ?? "")} ${on ? "" : "NO "}INHERIT`,
    `Change who inherits the not-null constraint of ${qualified(fact.name)}.${own(fact)}`,
    { lock: "ACCESS EXCLUSIVE", on: tableOf(fact), scans },
  );
}

/** Looks at the rows that were there before it. */
export function validates(have: NotNull, want: NotNull, side: Side): readonly Step[] {
  if (have.body.validated || !want.body.validated) return [];
  const table = alterAll(want, side);
  const name = quoteIdentifier(want.body.constraint ?? have.body.constraint ?? "");
  return [step(
    `${table} VALIDATE CONSTRAINT ${name}`,
    `Validate the not-null constraint of ${qualified(want.name)}.${own(want)}`,
    { lock: "SHARE UPDATE EXCLUSIVE", on: tableOf(want), scans: true, head: table },
  )];
}

export const notNull: KindSpec<"notNull"> = {
  rank: 32,
  query: (version) =>
    version >= 180000
      ? `SELECT ${address("constraint", "k.oid")} AS id, ${address("relation", "c.oid", "a.attnum")} AS parent,
          json_build_array(n.nspname, c.relname, a.attname) AS name,
          json_build_object('constraint', k.conname, 'validated', k.convalidated, 'noInherit', k.connoinherit,
            'local', k.conislocal, 'inherited', k.coninhcount > 0) AS body
        FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
          JOIN ns n ON n.oid = c.relnamespace
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'n' AND c.relpersistence <> 't' AND c.relkind IN ('r', 'p', 'f')`
      : `SELECT 'notNull/' || c.oid || '/' || a.attnum AS id, ${address("relation", "c.oid", "a.attnum")} AS parent,
          json_build_array(n.nspname, c.relname, a.attname) AS name,
          json_build_object('constraint', NULL, 'validated', true, 'noInherit', false,
            'local', a.attislocal, 'inherited', a.attinhcount > 0) AS body
        FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE a.attnotnull AND c.relpersistence <> 't' AND c.relkind IN ('r', 'p', 'f')`,
  body,
  ignored: ["local", "inherited"],
  inline: (fact, want) => broughtByInherits(fact, want) ? "" : fact.body.validated ? notNullText(fact, want) : null,
  create: (fact, want) => {
    const where = `${qualified(fact.name)}.${own(fact)}`;
    const name = chosenName(fact, want);
    const table = alterAll(fact, want);
    const { validated, noInherit } = fact.body;
    const does = `Let column ${where} take no nulls`;
    const options = { lock: "ACCESS EXCLUSIVE", on: tableOf(fact), scans: validated, head: table } as const;
    if (name === null && validated && !noInherit) {
      return [step(`${table} ALTER COLUMN ${own(fact)} SET NOT NULL`, does, options)];
    }
    return [asConstraint(fact, want, validated)];
  },
  // Those of tables that inherit from each other change together: not-null-tree.ts.
  alter: (have, want, { want: side }) => {
    if (have.body.validated && !want.body.validated) return replace;
    const steps: Step[] = [];
    const [from, to] = [have.body.constraint, want.body.constraint];
    if (from !== null && to !== null && from !== to) steps.push(named(have, want, side));
    if (have.body.noInherit !== want.body.noInherit) steps.push(inherits(want, !want.body.noInherit, side));
    return alterBy([...steps, ...validates(have, want, side)]);
  },
  drop: (fact, have, want) => [
    step(
      `${keptBelow(fact, have, want) ? alterOnly(fact, have) : alterAll(fact, have)} ALTER COLUMN ${
        own(fact)
      } DROP NOT NULL`,
      `Let column ${qualified(fact.name)}.${own(fact)} take nulls`,
      { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) },
    ),
  ],
  target: (fact) =>
    fact.body.constraint === null
      ? null
      : { type: "CONSTRAINT", name: `${quoteIdentifier(fact.body.constraint)} ON ${qualified(fact.name)}` },
  inheritedFrom: (fact, side) =>
    inheritedColumns(fact.name, side).filter((key) => key.startsWith("column:"))
      .map((key) => keyOf("notNull", side.get(key)?.name ?? [])),
};
