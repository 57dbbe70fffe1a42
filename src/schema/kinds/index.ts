import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { address } from "../catalog.ts";
import type { FactOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { hasHeirs, qualified, relationSlot } from "../names.ts";
import { changeOptions, parameterLock, sameOptions, writeOptions } from "../options.ts";
import type { Side } from "../side.ts";
import { type Step, step } from "../statement.ts";
import { sameOverCasts } from "../type-change.ts";

const body = z.object({
  /** Name of the constraint that it belongs to and comes with. */
  constraint: z.nullable(z.string()),
  unique: z.boolean(),
  /** From USING to the key's end and INCLUDE. */
  definition: z.string(),
  /** NULLS NOT DISTINCT. */
  nullsNotDistinct: z.boolean(),
  predicate: z.nullable(z.string()),
  options: z.nullable(z.array(z.string())),
  tablespace: z.nullable(z.string()),
  valid: z.boolean(),
  /** Statistics targets of expressions, `position=target`. */
  statistics: z.nullable(z.array(z.string())),
  relation: z.string(),
  table: z.array(z.string()),
});
export type IndexBody = Readonly<z.infer<typeof body>>;

function settings(have: IndexBody | null, fact: FactOf<"index">): readonly Step[] {
  const name = qualified(fact.name);
  const steps: Step[] = [];
  const { options, tablespace, statistics, constraint } = fact.body;
  const on = fact.parent;
  const made = have === null && constraint === null;
  if (!made && !sameOptions(have?.options ?? null, options)) {
    for (const clause of changeOptions(have?.options ?? null, options)) {
      const sql = `ALTER INDEX ${name} ${clause}`;
      const lock = parameterLock(have?.options ?? null, options);
      steps.push(step(sql, `Change storage parameters of index ${name}`, { lock, on }));
    }
  }
  if (!made && (have?.tablespace ?? null) !== tablespace) {
    const space = quoteIdentifier(tablespace ?? "pg_default");
    const sql = `ALTER INDEX ${name} SET TABLESPACE ${space}`;
    steps.push(
      step(sql, `Move index ${name} to tablespace ${space}`, { lock: "ACCESS EXCLUSIVE", on, rewrites: true }),
    );
  }
  const before = new Map((have?.statistics ?? []).map((text) => text.split("=")).map(([at, to]) => [at, to]));
  const after = new Map((statistics ?? []).map((text) => text.split("=")).map(([at, to]) => [at, to]));
  for (const at of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(at) === after.get(at)) continue;
    const sql = `ALTER INDEX ${name} ALTER COLUMN ${at ?? ""} SET STATISTICS ${after.get(at) ?? "-1"}`;
    steps.push(step(sql, `Change the statistics target of index ${name}`, { lock: "SHARE UPDATE EXCLUSIVE", on }));
  }
  return steps;
}

function create(fact: FactOf<"index">, want: Side, _parts: unknown, have: Side): readonly Step[] {
  const { unique, definition, nullsNotDistinct, predicate, options, tablespace, relation, table } = fact.body;
  // The constraint made it: what a constraint's text does not say is left to say.
  if (fact.body.constraint !== null) return settings(null, fact);
  const parent = fact.parent ?? "";
  const only = relation === "p" && (hasHeirs(parent, want) || hasHeirs(parent, have)) ? "ONLY " : "";
  let sql = `CREATE ${unique ? "UNIQUE " : ""}INDEX ${quoteIdentifier(fact.name[1] ?? "")} ON ${only}${
    qualified(table)
  }`;
  sql += ` ${definition}`;
  if (nullsNotDistinct) sql += " NULLS NOT DISTINCT";
  if ((options ?? []).length > 0) sql += ` WITH (${writeOptions(options)})`;
  if (tablespace !== null) sql += ` TABLESPACE ${quoteIdentifier(tablespace)}`;
  if (predicate !== null) sql += ` WHERE ${predicate}`;
  const does = `Create ${unique ? "unique " : ""}index ${qualified(fact.name)} on ${qualified(table)}`;
  return [step(sql, does, { lock: "SHARE", on: parent, scans: only === "" }), ...settings(null, fact)];
}

/**
 * Builds an index again that was left invalid, by CREATE INDEX CONCURRENTLY that failed for example. That of a partitioned
 * table is invalid until each partition's is attached; nobody wants one that is.
 */
