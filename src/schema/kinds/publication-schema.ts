import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({});
export type PublicationSchemaBody = Readonly<z.infer<typeof body>>;

const none = "SELECT NULL::text AS id, NULL::text AS parent, NULL::json AS name, NULL::json AS body WHERE false";

export const publicationSchema: KindSpec<"publicationSchema"> = {
  rank: 71,
  query: (version) =>
    version < 150000 ? none : `SELECT ${address("publicationSchema", "r.oid")} AS id,
      ${address("publication", "p.oid")} AS parent, json_build_array(p.pubname, n.nspname) AS name,
      json_build_object() AS body
    FROM pg_catalog.pg_publication_namespace r JOIN pg_catalog.pg_publication p ON p.oid = r.pnpubid
      JOIN ns n ON n.oid = r.pnnspid`,
  body,
  inline: () => "",
  create: (fact) => [
    step(
      `ALTER PUBLICATION ${quoteIdentifier(fact.name[0] ?? "")} ADD TABLES IN SCHEMA ${own(fact)}`,
      `Publish the tables of schema ${own(fact)}`,
    ),
  ],
  alter: () => alterBy([]),
  drop: (fact) => [
    step(
      `ALTER PUBLICATION ${quoteIdentifier(fact.name[0] ?? "")} DROP TABLES IN SCHEMA ${own(fact)}`,
      `Publish the tables of schema ${own(fact)} no longer`,
    ),
  ],
};
