import { z } from "zod/mini";
import { aclOf, address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec } from "../kind.ts";
import { own, qualified } from "../names.ts";
import { changeOptions, sameOptions } from "../options.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  position: z.number(),
  storage: z.nullable(z.string()),
  usualStorage: z.string(),
  compression: z.nullable(z.string()),
  statistics: z.nullable(z.number()),
  options: z.nullable(z.array(z.string())),
});
export type ViewColumnBody = Readonly<z.infer<typeof body>>;

const plain: ViewColumnBody = {
  position: 0,
  storage: null,
  usualStorage: "x",
  compression: null,
  statistics: null,
  options: null,
};
const storages: Readonly<Record<string, string>> = { p: "PLAIN", e: "EXTERNAL", x: "EXTENDED", m: "MAIN" };

function settings(from: ViewColumnBody, fact: FactOf<"viewColumn">): readonly Step[] {
  const to = fact.body;
  const heavy: string[] = [];
  const clauses: string[] = [];
  if (from.storage !== to.storage) {
    heavy.push(`SET STORAGE ${storages[to.storage ?? to.usualStorage] ?? "PLAIN"}`);
  }
  if (from.compression !== to.compression) {
    heavy.push(`SET COMPRESSION ${to.compression === null ? "default" : to.compression === "l" ? "lz4" : "pglz"}`);
  }
  if (from.statistics !== to.statistics) clauses.push(`SET STATISTICS ${to.statistics ?? -1}`);
  if (!sameOptions(from.options, to.options)) clauses.push(...changeOptions(from.options, to.options));
  const where = `${qualified(fact.name)}.${own(fact)}`;
  return [...heavy, ...clauses].map((clause) =>
    step(
      `ALTER MATERIALIZED VIEW ${qualified(fact.name)} ALTER COLUMN ${own(fact)} ${clause}`,
      `Change column ${where}`,
      { lock: heavy.includes(clause) ? "ACCESS EXCLUSIVE" : "SHARE UPDATE EXCLUSIVE", on: fact.parent },
    )
  );
}

/** A column of a view: it comes with the view; this is what comments, grants and storage settings hang on. */
export const viewColumn: KindSpec<"viewColumn"> = {
  rank: 51,
  query: () =>
    `SELECT ${address("relation", "c.oid", "a.attnum")} AS id, ${address("relation", "c.oid")} AS parent,
      json_build_array(n.nspname, c.relname, a.attname) AS name, ${aclOf("a.attacl")} AS acl,
      json_build_object('position', a.attnum,
        'storage', CASE WHEN c.relkind = 'm' AND a.attstorage <> t.typstorage THEN a.attstorage END,
        'usualStorage', t.typstorage,
        'compression', nullif(a.attcompression, ''), 'statistics', nullif(a.attstattarget, -1),
        'options', to_json(a.attoptions)) AS body
    FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't'`,
  body,
  ignored: ["position", "usualStorage"],
  carried: () => true,
  create: (fact) => settings(plain, fact),
  alter: (have, want) => alterBy(settings(have.body, want)),
  drop: () => [],
  target: (fact) => ({ type: "COLUMN", name: `${qualified(fact.name)}.${own(fact)}` }),
  position: (fact) => fact.body.position,
};
