import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { aclOf, address, roleOf } from "../catalog.ts";
import { type Fact, type FactOf, isKind, keyOf } from "../fact.ts";
import { alterBy, type KindSpec, replace } from "../kind.ts";
import { alterOnly, own, qualified, relationSlot, tableOf, typeSlot } from "../names.ts";
import {
  changeForeignOptions,
  changeOptions,
  foreignOptions,
  parameterLock,
  sameOptions,
  writeOptions,
} from "../options.ts";
import type { Side } from "../side.ts";
import { type LockLevel, type Step, step } from "../statement.ts";
import { broughtColumn, columnLine, columnSettings, comesByInheritance, inheritedColumns } from "./column.ts";
import { constraintText } from "./constraint.ts";
import { inheritance } from "./inheritance.ts";

const body = z.object({
  /** r: table, p: partitioned table, f: foreign table. */
  relation: z.string(),
  /** p: permanent, u: unlogged. */
  persistence: z.string(),
  options: z.nullable(z.array(z.string())),
  accessMethod: z.nullable(z.string()),
  tablespace: z.nullable(z.string()),
  ofType: z.nullable(z.string()),
  rowSecurity: z.boolean(),
  forceRowSecurity: z.boolean(),
  partitionKey: z.nullable(z.string()),
  server: z.nullable(z.string()),
  serverOptions: z.nullable(z.array(z.string())),
  /** Columns that it has only because a parent has them; a partition's are not counted. */
  inheritedColumns: z.array(z.string()),
  /** The tables that it inherits from, in their order; none when that is one or it is a partition. */
  parents: z.array(z.string()),
});
export type TableBody = Readonly<z.infer<typeof body>>;

const query = () =>
  `SELECT ${address("relation", "c.oid")} AS id, ${address("schema", "n.oid")} AS parent,
    json_build_array(n.nspname, c.relname) AS name, ${roleOf("c.relowner")} AS owner, ${aclOf("c.relacl")} AS acl,
    json_build_object('relation', c.relkind, 'persistence', c.relpersistence,
      'options', to_json(c.reloptions || (SELECT array_agg('toast.' || o) FROM unnest(toast.reloptions) o)),
      'accessMethod', CASE WHEN c.relkind <> 'f' AND am.amname <> 'heap' THEN am.amname END,
      'tablespace', ts.spcname,
      'ofType', CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END,
      'rowSecurity', c.relrowsecurity, 'forceRowSecurity', c.relforcerowsecurity,
      'partitionKey', CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
      'server', s.srvname, 'serverOptions', to_json(f.ftoptions),
      'inheritedColumns', CASE WHEN c.relispartition OR NOT c.relhassubclass AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid) THEN '[]'::json
        ELSE (SELECT coalesce(json_agg(a.attname ORDER BY a.attnum), '[]') FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attislocal) END,
      'parents', (SELECT CASE WHEN count(*) < 2 THEN '[]'::json
          ELSE json_agg(format('%I.%I', pn.nspname, p.relname) ORDER BY h.inhseqno) END FROM pg_catalog.pg_inherits h
        JOIN pg_catalog.pg_class p ON p.oid = h.inhparent JOIN pg_catalog.pg_namespace pn ON pn.oid = p.relnamespace
        WHERE h.inhrelid = c.oid)) AS body
  FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
    LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
    LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
    LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
    LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
  WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'`;

/** The lines between the brackets of CREATE TABLE: columns by position, then constraints by name. */
function lines(fact: FactOf<"table">, want: Side, parts: readonly Fact[]): readonly string[] {
  const typed = fact.body.ofType !== null;
  const columns: string[] = [];
  const constraints: string[] = [];
  // A partition is made by itself and must have its parent's checks when it is attached.
  const brought = parts.some((part) => isKind(part, "inheritance"));
  for (const part of parts) {
    if (isKind(part, "column")) {
      const line = columnLine(part, want, parts, typed);
      if (line !== null) columns.push(line);
    } else if (isKind(part, "constraint") && !(brought && inherited(part))) constraints.push(constraintText(part));
  }
  return [...columns, ...constraints];
}

