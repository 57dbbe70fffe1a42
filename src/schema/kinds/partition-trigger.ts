import { z } from "zod/mini";
import { address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { alterOnly, own, qualified, tableOf } from "../names.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { switches } from "./trigger.ts";

const body = z.object({
  /** As a trigger's own. */
  enabled: z.string(),
  /** Schema and name of the partitioned table whose trigger it is. */
  table: z.array(z.string()),
});
export type PartitionTriggerBody = Readonly<z.infer<typeof body>>;

function turn(fact: FactOf<"partitionTrigger">, enabled: string, ...sides: Side[]): Step {
  const sql = `${alterOnly(fact, ...sides)} ${switches[enabled] ?? "ENABLE"} TRIGGER ${own(fact)}`;
  const on = tableOf(fact);
  return step(sql, `Switch trigger ${own(fact)} on ${qualified(fact.name)}`, { lock: "SHARE ROW EXCLUSIVE", on });
}

/** The partitioned table's trigger. */
const whole = (fact: FactOf<"partitionTrigger">, side: Side) =>
  side.find("trigger", [...fact.body.table, fact.name[2] ?? ""]);

/** A trigger of a partitioned table that is switched otherwise on a partition. */
export const partitionTrigger: KindSpec<"partitionTrigger"> = {
  rank: 61,
  query: () =>
    `SELECT ${address("trigger", "t.oid")} AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname, t.tgname) AS name,
      (SELECT json_agg(a.address) FROM (SELECT ${address("trigger", "t.root")} AS address UNION ALL
        SELECT 'inheritance/' || i.inhrelid || '/' || i.inhparent FROM pg_catalog.pg_partition_ancestors(c.oid) a
          JOIN pg_catalog.pg_inherits i ON i.inhrelid = a.relid) a) AS needs,
      json_build_object('enabled', t.tgenabled, 'table', json_build_array(rn.nspname, rc.relname)) AS body
    FROM (SELECT t.*, (WITH RECURSIVE up(oid, parent) AS (SELECT p.oid, p.tgparentid FROM pg_catalog.pg_trigger p
          WHERE p.oid = t.tgparentid
        UNION ALL SELECT p.oid, p.tgparentid FROM up JOIN pg_catalog.pg_trigger p ON p.oid = up.parent)
      SELECT oid FROM up WHERE parent = 0) AS root FROM pg_catalog.pg_trigger t WHERE t.tgparentid <> 0) t
      JOIN pg_catalog.pg_trigger r ON r.oid = t.root AND r.tgenabled <> t.tgenabled AND NOT r.tgisinternal
      JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class rc ON rc.oid = r.tgrelid JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.relnamespace`,
  body,
  create: (fact, want, _parts, have) => [turn(fact, fact.body.enabled, want, have)],
  alter: (_have, want, sides) => alterBy([turn(want, want.body.enabled, sides.want, sides.have)]),
  // It goes with the partition's tie or the trigger, and switching that one reaches all partitions.
  drop: (fact, have, want) => {
    const tied = fact.needs.every((need) => !need.startsWith("inheritance:") || want.get(need) !== null);
    const [before, after] = [whole(fact, have), whole(fact, want)];
    const same = before !== null && after !== null && before.body.enabled === after.body.enabled &&
      before.body.definition === after.body.definition;
    return tied && same ? [turn(fact, after.body.enabled, want, have)] : [];
  },
};
