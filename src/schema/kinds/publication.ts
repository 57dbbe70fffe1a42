import { z } from "zod/mini";
import { quoteIdentifier, quoteLiteral } from "../../sql/quote.ts";
import { address, roleOf } from "../catalog.ts";
import { isKind, keyOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { own } from "../names.ts";
import { step } from "../statement.ts";
import { publishedTable } from "./publication-table.ts";

const body = z.object({
  allTables: z.boolean(),
  operations: z.array(z.string()),
  viaRoot: z.boolean(),
  /** n: none, s: stored; null before PostgreSQL 18. */
  generated: z.nullable(z.string()),
});
export type PublicationBody = Readonly<z.infer<typeof body>>;

function options(body: PublicationBody): string {
  const parts = [`publish = ${quoteLiteral(body.operations.join(", "))}`];
  if (body.viaRoot) parts.push("publish_via_partition_root = true");
  if (body.generated === "s") parts.push("publish_generated_columns = stored");
  return parts.join(", ");
}

const operations = `array_remove(ARRAY[CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
  CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END], NULL)`;

export const publication: KindSpec<"publication"> = {
  rank: 70,
  query: (version) =>
    `SELECT ${address("publication", "p.oid")} AS id, NULL AS parent, json_build_array(p.pubname) AS name,
      ${roleOf("p.pubowner")} AS owner, json_build_object('allTables', p.puballtables,
        'operations', to_json(${operations}), 'viaRoot', p.pubviaroot,
        'generated', ${version >= 180000 ? "p.pubgencols" : "NULL"}) AS body
    FROM pg_catalog.pg_publication p`,
  body,
  create: (fact, _want, parts, have) => {
    const objects: string[] = [];
    for (const part of parts) {
      if (isKind(part, "publicationTable")) objects.push(`TABLE ${publishedTable(part)}`);
      if (isKind(part, "publicationSchema")) objects.push(`TABLES IN SCHEMA ${quoteIdentifier(part.name[1] ?? "")}`);
    }
    const what = fact.body.allTables ? " FOR ALL TABLES" : objects.length === 0 ? "" : ` FOR ${objects.join(", ")}`;
    const tables = parts.flatMap((part) => part.kind === "publicationTable" ? keyOf("table", part.name.slice(1)) : []);
    const on = tables.find((table) => have.get(table) !== null);
    const sql = `CREATE PUBLICATION ${own(fact)}${what} WITH (${options(fact.body)})`;
    const effects = on === undefined ? {} : { lock: "SHARE UPDATE EXCLUSIVE", on } as const;
    return [step(sql, `Create publication ${own(fact)}`, effects)];
  },
  alter: (have, want) => {
    if (have.body.allTables !== want.body.allTables) return replace;
    const parts = [`publish = ${quoteLiteral(want.body.operations.join(", "))}`];
    if (have.body.viaRoot !== want.body.viaRoot) parts.push(`publish_via_partition_root = ${want.body.viaRoot}`);
    if (have.body.generated !== want.body.generated) {
      parts.push(`publish_generated_columns = ${want.body.generated === "s" ? "stored" : "none"}`);
    }
    return alterBy([
      step(`ALTER PUBLICATION ${own(want)} SET (${parts.join(", ")})`, `Change options of publication ${own(want)}`),
    ]);
  },
  drop: (fact) => [step(`DROP PUBLICATION ${own(fact)}`, `Drop publication ${own(fact)}`)],
  target: (fact) => ({ type: "PUBLICATION", name: own(fact) }),
};
