import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { qualified } from "../names.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { carryOn, isIndexed } from "./identity.ts";
import { falls } from "./sequence.ts";

const body = z.object({ column: z.array(z.string()) });
export type OwnedByBody = Readonly<z.infer<typeof body>>;

function set(fact: FactOf<"ownedBy">): Step {
  const column = `${qualified(fact.body.column)}.${quoteIdentifier(fact.body.column[2] ?? "")}`;
  return step(
    `ALTER SEQUENCE ${qualified(fact.name)} OWNED BY ${column}`,
    `Let column ${column} own sequence ${qualified(fact.name)}`,
  );
}

/** A new sequence of a column that was there, which holds values already, as serial makes it. */
function countOn(fact: FactOf<"ownedBy">, want: Side, have: Side): readonly Step[] {
  const name = fact.body.column;
  const [before, after] = [have.find("column", name), want.find("column", name)];
  const sequence = want.find("sequence", fact.name);
  if (before === null || after === null || sequence === null || have.get(sequence.key) !== null) return [];
  const feeds = want.find("default", name)?.needs.includes(sequence.key) === true;
  if (!feeds || !/^(smallint|integer|bigint)$/.test(after.body.type) || falls(sequence.body)) return [];
  const counted = { name, sequence: fact.name, increment: sequence.body.increment };
  return [carryOn(counted, isIndexed({ name }, have, want))];
}

export const ownedBy: KindSpec<"ownedBy"> = {
  rank: 36,
  query: () =>
    `SELECT 'ownedBy/' || d.objid AS id, ${address("relation", "d.objid")} AS parent,
      json_build_array(sn.nspname, s.relname) AS name,
      json_build_object('column', json_build_array(n.nspname, c.relname, a.attname)) AS body
    FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'
      JOIN ns sn ON sn.oid = s.relnamespace
      JOIN pg_catalog.pg_class c ON c.oid = d.refobjid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
    WHERE d.classid = 1259 AND d.refclassid = 1259 AND d.deptype = 'a' AND d.refobjsubid > 0
      AND s.relpersistence <> 't'`,
  body,
  create: (fact, want, _parts, have) => [set(fact), ...countOn(fact, want, have)],
  alter: (_have, want) => alterBy([set(want)]),
  drop: (fact) => [
    step(`ALTER SEQUENCE ${qualified(fact.name)} OWNED BY NONE`, `Let no column own sequence ${qualified(fact.name)}`),
  ],
};
