import { z } from "zod/mini";
import { aclOf, address, roleOf } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own } from "../names.ts";
import { changeForeignOptions, foreignOptions } from "../options.ts";
import { step } from "../statement.ts";

const body = z.object({
  handler: z.nullable(z.string()),
  validator: z.nullable(z.string()),
  options: z.nullable(z.array(z.string())),
});
export type WrapperBody = Readonly<z.infer<typeof body>>;

/** A foreign data wrapper that no extension brought. */
export const wrapper: KindSpec<"wrapper"> = {
  rank: 27,
  query: () =>
    `SELECT ${address("wrapper", "w.oid")} AS id, NULL AS parent, json_build_array(w.fdwname) AS name,
      ${roleOf("w.fdwowner")} AS owner, ${aclOf("w.fdwacl")} AS acl,
      json_build_object('handler', nullif(w.fdwhandler, 0)::regproc::text,
        'validator', nullif(w.fdwvalidator, 0)::regproc::text, 'options', to_json(w.fdwoptions)) AS body
    FROM pg_catalog.pg_foreign_data_wrapper w`,
  body,
  create: (fact) => {
    const { handler, validator, options } = fact.body;
    let sql = `CREATE FOREIGN DATA WRAPPER ${own(fact)}`;
    if (handler !== null) sql += ` HANDLER ${handler}`;
    if (validator !== null) sql += ` VALIDATOR ${validator}`;
    return [step(sql + foreignOptions(options), `Create foreign data wrapper ${own(fact)}`)];
  },
  alter: (have, want) => {
    const clauses: string[] = [];
    const { handler, validator } = want.body;
    if (have.body.handler !== handler) clauses.push(handler === null ? "NO HANDLER" : `HANDLER ${handler}`);
    if (have.body.validator !== validator) clauses.push(validator === null ? "NO VALIDATOR" : `VALIDATOR ${validator}`);
    const options = changeForeignOptions(have.body.options, want.body.options);
    if (options !== "") clauses.push(options);
    if (clauses.length === 0) return alterBy([]);
    const sql = `ALTER FOREIGN DATA WRAPPER ${own(want)} ${clauses.join(" ")}`;
    return alterBy([step(sql, `Change foreign data wrapper ${own(want)}`)]);
  },
  drop: (fact) => [step(`DROP FOREIGN DATA WRAPPER ${own(fact)}`, `Drop foreign data wrapper ${own(fact)}`)],
  target: (fact) => ({ type: "FOREIGN DATA WRAPPER", name: own(fact), grant: "FOREIGN DATA WRAPPER" }),
};
