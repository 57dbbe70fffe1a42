import { z } from "zod/mini";
import { quoteIdentifier } from "../../sql/quote.ts";
import { aclOf, address } from "../catalog.ts";
import { type Fact, type FactOf, isKind, keyOf } from "../fact.ts";
import { type Alteration, alterBy, type KindSpec, replace, type Sides } from "../kind.ts";
import { keptBelow } from "../kept.ts";
import { alterAll, alterOnly, own, qualified, tableOf } from "../names.ts";
import { changeForeignOptions, changeOptions, foreignOptions, sameOptions } from "../options.ts";
import type { Side } from "../side.ts";
import { type LockLevel, type Step, step } from "../statement.ts";
import { comparable, isConstrained, type Renewed, usingFor } from "../type-change.ts";
import { isVolatile } from "../volatile.ts";
import { identityText } from "./identity.ts";
import { broughtByInherits, notNullText } from "./not-null.ts";

const body = z.object({
  position: z.number(),
  type: z.string(),
  /** Quoted; null when it is the type's own. */
  collation: z.nullable(z.string()),
  generated: z.nullable(z.object({ expression: z.string(), stored: z.boolean() })),
  /** p, e, x, m; null when it is the type's own. */
  storage: z.nullable(z.string()),
  usualStorage: z.string(),
  /** p: pglz, l: lz4. */
  compression: z.nullable(z.string()),
  statistics: z.nullable(z.number()),
  options: z.nullable(z.array(z.string())),
  foreignOptions: z.nullable(z.array(z.string())),
  local: z.boolean(),
  inherited: z.boolean(),
});
export type ColumnBody = Readonly<z.infer<typeof body>>;

const storages: Readonly<Record<string, string>> = { p: "PLAIN", e: "EXTERNAL", x: "EXTENDED", m: "MAIN" };
const compressions: Readonly<Record<string, string>> = { p: "pglz", l: "lz4" };

/** One column as CREATE TABLE or ADD COLUMN writes it, with those of `parts` that stand in it; null when nothing is to say. */
export function columnLine(
  fact: FactOf<"column">,
  want: Side,
  parts: readonly Fact[],
  typed = false,
): string | null {
  const { body } = fact;
  const mine = parts.filter((part) => part.parent === fact.key);
  const pieces: string[] = [];
  if (body.generated !== null) {
    const { expression, stored } = body.generated;
    pieces.push(`GENERATED ALWAYS AS (${expression}) ${stored ? "STORED" : "VIRTUAL"}`);
  }
  for (const part of mine) {
    if (isKind(part, "default")) pieces.push(`DEFAULT ${part.body.expression}`);
    if (isKind(part, "identity")) pieces.push(identityText(part));
  }
  for (const part of mine) {
    if (isKind(part, "notNull") && !broughtByInherits(part, want)) pieces.push(notNullText(part, want));
  }
  const name = quoteIdentifier(fact.name[2] ?? "");
  if (typed) return pieces.length === 0 ? null : [name, "WITH OPTIONS", ...pieces].join(" ");
  // Beside what a parent brings, another compression is refused: it comes afterwards.
  if (body.compression !== null && broughtColumn(fact, want) === null) {
    pieces.unshift(`COMPRESSION ${compressions[body.compression] ?? "pglz"}`);
  }
  if (body.collation !== null) pieces.splice(body.compression === null ? 0 : 1, 0, `COLLATE ${body.collation}`);
  const foreign = foreignOptions(body.foreignOptions).trim();
  if (foreign !== "") pieces.unshift(foreign);
  if (comesByInheritance(fact, want)) return null;
  return [name, body.type, ...pieces].join(" ");
}

/** ALTER COLUMN for what a column's definition does not hold: storage, statistics, options. */
export function columnSettings(
  have: FactOf<"column"> | null,
  fact: FactOf<"column">,
  ...sides: Side[]
): readonly Step[] {
  const steps: Step[] = [];
  const name = own(fact);
  const where = `${qualified(fact.name)}.${name}`;
  const change = (clause: string, does: string, lock: LockLevel): void => {
    const sql = `${alterOnly(fact, ...sides)} ALTER COLUMN ${name} ${clause}`;
    steps.push(step(sql, does, { lock, on: tableOf(fact) }));
  };
  const { storage, compression, statistics, options } = fact.body;
  if ((have?.body.storage ?? null) !== storage) {
    const to = storages[storage ?? fact.body.usualStorage] ?? "PLAIN";
    change(`SET STORAGE ${to}`, `Change the storage of column ${where}`, "ACCESS EXCLUSIVE");
  }
  if (have !== null && have.body.compression !== compression) {
    const to = compression === null ? "default" : compressions[compression] ?? "default";
    change(`SET COMPRESSION ${to}`, `Change the compression of column ${where}`, "ACCESS EXCLUSIVE");
  }
  if ((have?.body.statistics ?? null) !== statistics) {
    change(
      `SET STATISTICS ${statistics ?? -1}`,
      `Change the statistics target of column ${where}`,
      "SHARE UPDATE EXCLUSIVE",
    );
  }
  if (!sameOptions(have?.body.options ?? null, options)) {
    for (const clause of changeOptions(have?.body.options ?? null, options)) {
      change(clause, `Change the options of column ${where}`, "SHARE UPDATE EXCLUSIVE");
    }
  }
  return steps;
}

