import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { type KindSpec, replace } from "../kind.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** The clauses between the brackets. */
  options: z.array(z.string()),
});
export type OperatorBody = Readonly<z.infer<typeof body>>;

const symbol = (fact: FactOf<"operator">) => `${quoteIdentifier(fact.name[0] ?? "")}.${fact.name[1]}`;
const signature = (fact: FactOf<"operator">) => `${symbol(fact)} (${fact.name[2]}, ${fact.name[3]})`;

const other = (oid: string) =>
  `(SELECT 'OPERATOR(' || pg_catalog.quote_ident(xn.nspname) || '.' || x.oprname || ')' FROM pg_catalog.pg_operator x
    JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = ${oid} AND x.oprcode <> 0)`;

export const operator: KindSpec<"operator"> = {
  rank: 26,
  query: () =>
    `SELECT ${address("operator", "o.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, o.oprname, CASE WHEN o.oprleft = 0 THEN 'NONE'
        ELSE pg_catalog.format_type(o.oprleft, NULL) END, pg_catalog.format_type(o.oprright, NULL)) AS name,
      ${roleOf("o.oprowner")} AS owner,
      json_build_object('options', (SELECT json_agg(x) FROM unnest(ARRAY['FUNCTION = ' || o.oprcode::regproc::text,
        CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) END,
        'RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL),
        'COMMUTATOR = ' || ${other("o.oprcom")}, 'NEGATOR = ' || ${other("o.oprnegate")},
        'RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc::text,
        'JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc::text,
        CASE WHEN o.oprcanmerge THEN 'MERGES' END, CASE WHEN o.oprcanhash THEN 'HASHES' END]) x
        WHERE x IS NOT NULL)) AS body
    FROM pg_catalog.pg_operator o JOIN ns n ON n.oid = o.oprnamespace WHERE o.oprcode <> 0`,
  body,
  create: (fact) => [
    step(
      `CREATE OPERATOR ${symbol(fact)} (\n  ${fact.body.options.join(",\n  ")}\n)`,
      `Create operator ${signature(fact)}`,
    ),
  ],
  alter: () => replace,
  drop: (fact) => [step(`DROP OPERATOR ${signature(fact)}`, `Drop operator ${signature(fact)}`)],
  target: (fact) => ({ type: "OPERATOR", name: signature(fact) }),
};
