import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own, qualified } from "../names.ts";

const body = z.object({});
export type AttributeBody = Readonly<z.infer<typeof body>>;

/** An attribute of a composite type; its type is part of the composite, this is what comments hang on. */
export const attribute: KindSpec<"attribute"> = {
  rank: 17,
  query: () =>
    `SELECT ${address("relation", "c.oid", "a.attnum")} AS id, ${address("type", "c.reltype")} AS parent,
      json_build_array(n.nspname, c.relname, a.attname) AS name, json_build_object() AS body
    FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'c'`,
  body,
  carried: () => true,
  create: () => [],
  alter: () => alterBy([]),
  drop: () => [],
  target: (fact) => ({ type: "COLUMN", name: `${qualified(fact.name)}.${own(fact)}` }),
};
