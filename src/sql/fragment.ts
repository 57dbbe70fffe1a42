/**
 * `sql`, the tagged template: a statement when it stands in a revision's `up` or `down`, an expression when it stands
 * in an operation's or a model's option. Values become quoted literals, fragments nest as they are.
 */
import { Problem, problem } from "../base/problem.ts";
import { quoteIdentifier } from "./quote.ts";
import { splitStatements } from "./split.ts";
import { type SqlValue, valueText } from "./value.ts";

/** SQL text as a value: an operation by itself, and an expression inside other operations. Made by {@link sql}. */
export interface Sql {
  readonly type: "migrate.operation";
  readonly name: "sql";
  readonly description: string;
  /** The text's statements, for use as an operation. */
  readonly sql: readonly string[];
  readonly transaction: true;
  /** The text as it was written, for use as an expression. */
  readonly text: string;
}

/** The template tag with its companions. */
export interface SqlTag {
  /**
   * SQL with values: a string, number, date and so on becomes a quoted literal, another fragment nests as it is.
   *
   * ```ts
   * sql`update users set role = ${"it's"} where ${sql.identifier("full name")} is null`;
   * ```
   */
  (strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql;
  /** Text that becomes SQL as it stands: nothing in it is quoted. */
  raw(text: string): Sql;
  /** A quoted name: `sql.identifier("public", "users")` is `"public"."users"`. */
  identifier(...names: readonly [string, ...string[]]): Sql;
  /** Values and fragments with a separator (a comma when none is given) between them. */
  join(parts: readonly SqlValue[], separator?: Sql): Sql;
}

/** Escapes whose backslash JavaScript eats although it means something else in SQL: `\d`, `\.`, `\b`, … */
const lostBackslash = /(?:^|[^\\])(?:\\\\)*(\\[^\\`$nrt0-9ux\r\n'"{])/;

function fragment(text: string): Sql {
  return Object.freeze({
    type: "migrate.operation",
    name: "sql",
    description: describe(text),
    sql: Object.freeze(statementsOf(text)),
    transaction: true,
    text,
  });
}

/** A fragment may end inside a literal that another one closes; it is then one text by itself. */
function statementsOf(text: string): string[] {
  if (!text.includes(";")) return [text];
  try {
    return splitStatements(text).map((statement) => statement.text);
  } catch (error) {
    if (error instanceof Problem) return [text];
    throw error;
  }
}

/** The text's first words on one line, at most 72 characters. */
export function describe(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= 72 ? line : `${line.slice(0, 71)}…`;
}

function template(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  const parts: string[] = [];
  strings.forEach((cooked: string | undefined, index) => {
    const raw = strings.raw[index] ?? "";
    const lost = lostBackslash.exec(raw)?.[1] ?? (cooked === undefined ? "\\" : undefined);
    if (lost !== undefined) throw problem("kit/lost-backslash", { escape: lost, text: describe(raw) });
    parts.push(cooked ?? "");
    if (index < values.length) parts.push(valueText(values[index], "sql`…`"));
  });
  return fragment(parts.join(""));
}

/**
 * SQL as a value, with values quoted; see {@link SqlTag}.
 *
 * ```ts
 * createTable("users", { id: { type: "uuid", primaryKey: true, default: sql`gen_random_uuid()` } });
 * ```
 */
export const sql: SqlTag = Object.freeze(Object.assign(template, {
  raw: (text: string): Sql => fragment(text),
  identifier: (...names: readonly [string, ...string[]]): Sql => fragment(names.map(quoteIdentifier).join(".")),
  join: (parts: readonly SqlValue[], separator: Sql = fragment(", ")): Sql =>
    fragment(parts.map((part) => valueText(part, "sql.join")).join(separator.text)),
}));

/**
 * A value as JSON, for json and jsonb columns (where an array by itself would become a PostgreSQL array).
 *
 * ```ts
 * bulkInsert("settings", [{ name: "tags", value: json(["a", "b"]) }]);
 * ```
 */
export function json(value: unknown): Sql {
  const text = JSON.stringify(value);
  if (text === undefined) {
    throw problem("kit/unwritable-value", { found: typeof value, where: "json()" });
  }
  return fragment(`${valueText(text, "json()")}::jsonb`);
}
