import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own, qualified } from "../names.ts";

const body = z.object({ type: z.string(), collation: z.nullable(z.string()) });
export type AttributeBody = Readonly<z.infer<typeof body>>;

/** An attribute of a composite type: the type's own statements change it; this is what comments and typed tables see. */
export const attribute: KindSpec<"attribute"> = {
  rank: 17,
  query: () =>
    `SELECT ${address("relation", "c.oid", "a.attnum")} AS id, ${address("type", "c.reltype")} AS parent,
      json_build_array(n.nspname, c.relname, a.attname) AS name,
      json_build_object('type', pg_catalog.format_type(a.atttypid, a.atttypmod),
        'collation', CASE WHEN a.attcollation <> t.typcollation THEN
          (SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname)
           FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
           WHERE co.oid = a.attcollation) END) AS body
    FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    WHERE c.relkind = 'c'`,
  body,
  carried: () => true,
  create: () => [],
  alter: () => alterBy([]),
  drop: () => [],
  target: (fact) => ({ type: "COLUMN", name: `${qualified(fact.name)}.${own(fact)}` }),
};