function renewed(have: FactOf<"index">, want: FactOf<"index">): readonly Step[] {
  if (have.body.valid || !want.body.valid || want.body.relation === "p") return [];
  const name = qualified(want.name);
  const effects = { lock: "ACCESS EXCLUSIVE", on: want.parent, scans: true } as const;
  return [step(`REINDEX INDEX ${name}`, `Build invalid index ${name} again`, effects)];
}

/** How flatten_reloptions writes a value, to find the WITH clause in pg_get_indexdef's text. */
const flatOptions = `(SELECT string_agg(pg_catalog.quote_ident(split_part(o, '=', 1)) || '=' ||
  CASE WHEN pg_catalog.quote_ident(substr(o, strpos(o, '=') + 1)) = substr(o, strpos(o, '=') + 1)
    THEN substr(o, strpos(o, '=') + 1) ELSE pg_catalog.quote_literal(substr(o, strpos(o, '=') + 1)) END, ', ')
  FROM unnest(x.reloptions) o)`;

const query = (version: number) => {
  const nulls = version >= 150000 ? "x.indnullsnotdistinct" : "false";
  return `SELECT ${address("relation", "x.oid")} AS id,
    CASE WHEN x.constraintoid IS NOT NULL THEN ${address("constraint", "x.constraintoid")}
      ELSE ${address("relation", "x.tableoid_")} END AS parent,
    json_build_array(x.nspname, x.relname) AS name,
    json_build_object('constraint', x.conname, 'unique', x.indisunique, 'nullsNotDistinct', ${nulls},
      'definition', replace(replace(CASE WHEN x.predicate IS NULL THEN x.def
          ELSE left(x.def, length(x.def) - length(' WHERE ' || x.predicate)) END,
        coalesce(' WITH (' || x.flat || ')', E'\\x01'), ''), ' NULLS NOT DISTINCT', ''),
      'predicate', x.predicate, 'options', to_json(x.reloptions), 'tablespace', x.spcname, 'valid', x.indisvalid,
      'statistics', CASE WHEN x.indexprs IS NOT NULL THEN
        (SELECT to_json(array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum))
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget >= 0) END,
      'relation', x.tablekind, 'table', json_build_array(x.tableschema, x.tablename)) AS body
  FROM (SELECT x.*, CASE WHEN x.reloptions IS NOT NULL THEN ${flatOptions} END AS flat FROM (
    SELECT c.oid, c.relname, n.nspname, i.*, c.reloptions, ts.spcname, k.oid AS constraintoid, k.conname,
      t.oid AS tableoid_, t.relkind AS tablekind, t.relname AS tablename, tn.nspname AS tableschema,
      pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
      substr(pg_catalog.pg_get_indexdef(c.oid), 1 + length(format('CREATE %sINDEX %I ON %s%I.%I ',
        CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, c.relname,
        CASE WHEN t.relkind = 'p' THEN 'ONLY ' ELSE '' END, tn.nspname, t.relname))) AS def
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      JOIN ns n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_class t ON t.oid = i.indrelid JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
      LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = c.oid AND k.conrelid = t.oid AND k.contype IN ('p', 'u', 'x')
    WHERE c.relpersistence <> 't') x) x`;
};

export const index: KindSpec<"index"> = {
  rank: 41,
  query,
  body,
  ignored: ["relation", "table"],
  carried: (fact) => fact.body.constraint !== null,
  create,
  alter: (have, want, sides) => {
    const [from, to] = [have.body, want.body];
    if (from.constraint !== null && to.constraint === null) return replace;
    const same = sameOverCasts(from.definition, to.definition, to.table, sides) && from.unique === to.unique &&
      sameOverCasts(from.predicate, to.predicate, to.table, sides) && from.nullsNotDistinct === to.nullsNotDistinct;
    if (from.constraint === null && to.constraint !== null) {
      const relation = sides.have.at(have.parent, "table")?.body.relation;
      return same && from.unique && from.valid && relation === "r" ? alterBy(settings(from, want)) : replace;
    }
    if (!same) return to.constraint === null ? replace : alterBy(settings(from, want));
    return alterBy([...settings(from, want), ...renewed(have, want)]);
  },
  drop: (fact) => [
    step(`DROP INDEX ${qualified(fact.name)}`, `Drop index ${qualified(fact.name)}`, {
      lock: "ACCESS EXCLUSIVE",
      on: fact.parent,
    }),
  ],
  slots: (fact) => [relationSlot(fact.name[0] ?? "", fact.name[1] ?? "")],
  target: (fact) => ({ type: "INDEX", name: qualified(fact.name) }),
};
