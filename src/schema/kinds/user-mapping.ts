import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { changeForeignOptions, foreignOptions } from "../options.ts";
import { step } from "../statement.ts";

const body = z.object({ options: z.nullable(z.array(z.string())) });
export type UserMappingBody = Readonly<z.infer<typeof body>>;

const where = (name: readonly string[]) =>
  `${name[1] === "" ? "PUBLIC" : quoteIdentifier(name[1] ?? "")} SERVER ${quoteIdentifier(name[0] ?? "")}`;

export const userMapping: KindSpec<"userMapping"> = {
  rank: 29,
  query: () =>
    `SELECT ${address("userMapping", "m.umid")} AS id, NULL AS parent,
      json_build_array(m.srvname, CASE WHEN m.umuser = 0 THEN '' ELSE m.usename END) AS name,
      json_build_object('options', to_json(m.umoptions)) AS body
    FROM pg_catalog.pg_user_mappings m`,
  body,
  create: (fact) => [
    step(
      `CREATE USER MAPPING FOR ${where(fact.name)}${foreignOptions(fact.body.options)}`,
      `Create the user mapping of ${where(fact.name)}`,
    ),
  ],
  alter: (have, want) => {
    const options = changeForeignOptions(have.body.options, want.body.options);
    if (options === "") return alterBy([]);
    const sql = `ALTER USER MAPPING FOR ${where(want.name)} ${options}`;
    return alterBy([step(sql, `Change the user mapping of ${where(want.name)}`)]);
  },
  drop: (fact) => [step(`DROP USER MAPPING FOR ${where(fact.name)}`, `Drop the user mapping of ${where(fact.name)}`)],
};
