import { z } from "zod/mini";
import { quoteLiteral } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import { type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({ default: z.boolean(), from: z.string(), to: z.string(), function: z.string() });
export type ConversionBody = Readonly<z.infer<typeof body>>;

export const conversion: KindSpec<"conversion"> = {
  rank: 27,
  query: () =>
    `SELECT ${address("conversion", "c.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, c.conname) AS name, ${roleOf("c.conowner")} AS owner,
      json_build_object('default', c.condefault, 'from', pg_catalog.pg_encoding_to_char(c.conforencoding),
        'to', pg_catalog.pg_encoding_to_char(c.contoencoding), 'function', c.conproc::regproc::text) AS body
    FROM pg_catalog.pg_conversion c JOIN ns n ON n.oid = c.connamespace`,
  body,
  create: ({ name, body }) => {
    const sql = `CREATE ${body.default ? "DEFAULT " : ""}CONVERSION ${qualified(name)} FOR ${
      quoteLiteral(body.from)
    } TO ${quoteLiteral(body.to)} FROM ${body.function}`;
    return [step(sql, `Create conversion ${qualified(name)}`)];
  },
  alter: () => replace,
  drop: (fact) => [step(`DROP CONVERSION ${qualified(fact.name)}`, `Drop conversion ${qualified(fact.name)}`)],
  target: (fact) => ({ type: "CONVERSION", name: qualified(fact.name) }),
};
