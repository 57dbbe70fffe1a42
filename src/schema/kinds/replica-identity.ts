import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { qualified, relationOf } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  /** f: full, n: nothing, i: an index. */
  mode: z.string(),
  index: z.nullable(z.string()),
});
export type ReplicaIdentityBody = Readonly<z.infer<typeof body>>;

function clause({ mode, index }: ReplicaIdentityBody): string {
  if (mode === "i") return `USING INDEX ${quoteIdentifier(index ?? "")}`;
  return mode === "f" ? "FULL" : "NOTHING";
}

/** What a table's changed rows are known by in logical replication, when it is not the primary key. */
export const replicaIdentity: KindSpec<"replicaIdentity"> = {
  rank: 46,
  query: () =>
    `SELECT 'replicaIdentity/' || c.oid AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname) AS name,
      json_build_object('mode', c.relreplident, 'index', ic.relname) AS body,
      CASE WHEN ic.oid IS NOT NULL THEN json_build_array(${address("relation", "ic.oid")}) END AS needs
    FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisreplident
      LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
    WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND c.relreplident <> 'd'
      AND (c.relreplident <> 'i' OR ic.oid IS NOT NULL)`,
  body,
  create: (fact) => [
    step(
      `ALTER TABLE ONLY ${qualified(fact.name)} REPLICA IDENTITY ${clause(fact.body)}`,
      `Set the replica identity of ${qualified(fact.name)}`,
      { lock: "ACCESS EXCLUSIVE", on: relationOf(fact) },
    ),
  ],
  alter: (_have, want, sides) => alterBy(replicaIdentity.create(want, sides.want, [], sides.have)),
  drop: (fact) => [
    step(
      `ALTER TABLE ONLY ${qualified(fact.name)} REPLICA IDENTITY DEFAULT`,
      `Reset the replica identity of ${qualified(fact.name)}`,
      { lock: "ACCESS EXCLUSIVE", on: relationOf(fact) },
    ),
  ],
};
