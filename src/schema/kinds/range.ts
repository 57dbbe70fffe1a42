import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { type KindSpec, replace } from "../kind.ts";
import { qualified, typeSlot } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  subtype: z.string(),
  /** Quoted names; null where it is what PostgreSQL would take. */
  operatorClass: z.nullable(z.string()),
  collation: z.nullable(z.string()),
  canonical: z.nullable(z.string()),
  difference: z.nullable(z.string()),
  multirange: z.string(),
});
export type RangeBody = Readonly<z.infer<typeof body>>;

export const range: KindSpec<"range"> = {
  rank: 17,
  query: () =>
    `SELECT ${address("type", "t.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, t.typname) AS name, ${roleOf("t.typowner")} AS owner, ${aclOf("t.typacl")} AS acl,
      json_build_object('subtype', pg_catalog.format_type(r.rngsubtype, NULL),
        'operatorClass', (SELECT pg_catalog.quote_ident(on_.nspname) || '.' || pg_catalog.quote_ident(o.opcname)
          FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace on_ ON on_.oid = o.opcnamespace
          WHERE o.oid = r.rngsubopc AND NOT o.opcdefault),
        'collation', (SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname)
          FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace,
            pg_catalog.pg_type st WHERE co.oid = r.rngcollation AND st.oid = r.rngsubtype
            AND st.typcollation <> r.rngcollation),
        'canonical', nullif(r.rngcanonical, 0)::regproc::text,
        'difference', nullif(r.rngsubdiff, 0)::regproc::text,
        'multirange', m.typname) AS body
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
      JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid JOIN ns n ON n.oid = t.typnamespace`,
  body,
  create: (fact) => {
    const { subtype, operatorClass, collation, canonical, difference, multirange } = fact.body;
    const parts = [`subtype = ${subtype}`];
    if (operatorClass !== null) parts.push(`subtype_opclass = ${operatorClass}`);
    if (collation !== null) parts.push(`collation = ${collation}`);
    if (canonical !== null) parts.push(`canonical = ${canonical}`);
    if (difference !== null) parts.push(`subtype_diff = ${difference}`);
    parts.push(`multirange_type_name = ${quoteIdentifier(fact.name[0] ?? "")}.${quoteIdentifier(multirange)}`);
    const sql = `CREATE TYPE ${qualified(fact.name)} AS RANGE (\n  ${parts.join(",\n  ")}\n)`;
    return [step(sql, `Create range type ${qualified(fact.name)}`)];
  },
  alter: () => replace,
  drop: (fact) => [step(`DROP TYPE ${qualified(fact.name)}`, `Drop range type ${qualified(fact.name)}`)],
  slots: (fact) => [
    typeSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
    typeSlot(fact.name[0] ?? "", fact.body.multirange),
  ],
  target: (fact) => ({ type: "TYPE", name: qualified(fact.name), grant: "TYPE" }),
};