/** Whether a column gets a default from the table that it is inherited from. */
function bringsDefault(column: FactOf<"column">, want: Side): boolean {
  return comesByInheritance(column, want) &&
    inheritedColumns(column.name, want).some((key) => want.find("default", want.get(key)?.name ?? []) !== null);
}

function inherited(part: FactOf<"constraint">): boolean {
  return part.body.inherited && !part.body.local;
}

/** A table that was there before and that a foreign key in CREATE TABLE points at: it is locked against writers. */
function referencedTable(fact: FactOf<"table">, want: Side, parts: readonly Fact[], have: Side): string | null {
  for (const part of parts) {
    if (!isKind(part, "constraint") || part.body.type !== "f") continue;
    for (const need of part.needs) {
      for (const one of want.lineage(need)) {
        if (one.kind === "table" && one.key !== fact.key && have.get(one.key) !== null) return one.key;
      }
    }
  }
  return null;
}

function create(fact: FactOf<"table">, want: Side, parts: readonly Fact[], have: Side): readonly Step[] {
  const { body, key } = fact;
  const name = qualified(fact.name);
  const inside = lines(fact, want, parts);
  const bases = parts.filter((part) => isKind(part, "inheritance"))
    .map((part) => qualified(part.name.slice(2)));
  const kind = body.relation === "f" ? "FOREIGN TABLE" : body.persistence === "u" ? "UNLOGGED TABLE" : "TABLE";
  const brackets = inside.length === 0 ? "()" : `(\n  ${inside.join(",\n  ")}\n)`;
  let sql = `CREATE ${kind} ${name}`;
  if (body.ofType !== null) sql += ` OF ${body.ofType}${inside.length === 0 ? "" : ` ${brackets}`}`;
  else sql += ` ${brackets}`;
  if (bases.length > 0) sql += ` INHERITS (${bases.join(", ")})`;
  if (body.partitionKey !== null) sql += ` PARTITION BY ${body.partitionKey}`;
  if (body.accessMethod !== null) sql += ` USING ${quoteIdentifier(body.accessMethod)}`;
  if ((body.options ?? []).length > 0) sql += ` WITH (${writeOptions(body.options)})`;
  if (body.tablespace !== null) sql += ` TABLESPACE ${quoteIdentifier(body.tablespace)}`;
  if (body.server !== null) sql += ` SERVER ${quoteIdentifier(body.server)}${foreignOptions(body.serverOptions)}`;
  const referenced = referencedTable(fact, want, parts, have);
  const options = referenced === null ? {} : { lock: "SHARE ROW EXCLUSIVE", on: referenced } as const;
  const steps: Step[] = [step(sql, `Create ${kind.toLowerCase()} ${name}`, options)];
  for (const part of parts) {
    if (!isKind(part, "column")) continue;
    steps.push(...columnSettings(broughtColumn(part, want), part, want));
    if (bringsDefault(part, want) && want.find("default", part.name) === null) {
      const sql = `ALTER TABLE ONLY ${name} ALTER COLUMN ${own(part)} DROP DEFAULT`;
      steps.push(
        step(sql, `Drop the inherited default of column ${name}.${own(part)}`, { lock: "ACCESS EXCLUSIVE", on: key }),
      );
    }
  }
  const after = (clause: string, does: string): void => {
    steps.push(step(`ALTER TABLE ${name} ${clause}`, does, { lock: "ACCESS EXCLUSIVE", on: key }));
  };
  if (body.rowSecurity) after("ENABLE ROW LEVEL SECURITY", `Enable row security on ${name}`);
  if (body.forceRowSecurity) after("FORCE ROW LEVEL SECURITY", `Force row security on ${name}`);
  return steps;
}

/** Whether a foreign key points at a partitioned table or at one above it: it keeps the partitions from being dropped. */
function referenced(table: string, side: Side): boolean {
  const pointed = side.childrenOf(table, "column").some(({ key }) =>
    side.dependents(key).some((one) => isKind(one, "constraint") && one.body.type === "f" && tableOf(one) !== table)
  );
  return pointed ||
    side.childrenOf(table, "inheritance").some((one) => referenced(keyOf("table", one.name.slice(2)), side));
}

