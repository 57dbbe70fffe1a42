/** Rows as operations. */
import { namesText, qualifiedText, refuse, words } from "../models/ddl/argument.ts";
import { type SqlValue, valueText } from "../sql/value.ts";
import { type InSchema, operation, shown, type SqlOperation } from "./operation.ts";

/** A row to insert, by column. A column that another row has and this one has not takes its default. */
export type Row = Readonly<Record<string, SqlValue | undefined>>;

/** Rows a statement: a long statement is no faster, and an error in it is harder to find. */
const rowsPerStatement = 500;

/**
 * Inserts rows. Values are written as literals, so scripts and dry runs show them; `json` and `sql` write what has no
 * literal of its own.
 *
 * ```ts
 * bulkInsert("users", [
 *   { email: "ann@example.com", roles: ["admin"], created_at: new Date(0), avatar: null },
 *   { email: "ben@example.com", settings: json({ theme: "dark" }), created_at: sql`now()` },
 * ], { onConflict: "do nothing" });
 * ```
 */
export function bulkInsert(
  table: string,
  rows: readonly Row[],
  options: InSchema & {
    readonly onConflict?: "do nothing";
    /** `"system"` writes values into identity columns that are always generated; `"user"` lets the identity win. */
    readonly overriding?: "system" | "user";
  } = {},
): SqlOperation {
  if (!Array.isArray(rows)) refuse("bulkInsert", "rows", "a list of rows", rows);
  const subject = qualifiedText("bulkInsert", "table", table, options.schema);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = words(
    `INSERT INTO ${subject}`,
    columns.length > 0 && `(${namesText("bulkInsert", "rows", columns)})`,
    options.overriding !== undefined &&
      (options.overriding === "system" ? "OVERRIDING SYSTEM VALUE" : "OVERRIDING USER VALUE"),
  );
  const tail = options.onConflict === undefined ? "" : "\nON CONFLICT DO NOTHING";
  const statements = columns.length === 0
    ? rows.map(() => `${head} DEFAULT VALUES${tail}`)
    : pages(rows).map((page) => `${head} VALUES\n  ${page.map((row) => rowText(row, columns)).join(",\n  ")}${tail}`);
  const count = rows.length === 1 ? "1 row" : `${rows.length} rows`;
  return operation("bulkInsert", `Insert ${count} into ${shown(table, options.schema)}`, statements);
}

function pages(rows: readonly Row[]): (readonly Row[])[] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, page) => rows.slice(page * rowsPerStatement, (page + 1) * rowsPerStatement));
}

function rowText(row: Row, columns: readonly string[]): string {
  const values = columns.map((column) => {
    const value = row[column];
    return value === undefined ? "DEFAULT" : valueText(value, `bulkInsert: column "${column}"`);
  });
  return `(${values.join(", ")})`;
}
