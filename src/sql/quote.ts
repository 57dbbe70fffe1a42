/** Quoting of names and texts, by PostgreSQL's own rules. Nothing else in the program writes a quote mark into SQL. */
import { problem } from "../base/problem.ts";

/**
 * Keywords that cannot stand everywhere as a bare name: all that `pg_get_keywords()` of PostgreSQL 18 lists and does not
 * call unreserved. Older versions' lists are subsets of it.
 */
const keywords: ReadonlySet<string> = new Set(
  ("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast " +
    "char character check coalesce collate collation column concurrently constraint create cross current_catalog " +
    "current_date current_role current_schema current_time current_timestamp current_user dec decimal default " +
    "deferrable desc distinct do else end except exists extract false fetch float for foreign freeze from full grant " +
    "greatest group grouping having ilike in initially inner inout int integer intersect interval into is isnull join " +
    "json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize " +
    "json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national " +
    "natural nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay " +
    "placing position precision primary real references returning right row select session_user setof similar " +
    "smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim true " +
    "union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat " +
    "xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable").split(" "),
);

const bareName = /^[a-z_][a-z0-9_]*$/;

function refuseNul(text: string): void {
  if (text.includes("\0")) throw problem("sql/nul-character", { text });
}

/**
 * Writes a name as SQL, quoted only where PostgreSQL needs it, as `quote_ident` does.
 *
 * ```ts
 * quoteIdentifier("users");    // users
 * quoteIdentifier("Order");    // "Order"
 * quoteIdentifier('a"b');      // "a""b"
 * ```
 * Throws `sql/nul-character` for a name that holds U+0000, which no PostgreSQL text can hold.
 */
export function quoteIdentifier(name: string): string {
  if (bareName.test(name) && !keywords.has(name)) return name;
  refuseNul(name);
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Writes a name with its schema in front; a null schema leaves it out.
 *
 * ```ts
 * quoteQualified("public", "order");   // public."order"
 * ```
 */
export function quoteQualified(schema: string | null, name: string): string {
  return schema === null ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/**
 * Writes a text as a SQL literal that means the same whatever `standard_conforming_strings` is: with a backslash in it
 * the literal becomes an `E''` string, as `quote_literal` writes it.
 *
 * ```ts
 * quoteLiteral("it's");     // 'it''s'
 * quoteLiteral("a\\b");     // E'a\\b'
 * ```
 * Throws `sql/nul-character` for a text that holds U+0000.
 */
export function quoteLiteral(text: string): string {
  refuseNul(text);
  const doubled = text.replaceAll("'", "''");
  return text.includes("\\") ? `E'${doubled.replaceAll("\\", "\\\\")}'` : `'${doubled}'`;
}