/** What PostgreSQL wants out of the way while a column's type changes: it rebuilds indexes and constraints by itself. */
function inTheWay(
  column: string,
  { dropsDefault, dropsKeys }: { readonly dropsDefault: boolean; readonly dropsKeys: boolean },
): (dependent: Fact) => boolean {
  return (dependent) => {
    switch (dependent.kind) {
      case "constraint":
        return dropsKeys && dependent.body.type === "f";
      case "view":
      case "viewColumn":
      case "rule":
      case "policy":
      case "trigger":
      case "function":
      case "publicationTable":
        return true;
      case "column":
        return dependent.key !== column;
      case "default":
        return dropsDefault && dependent.parent === column;
      default:
        return false;
    }
  };
}

/** What ALTER COLUMN … TYPE does, in words. */
function retypeText(where: string, from: ColumnBody, to: ColumnBody, renewed: Renewed): string {
  if (renewed === "type") return `Take column ${where} over to the new ${to.type}`;
  if (from.type !== to.type) return `Change the type of column ${where} from ${from.type} to ${to.type}`;
  const usual = `that of ${to.type}`;
  return from.collation === to.collation
    ? `Take column ${where} over to the new collation ${to.collation ?? usual}`
    : `Change the collation of column ${where} from ${from.collation ?? usual} to ${to.collation ?? usual}`;
}

/** How a column changes; `renewed` says what of its type is made anew under the same name. */
export function alterColumn(
  have: FactOf<"column">,
  want: FactOf<"column">,
  sides: Sides,
  renewed: Renewed,
): Alteration {
  const [from, to] = [have.body, want.body];
  const version = sides.have.snapshot.serverVersion;
  const where = `${qualified(want.name)}.${own(want)}`;
  const steps: Step[] = [];
  const on = tableOf(want);
  const alterTable = alterAll(want, sides.want);
  const sameType = from.type === to.type && from.collation === to.collation && renewed === null;
  let retypes = false;
  let dropsDefault = false;
  if ((from.generated === null) !== (to.generated === null)) {
    if (to.generated !== null || from.generated?.stored === false) return replace;
    steps.push(
      step(`${alterTable} ALTER COLUMN ${own(want)} DROP EXPRESSION`, `Make generated column ${where} a plain one`, {
        lock: "ACCESS EXCLUSIVE",
        on,
      }),
    );
  } else if (from.generated !== null && to.generated !== null) {
    if (from.generated.stored !== to.generated.stored) return replace;
    if (from.generated.expression !== to.generated.expression && version < 170000) return replace;
  }
  if (!sameType) {
    retypes = true;
    const change = usingFor(have, want, sides, renewed);
    dropsDefault = change.dropsDefault;
    const collation = to.collation === null ? "" : ` COLLATE ${to.collation}`;
    const using = to.generated !== null || change.using === null ? "" : ` USING ${change.using}`;
    steps.push(step(
      `${alterTable} ALTER COLUMN ${own(want)} TYPE ${to.type}${collation}${using}`,
      retypeText(where, from, to, renewed),
      {
        lock: "ACCESS EXCLUSIVE",
        on,
        rewrites: change.rewrites,
        scans: change.scans,
        losesData: change.losesData,
        head: alterTable,
      },
    ));
  }
  if (from.generated !== null && to.generated !== null && from.generated.expression !== to.generated.expression) {
    retypes = true;
    steps.push(step(
      `${alterTable} ALTER COLUMN ${own(want)} SET EXPRESSION AS (${to.generated.expression})`,
      `Change the expression of generated column ${where}`,
      // In one ALTER TABLE with other actions PostgreSQL (18.4) looks for constraints that it has just made again.
      { lock: "ACCESS EXCLUSIVE", on, rewrites: to.generated.stored, scans: to.generated.stored },
    ));
  }
  // A new type brings its own storage and compression.
  const reset = retypes && !sameType ? { ...have, body: { ...from, storage: null, compression: null } } : have;
  steps.push(...columnSettings(reset, want, sides.want, sides.have));
  const options = changeForeignOptions(from.foreignOptions, to.foreignOptions);
  if (options !== "") {
    steps.push(step(`${alterTable} ALTER COLUMN ${own(want)} ${options}`, `Change options of ${where}`, {
      lock: "ACCESS EXCLUSIVE",
      on,
    }));
  }
  if (!retypes) return alterBy(steps);
  // A foreign key is made again for each of its columns: on the way, the two types must compare.
  const dropsKeys = renewed !== null || !comparable(from.type, to.type) || from.collation !== to.collation;
  return alterBy(steps, inTheWay(want.key, { dropsDefault, dropsKeys }));
}

