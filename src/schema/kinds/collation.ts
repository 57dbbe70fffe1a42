import { z } from "zod/mini";
import { quoteLiteral } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import { type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** c: libc, i: ICU, b: builtin, d: default. */
  provider: z.string(),
  collate: z.nullable(z.string()),
  ctype: z.nullable(z.string()),
  locale: z.nullable(z.string()),
  rules: z.nullable(z.string()),
  deterministic: z.boolean(),
});
export type CollationBody = Readonly<z.infer<typeof body>>;

const providers: Readonly<Record<string, string>> = { b: "builtin", c: "libc", i: "icu" };

function definition(body: CollationBody): string {
  const parts = [`provider = ${providers[body.provider] ?? "libc"}`];
  if (body.locale !== null) parts.push(`locale = ${quoteLiteral(body.locale)}`);
  else if (body.collate === body.ctype && body.collate !== null) parts.push(`locale = ${quoteLiteral(body.collate)}`);
  else {
    if (body.collate !== null) parts.push(`lc_collate = ${quoteLiteral(body.collate)}`);
    if (body.ctype !== null) parts.push(`lc_ctype = ${quoteLiteral(body.ctype)}`);
  }
  if (!body.deterministic) parts.push("deterministic = false");
  if (body.rules !== null) parts.push(`rules = ${quoteLiteral(body.rules)}`);
  return parts.join(", ");
}

export const collation: KindSpec<"collation"> = {
  rank: 12,
  query: (version) => {
    const locale = version >= 170000 ? "c.colllocale" : version >= 150000 ? "c.colliculocale" : "NULL";
    const rules = version >= 160000 ? "c.collicurules" : "NULL";
    return `SELECT ${address("collation", "c.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, c.collname) AS name, ${roleOf("c.collowner")} AS owner,
      json_build_object('provider', c.collprovider, 'collate', c.collcollate, 'ctype', c.collctype,
        'locale', ${locale}, 'rules', ${rules}, 'deterministic', c.collisdeterministic) AS body
    FROM pg_catalog.pg_collation c JOIN ns n ON n.oid = c.collnamespace`;
  },
  body,
  create: (fact) => [
    step(
      `CREATE COLLATION ${qualified(fact.name)} (${definition(fact.body)})`,
      `Create collation ${qualified(fact.name)}`,
    ),
  ],
  alter: () => replace,
  drop: (fact) => [step(`DROP COLLATION ${qualified(fact.name)}`, `Drop collation ${qualified(fact.name)}`)],
  target: (fact) => ({ type: "COLLATION", name: qualified(fact.name) }),
};
