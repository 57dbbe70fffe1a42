import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import { type FactOf, keyOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** The clauses between the brackets. */
  options: z.array(z.string()),
  /** Commutator and negator that are only named as yet, by the names that such an operator has. */
  shells: z.array(z.array(z.string())),
});
export type OperatorBody = Readonly<z.infer<typeof body>>;

interface Named {
  readonly name: readonly string[];
}

const symbol = ({ name }: Named) => `${quoteIdentifier(name[0] ?? "")}.${name[1]}`;
const signature = (fact: Named) => `${symbol(fact)} (${fact.name[2]}, ${fact.name[3]})`;

/** Functions that an operator can be given or lose at any time. */
const estimates = ["RESTRICT", "JOIN"];

function optionOf(fact: FactOf<"operator">, name: string): string | null {
  return fact.body.options.find((text) => text.startsWith(`${name} = `))?.slice(name.length + 3) ?? null;
}

const other = (oid: string) =>
  `(SELECT 'OPERATOR(' || pg_catalog.quote_ident(xn.nspname) || '.' || x.oprname || ')' FROM pg_catalog.pg_operator x
    JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = ${oid})`;

const namesOf = (alias: string, schema: string) =>
  `json_build_array(${schema}.nspname, ${alias}.oprname, CASE WHEN ${alias}.oprleft = 0 THEN 'NONE'
    ELSE pg_catalog.format_type(${alias}.oprleft, NULL) END, pg_catalog.format_type(${alias}.oprright, NULL))`;

export const operator: KindSpec<"operator"> = {
  rank: 26,
  query: () =>
    `SELECT ${address("operator", "o.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      ${namesOf("o", "n")} AS name,
      ${roleOf("o.oprowner")} AS owner,
      json_build_object('options', (SELECT json_agg(x) FROM unnest(ARRAY['FUNCTION = ' || o.oprcode::regproc::text,
        CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || pg_catalog.format_type(o.oprleft, NULL) END,
        'RIGHTARG = ' || pg_catalog.format_type(o.oprright, NULL),
        'COMMUTATOR = ' || ${other("o.oprcom")}, 'NEGATOR = ' || ${other("o.oprnegate")},
        'RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc::text,
        'JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc::text,
        CASE WHEN o.oprcanmerge THEN 'MERGES' END, CASE WHEN o.oprcanhash THEN 'HASHES' END]) x
        WHERE x IS NOT NULL), 'shells', (SELECT coalesce(json_agg(${
      namesOf("x", "xn")
    } ORDER BY x.oid = o.oprnegate), '[]')
        FROM pg_catalog.pg_operator x JOIN pg_catalog.pg_namespace xn ON xn.oid = x.oprnamespace
        WHERE x.oid IN (o.oprcom, o.oprnegate) AND x.oprcode = 0)) AS body
    FROM pg_catalog.pg_operator o JOIN ns n ON n.oid = o.oprnamespace WHERE o.oprcode <> 0`,
  body,
  create: (fact) => [
    step(
      `CREATE OPERATOR ${symbol(fact)} (\n  ${fact.body.options.join(",\n  ")}\n)`,
      `Create operator ${signature(fact)}`,
    ),
  ],
  alter: (have, want) => {
    const named = new Set(have.body.shells.map((name) => keyOf("operator", name)));
    // What was only named comes by its own statement; dropping it takes the name out of the other again.
    if (!want.body.shells.every((name) => named.has(keyOf("operator", name)))) return replace;
    const sets = estimates.filter((name) => optionOf(have, name) !== optionOf(want, name));
    const rest = ({ body }: FactOf<"operator">) => body.options.filter((text) => !/^(RESTRICT|JOIN) = /.test(text));
    if (rest(have).join() !== rest(want).join()) return replace;
    if (sets.length === 0) return alterBy([]);
    const sql = `ALTER OPERATOR ${signature(want)} SET (${
      sets.map((name) => `${name} = ${optionOf(want, name) ?? "NONE"}`).join(", ")
    })`;
    return alterBy([step(sql, `Change the estimates of operator ${signature(want)}`)]);
  },
  // PostgreSQL leaves a named one behind, and it would hold its schema.
  drop: (fact, _have, want) =>
    [fact, ...fact.body.shells.filter((name) => want.find("operator", name) === null).map((name) => ({ name }))]
      .map((one) => step(`DROP OPERATOR ${signature(one)}`, `Drop operator ${signature(one)}`)),
  target: (fact) => ({ type: "OPERATOR", name: signature(fact) }),
};
