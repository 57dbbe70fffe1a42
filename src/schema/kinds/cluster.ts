import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { qualified, relationOf } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({ index: z.string(), materialized: z.boolean() });
export type ClusterBody = Readonly<z.infer<typeof body>>;

const head = (fact: { readonly name: readonly string[]; readonly body: ClusterBody }) =>
  `ALTER ${fact.body.materialized ? "MATERIALIZED VIEW" : "TABLE"} ${qualified(fact.name)}`;

/** The index on which CLUSTER orders a table. */
export const cluster: KindSpec<"cluster"> = {
  rank: 47,
  query: () =>
    `SELECT 'cluster/' || c.oid AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname) AS name,
      json_build_object('index', ic.relname, 'materialized', c.relkind = 'm') AS body,
      json_build_array(${address("relation", "ic.oid")}) AS needs
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
      JOIN pg_catalog.pg_class c ON c.oid = i.indrelid JOIN ns n ON n.oid = c.relnamespace
    WHERE i.indisclustered`,
  body,
  create: (fact) => [
    step(`${head(fact)} CLUSTER ON ${quoteIdentifier(fact.body.index)}`, `Let CLUSTER order ${qualified(fact.name)}`, {
      lock: "SHARE UPDATE EXCLUSIVE",
      on: relationOf(fact),
    }),
  ],
  alter: (_have, want, sides) => alterBy(cluster.create(want, sides.want, [], sides.have)),
  drop: (fact) => [
    step(`${head(fact)} SET WITHOUT CLUSTER`, `Let CLUSTER no longer order ${qualified(fact.name)}`, {
      lock: "SHARE UPDATE EXCLUSIVE",
      on: relationOf(fact),
    }),
  ],
};
