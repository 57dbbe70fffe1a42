import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { type FactOf, keyOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { alterOnly, own, qualified, tableOf } from "../names.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { comesByInheritance, inheritedColumns } from "./column.ts";

const body = z.object({ expression: z.string() });
export type DefaultBody = Readonly<z.infer<typeof body>>;

function set(fact: FactOf<"default">, ...sides: Side[]): Step {
  return step(
    `${alterOnly(fact, ...sides)} ALTER COLUMN ${own(fact)} SET DEFAULT ${fact.body.expression}`,
    `Set the default of column ${qualified(fact.name)}.${own(fact)}`,
    { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) },
  );
}

export const defaultValue: KindSpec<"default"> = {
  rank: 33,
  query: () =>
    `SELECT ${address("attributeDefault", "d.oid")} AS id, ${address("relation", "c.oid", "a.attnum")} AS parent,
      json_build_array(n.nspname, c.relname, a.attname) AS name,
      json_build_object('expression', pg_catalog.pg_get_expr(d.adbin, d.adrelid)) AS body
    FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_class c ON c.oid = d.adrelid JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    WHERE a.attgenerated = '' AND c.relpersistence <> 't' AND c.relkind IN ('r', 'p', 'f', 'v')`,
  body,
  inline: (fact, want) => {
    const column = want.at(fact.parent, "column");
    if (column === null) return null;
    // A column that an heir gets from its parent brings the parent's default, and no place to write another.
    if (!comesByInheritance(column, want)) return `DEFAULT ${fact.body.expression}`;
    return inheritedColumns(fact.name, want).some((key) =>
        want.find("default", want.get(key)?.name ?? [])?.body.expression === fact.body.expression
      )
      ? ""
      : null;
  },
  create: (fact, want, _parts, have) => [set(fact, want, have)],
  alter: (_have, want, sides) => alterBy([set(want, sides.want, sides.have)]),
  drop: (fact, have, want) => [
    step(
      `${alterOnly(fact, have, want)} ALTER COLUMN ${own(fact)} DROP DEFAULT`,
      `Drop the default of column ${qualified(fact.name)}.${own(fact)}`,
      { lock: "ACCESS EXCLUSIVE", on: tableOf(fact) },
    ),
  ],
  inheritedFrom: (fact, side) =>
    inheritedColumns(fact.name, side).filter((key) => key.startsWith("column:"))
      .map((key) => keyOf("default", side.get(key)?.name ?? [])),
};
