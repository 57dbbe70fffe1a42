import { z } from "zod/mini";
import { quoteIdentifier, quoteLiteral } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { own } from "../names.ts";
import { changeForeignOptions, foreignOptions } from "../options.ts";
import { step } from "../statement.ts";

const body = z.object({
  wrapper: z.string(),
  type: z.nullable(z.string()),
  version: z.nullable(z.string()),
  options: z.nullable(z.array(z.string())),
});
export type ServerBody = Readonly<z.infer<typeof body>>;

export const server: KindSpec<"server"> = {
  rank: 28,
  query: () =>
    `SELECT ${address("server", "s.oid")} AS id, NULL AS parent, json_build_array(s.srvname) AS name,
      ${roleOf("s.srvowner")} AS owner, ${aclOf("s.srvacl")} AS acl,
      json_build_object('wrapper', w.fdwname, 'type', s.srvtype, 'version', s.srvversion,
        'options', to_json(s.srvoptions)) AS body
    FROM pg_catalog.pg_foreign_server s JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw`,
  body,
  create: (fact) => {
    const { wrapper, type, version, options } = fact.body;
    let sql = `CREATE SERVER ${own(fact)}`;
    if (type !== null) sql += ` TYPE ${quoteLiteral(type)}`;
    if (version !== null) sql += ` VERSION ${quoteLiteral(version)}`;
    sql += ` FOREIGN DATA WRAPPER ${quoteIdentifier(wrapper)}${foreignOptions(options)}`;
    return [step(sql, `Create server ${own(fact)}`)];
  },
  alter: (have, want) => {
    if (have.body.wrapper !== want.body.wrapper || have.body.type !== want.body.type) return replace;
    if (want.body.version === null && have.body.version !== null) return replace;
    const clauses: string[] = [];
    if (have.body.version !== want.body.version) clauses.push(`VERSION ${quoteLiteral(want.body.version ?? "")}`);
    const options = changeForeignOptions(have.body.options, want.body.options);
    if (options !== "") clauses.push(options);
    return alterBy([step(`ALTER SERVER ${own(want)} ${clauses.join(" ")}`, `Change server ${own(want)}`)]);
  },
  drop: (fact) => [step(`DROP SERVER ${own(fact)}`, `Drop server ${own(fact)}`)],
  target: (fact) => ({ type: "SERVER", name: own(fact), grant: "FOREIGN SERVER" }),
};