function persistenceOf(fact: FactOf<"column">, side: Side): string | null {
  return side.at(tableOf(fact), "table")?.body.persistence ?? null;
}

function create(fact: FactOf<"column">, want: Side, parts: readonly Fact[], have: Side): readonly Step[] {
  const line = columnLine(fact, want, parts) ?? "";
  const where = `${qualified(fact.name)}.${own(fact)}`;
  const rewrites = fact.body.generated?.stored === true || isConstrained(fact.body.type, want) ||
    parts.some((part) => part.kind === "identity" || (isKind(part, "default") && isVolatile(part, want)));
  // A column that is empty everywhere takes no nulls only where there are no rows.
  const checks = parts.some((part) => part.kind === "notNull") && !parts.some((part) => part.kind === "default");
  const head = alterAll(fact, want);
  const add = step(`${head} ADD COLUMN ${line}`, `Add column ${where}`, {
    lock: "ACCESS EXCLUSIVE",
    on: tableOf(fact),
    rewrites,
    scans: rewrites || checks,
    // In one statement with SET LOGGED the identity's sequence would be what the table was before.
    ...(parts.some((part) => part.kind === "identity") && persistenceOf(fact, have) !== persistenceOf(fact, want)
      ? {}
      : { head }),
  });
  return [add, ...columnSettings(null, fact, want)];
}

function drop(fact: FactOf<"column">, have: Side, want: Side): readonly Step[] {
  const where = `${qualified(fact.name)}.${own(fact)}`;
  const table = keptBelow(fact, have, want) ? alterOnly(fact, have) : alterAll(fact, have);
  return [step(`${table} DROP COLUMN ${own(fact)}`, `Drop column ${where}`, {
    lock: "ACCESS EXCLUSIVE",
    on: tableOf(fact),
    losesData: fact.body.generated === null,
  })];
}

const query = () =>
  `SELECT ${address("relation", "c.oid", "a.attnum")} AS id, ${address("relation", "c.oid")} AS parent,
    json_build_array(n.nspname, c.relname, a.attname) AS name, ${aclOf("a.attacl")} AS acl,
    json_build_object('position', a.attnum, 'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
      'collation', CASE WHEN a.attcollation <> t.typcollation THEN
        (SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname)
         FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
         WHERE co.oid = a.attcollation) END,
      'generated', CASE WHEN a.attgenerated <> '' THEN json_build_object('stored', a.attgenerated = 's',
        'expression', (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d
          WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum)) END,
      'storage', CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, 'usualStorage', t.typstorage,
      'compression', nullif(a.attcompression, ''), 'statistics', nullif(a.attstattarget, -1),
      'options', to_json(a.attoptions), 'foreignOptions', to_json(a.attfdwoptions),
      'local', a.attislocal, 'inherited', a.attinhcount > 0) AS body
  FROM pg_catalog.pg_class c JOIN ns n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'`;

/** Whether CREATE TABLE … INHERITS makes the column; a partition is made whole and attached. */
export function comesByInheritance(fact: FactOf<"column">, want: Side): boolean {
  if (!fact.body.inherited || fact.body.local) return false;
  return want.childrenOf(tableOf(fact), "inheritance").every((one) => one.body.bound === null);
}

/** A column as a new heir gets it from its parents, which hand on storage and compression; null for any other. */
export function broughtColumn(fact: FactOf<"column">, want: Side): FactOf<"column"> | null {
  if (!fact.body.inherited) return null;
  for (const tie of want.childrenOf(tableOf(fact), "inheritance")) {
    const from = tie.body.bound === null ? want.find("column", [...tie.name.slice(2), fact.name[2] ?? ""]) : null;
    if (from === null) continue;
    const { storage, compression } = from.body;
    return { ...fact, body: { ...fact.body, storage, compression, statistics: null, options: null } };
  }
  return null;
}

/** Keys of the columns of the same name in the tables that this column's table inherits from. */
export function inheritedColumns(name: readonly string[], side: Side): readonly string[] {
  const table = tableOf({ name });
  const type = side.at(table, "table")?.needs.find((need) => need.startsWith("composite:"));
  if (type !== undefined && side.at(table, "table")?.body.ofType !== null) {
    const composite = side.get(type)?.name ?? [];
    return [keyOf("attribute", [...composite, name[2] ?? ""])];
  }
  return side.childrenOf(table, "inheritance").map((one) => keyOf("column", [...one.name.slice(2), name[2] ?? ""]));
}

export const column: KindSpec<"column"> = {
  rank: 31,
  query,
  body,
  ignored: ["position", "usualStorage", "local", "inherited"],
  inline: () => "",
  create,
  alter: (have, want, sides) => alterColumn(have, want, sides, null),
  drop,
  target: (fact) => ({ type: "COLUMN", name: `${qualified(fact.name)}.${own(fact)}` }),
  inheritedFrom: (fact, side) => inheritedColumns(fact.name, side),
  position: (fact) => fact.body.position,
};
