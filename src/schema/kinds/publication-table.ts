import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import { type FactOf, keyOf } from "../fact.ts";
import { type KindSpec, replace } from "../kind.ts";
import { list, qualified } from "../names.ts";
import { step } from "../statement.ts";

const body = z.object({
  columns: z.nullable(z.array(z.string())),
  where: z.nullable(z.string()),
});
export type PublicationTableBody = Readonly<z.infer<typeof body>>;

/** `schema.table (columns) WHERE (…)`. */
export function publishedTable(fact: FactOf<"publicationTable">): string {
  const { columns, where } = fact.body;
  const chosen = columns === null ? "" : ` (${list(columns)})`;
  return `${qualified(fact.name.slice(1))}${chosen}${where === null ? "" : ` WHERE ${where}`}`;
}

export const publicationTable: KindSpec<"publicationTable"> = {
  rank: 71,
  query: (version) =>
    `SELECT ${address("publicationTable", "r.oid")} AS id, ${address("publication", "p.oid")} AS parent,
      json_build_array(p.pubname, n.nspname, c.relname) AS name,
      json_build_object('columns', ${
      version < 150000 ? "NULL" : `(SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs))`
    }, 'where', ${version < 150000 ? "NULL" : "pg_catalog.pg_get_expr(r.prqual, r.prrelid)"}) AS body
    FROM pg_catalog.pg_publication_rel r JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid
      JOIN pg_catalog.pg_class c ON c.oid = r.prrelid JOIN ns n ON n.oid = c.relnamespace`,
  body,
  inline: publishedTable,
  create: (fact) => [
    step(
      `ALTER PUBLICATION ${quoteIdentifier(fact.name[0] ?? "")} ADD TABLE ${publishedTable(fact)}`,
      `Publish table ${qualified(fact.name.slice(1))}`,
      { lock: "SHARE UPDATE EXCLUSIVE", on: keyOf("table", fact.name.slice(1)) },
    ),
  ],
  alter: () => replace,
  drop: (fact) => [
    step(
      `ALTER PUBLICATION ${quoteIdentifier(fact.name[0] ?? "")} DROP TABLE ${qualified(fact.name.slice(1))}`,
      `Publish table ${qualified(fact.name.slice(1))} no longer`,
      { lock: "SHARE UPDATE EXCLUSIVE", on: keyOf("table", fact.name.slice(1)) },
    ),
  ],
};
