import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { type FactOf, isKind } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { qualified, relationSlot, typeSlot } from "../names.ts";
import { changeOptions, parameterLock, sameOptions, writeOptions } from "../options.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";

const body = z.object({
  materialized: z.boolean(),
  /** The query, without its closing semicolon. */
  query: z.string(),
  /** `name type` of each column. */
  columns: z.array(z.string()),
  options: z.nullable(z.array(z.string())),
  accessMethod: z.nullable(z.string()),
  tablespace: z.nullable(z.string()),
});
export type ViewBody = Readonly<z.infer<typeof body>>;

const kindOf = (fact: FactOf<"view">) => fact.body.materialized ? "MATERIALIZED VIEW" : "VIEW";

/** A table or materialized view that a new materialized view reads, through plain views too; those read nothing yet. */
function readBy(fact: FactOf<"view">, want: Side): string | null {
  if (!fact.body.materialized) return null;
  const seen = new Set(fact.needs);
  for (const need of seen) {
    for (const one of want.lineage(need)) {
      if (one.kind === "table" || isKind(one, "view") && one.body.materialized) return one.key;
      if (isKind(one, "view")) { for (const below of one.needs) seen.add(below); }
    }
  }
  return null;
}

function create(fact: FactOf<"view">, replacing: boolean, want: Side): Step {
  const { body } = fact;
  const name = qualified(fact.name);
  let sql = `CREATE ${replacing ? "OR REPLACE " : ""}${kindOf(fact)} ${name}`;
  if (body.accessMethod !== null) sql += ` USING ${quoteIdentifier(body.accessMethod)}`;
  if ((body.options ?? []).length > 0) sql += ` WITH (${writeOptions(body.options)})`;
  if (body.tablespace !== null) sql += ` TABLESPACE ${quoteIdentifier(body.tablespace)}`;
  sql += ` AS\n${body.query}`;
  const on = readBy(fact, want);
  const effects = on === null ? {} : { lock: "ACCESS SHARE", on, scans: true } as const;
  return step(sql, `${replacing ? "Change" : "Create"} ${kindOf(fact).toLowerCase()} ${name}`, effects);
}

export const view: KindSpec<"view"> = {
  rank: 50,
  query: () =>
    `SELECT ${address("relation", "c.oid")} AS id, ${address("schema", "n.oid")} AS parent,
      json_build_array(n.nspname, c.relname) AS name, ${roleOf("c.relowner")} AS owner, ${aclOf("c.relacl")} AS acl,
      json_build_object('materialized', c.relkind = 'm',
        'query', pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid), ';'),
        'columns', (SELECT coalesce(json_agg(pg_catalog.quote_ident(a.attname) || ' ' ||
            pg_catalog.format_type(a.atttypid, a.atttypmod) ||
            coalesce(' ' || pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname), '')
            ORDER BY a.attnum), '[]')
          FROM pg_catalog.pg_attribute a LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
            LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
        'options', to_json(c.reloptions), 'tablespace', ts.spcname,
        'accessMethod', CASE WHEN am.amname <> 'heap' THEN am.amname END) AS body
    FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
      LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
    WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't'`,
  body,
  create: (fact, want) => [create(fact, false, want)],
  alter: (have, want, sides) => {
    const [from, to] = [have.body, want.body];
    if (from.materialized !== to.materialized) return replace;
    const name = qualified(want.name);
    const steps: Step[] = [];
    if (from.query !== to.query || from.columns.join() !== to.columns.join()) {
      // CREATE OR REPLACE may add columns at the end and change nothing of those that are there.
      if (to.materialized || from.columns.some((column, at) => column !== to.columns[at])) return replace;
      return alterBy([create(want, true, sides.want)]);
    }
    for (const clause of sameOptions(from.options, to.options) ? [] : changeOptions(from.options, to.options)) {
      steps.push(
        step(`ALTER ${kindOf(want)} ${name} ${clause}`, `Change options of ${kindOf(want).toLowerCase()} ${name}`, {
          ...(to.materialized ? { lock: parameterLock(from.options, to.options), on: want.key } : {}),
        }),
      );
    }
    const rewrites = { lock: "ACCESS EXCLUSIVE", on: want.key, rewrites: true, scans: true } as const;
    if (from.accessMethod !== to.accessMethod) {
      const method = quoteIdentifier(to.accessMethod ?? "heap");
      steps.push(
        step(
          `ALTER MATERIALIZED VIEW ${name} SET ACCESS METHOD ${method}`,
          `Change the access method of ${name}`,
          rewrites,
        ),
      );
    }
    if (from.tablespace !== to.tablespace) {
      const space = quoteIdentifier(to.tablespace ?? "pg_default");
      steps.push(
        step(
          `ALTER MATERIALIZED VIEW ${name} SET TABLESPACE ${space}`,
          `Move ${name} to tablespace ${space}`,
          rewrites,
        ),
      );
    }
    return alterBy(steps);
  },
  drop: (fact) => [
    step(`DROP ${kindOf(fact)} ${qualified(fact.name)}`, `Drop ${kindOf(fact).toLowerCase()} ${qualified(fact.name)}`, {
      ...(fact.body.materialized ? { lock: "ACCESS EXCLUSIVE", on: fact.key } : {}),
    }),
  ],
  slots: (fact) => [
    relationSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
    typeSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
  ],
  target: (fact) => ({ type: kindOf(fact), name: qualified(fact.name), grant: "TABLE" }),
};
