import { z } from "zod/mini";
import { address } from "../catalog.ts";
import { keyOf } from "../fact.ts";
import { type KindSpec, replace } from "../kind.ts";
import { qualified } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  parent: z.array(z.string()),
  /** The partition that it is on, and the partitioned table that the parent's index is on. */
  partition: z.array(z.string()),
  table: z.array(z.string()),
});
export type IndexAttachmentBody = Readonly<z.infer<typeof body>>;

/** A partition's index as part of the partitioned table's index. It ends only with one of the two, or a DETACH. */
export const indexAttachment: KindSpec<"indexAttachment"> = {
  rank: 45,
  query: () =>
    `SELECT 'indexAttachment/' || c.oid AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname) AS name,
      json_build_object('parent', json_build_array(pn.nspname, p.relname),
        'partition', json_build_array(n.nspname, ct.relname), 'table', json_build_array(tn.nspname, t.relname)) AS body
    FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('i', 'I')
      JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class p ON p.oid = i.inhparent JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
      JOIN pg_catalog.pg_index cx ON cx.indexrelid = c.oid JOIN pg_catalog.pg_class ct ON ct.oid = cx.indrelid
      JOIN pg_catalog.pg_index x ON x.indexrelid = p.oid
      JOIN pg_catalog.pg_class t ON t.oid = x.indrelid JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace`,
  body,
  ignored: ["partition", "table"],
  create: (fact, want, _parts, have) => [
    step(
      `ALTER INDEX ${qualified(fact.body.parent)} ATTACH PARTITION ${qualified(fact.name)}`,
      `Attach index ${qualified(fact.name)} to ${qualified(fact.body.parent)}`,
      // An index that was there is out of everybody's reach meanwhile, and with it its table.
      have.find("index", fact.name) === null
        ? have.find("index", fact.body.parent) === null
          ? {}
          : { lock: "SHARE UPDATE EXCLUSIVE", on: keyOf("table", fact.body.table) }
        : { lock: "ACCESS EXCLUSIVE", on: keyOf("table", want.find("index", fact.name)?.body.table ?? []) },
    ),
  ],
  alter: () => replace,
  drop: () => [],
};