/** Whether a table's columns are the same in the same order: a type takes a table on only as it is. */
function sameColumns(table: FactOf<"table">, before: Side, after: Side): boolean {
  const columns = (side: Side) =>
    [...side.childrenOf(table.key, "column")].sort((a, b) => a.body.position - b.body.position)
      .map(({ name, body }) => [name[2], body.type, body.collation]);
  return JSON.stringify(columns(before)) === JSON.stringify(columns(after));
}

export const table: KindSpec<"table"> = {
  rank: 30,
  query,
  body,
  create,
  alter: (have, want, { have: before, want: after }) => {
    const [from, to] = [have.body, want.body];
    if (from.relation !== to.relation || from.partitionKey !== to.partitionKey || from.server !== to.server) {
      return replace;
    }
    if (to.ofType !== null && from.ofType !== to.ofType && !sameColumns(want, before, after)) return replace;
    const name = qualified(want.name);
    const steps: Step[] = [];
    const alterTable = alterOnly(want, before, after);
    const change = (clause: string, does: string, lock: LockLevel = "ACCESS EXCLUSIVE", rewrites = false): void => {
      steps.push(
        step(`${alterTable} ${clause}`, does, { lock, on: want.key, rewrites, scans: rewrites, head: alterTable }),
      );
    };
    if (from.persistence !== to.persistence) {
      const logged = to.persistence === "u" ? "UNLOGGED" : "LOGGED";
      change(`SET ${logged}`, `Make table ${name} ${logged.toLowerCase()}`, "ACCESS EXCLUSIVE", true);
    }
    if (from.accessMethod !== to.accessMethod) {
      const method = to.accessMethod ?? "heap";
      change(
        `SET ACCESS METHOD ${quoteIdentifier(method)}`,
        `Change the access method of ${name}`,
        "ACCESS EXCLUSIVE",
        to.relation !== "p",
      );
    }
    if (from.tablespace !== to.tablespace) {
      const space = quoteIdentifier(to.tablespace ?? "pg_default");
      change(
        `SET TABLESPACE ${space}`,
        `Move table ${name} to tablespace ${space}`,
        "ACCESS EXCLUSIVE",
        to.relation !== "p",
      );
    }
    if (!sameOptions(from.options, to.options)) {
      for (const clause of changeOptions(from.options, to.options)) {
        change(clause, `Change storage parameters of ${name}`, parameterLock(from.options, to.options));
      }
    }
    if (from.ofType !== to.ofType) {
      if (to.ofType === null) change("NOT OF", `Make ${name} a table of no type`);
      else change(`OF ${to.ofType}`, `Make ${name} a table of type ${to.ofType}`);
    }
    if (from.rowSecurity !== to.rowSecurity) {
      change(`${to.rowSecurity ? "ENABLE" : "DISABLE"} ROW LEVEL SECURITY`, `Switch row security of ${name}`);
    }
    if (from.forceRowSecurity !== to.forceRowSecurity) {
      change(`${to.forceRowSecurity ? "" : "NO "}FORCE ROW LEVEL SECURITY`, `Switch forced row security of ${name}`);
    }
    const options = changeForeignOptions(from.serverOptions, to.serverOptions);
    if (options !== "") change(options, `Change options of foreign table ${name}`);
    return alterBy(steps);
  },
  drop: (fact, have, want) => {
    const kind = fact.body.relation === "f" ? "FOREIGN TABLE" : "TABLE";
    const losesData = fact.body.relation === "r";
    const link = have.childrenOf(fact.key, "inheritance").find(({ body }) => body.bound !== null);
    const tied = link !== undefined && referenced(keyOf("table", link.name.slice(2)), have);
    return [
      ...tied ? inheritance.drop(link, have, want) : [],
      step(`DROP ${kind} ${qualified(fact.name)}`, `Drop ${kind.toLowerCase()} ${qualified(fact.name)}`, {
        lock: "ACCESS EXCLUSIVE",
        on: fact.key,
        losesData,
      }),
    ];
  },
  slots: (fact) => [
    relationSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
    typeSlot(fact.name[0] ?? "", fact.name[1] ?? ""),
  ],
  target: (fact) => ({
    type: fact.body.relation === "f" ? "FOREIGN TABLE" : "TABLE",
    name: qualified(fact.name),
    grant: "TABLE",
  }),
};
