import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({});
export type SchemaBody = Readonly<z.infer<typeof body>>;

export const schema: KindSpec<"schema"> = {
  rank: 10,
  query: () =>
    `SELECT ${address("schema", "oid")} AS id, NULL AS parent, json_build_array(nspname) AS name,
      ${roleOf("nspowner")} AS owner, ${aclOf("nspacl")} AS acl, json_build_object() AS body FROM ns`,
  body,
  create: (fact) => [step(`CREATE SCHEMA ${own(fact)}`, `Create schema ${own(fact)}`)],
  alter: () => alterBy([]),
  drop: (fact) => [step(`DROP SCHEMA ${own(fact)}`, `Drop schema ${own(fact)}`)],
  target: (fact) => ({ type: "SCHEMA", name: quoteIdentifier(fact.name[0] ?? ""), grant: "SCHEMA" }),
};
