/** Builders for what is not a table. Each returns a plain value; a model file exports it. */
import type { Expression, SequenceOptions } from "../ddl/shapes.ts";
import { type Sql, sql as fragment } from "../../sql/fragment.ts";
import { isSql, type SqlValue } from "../../sql/value.ts";
import type {
  CommonOptions,
  DefinitionOf,
  DomainOptions,
  FunctionOptions,
  MaterializedViewOptions,
  ViewOptions,
} from "./definition.ts";
import { callerOf } from "./spot.ts";

/**
 * A view.
 *
 * ```ts
 * export const activeUsers = view("active_users", sql`select id, email from users where is_active`);
 * ```
 */
export function view(name: string, query: Expression, options: ViewOptions = {}): DefinitionOf<"view"> {
  return Object.freeze({ ...options, type: "migrate.model", kind: "view", name, query, at: callerOf(view) });
}

/**
 * A materialized view, with its indexes.
 *
 * ```ts
 * export const totals = materializedView("totals", sql`select owner_id, count(*) as items from items group by 1`, {
 *   indexes: [{ columns: ["owner_id"], unique: true }],
 * });
 * ```
 */
export function materializedView(
  name: string,
  query: Expression,
  options: MaterializedViewOptions = {},
): DefinitionOf<"materializedView"> {
  const at = callerOf(materializedView);
  return Object.freeze({ ...options, type: "migrate.model", kind: "materializedView", name, query, at });
}

/**
 * A function, or with `returns: null` a procedure.
 *
 * ```ts
 * export const touch = fn("touch_updated_at", {
 *   returns: "trigger",
 *   language: "plpgsql",
 *   body: "begin new.updated_at := now(); return new; end",
 * });
 * ```
 */
export function fn(name: string, options: FunctionOptions): DefinitionOf<"function"> {
  return Object.freeze({ ...options, type: "migrate.model", kind: "function", name, at: callerOf(fn) });
}

/**
 * A domain: a type with checks.
 *
 * ```ts
 * export const positive = domain("positive", "integer", { checks: sql`value > 0` });
 * ```
 */
export function domain(name: string, base: Expression, options: DomainOptions = {}): DefinitionOf<"domain"> {
  return Object.freeze({ ...options, type: "migrate.model", kind: "domain", name, base, at: callerOf(domain) });
}

/**
 * A composite type.
 *
 * ```ts
 * export const address = compositeType("address", { street: "text", city: "text" });
 * ```
 */
export function compositeType(
  name: string,
  fields: Readonly<Record<string, Expression>>,
  options: CommonOptions = {},
): DefinitionOf<"compositeType"> {
  const at = callerOf(compositeType);
  return Object.freeze({ ...options, type: "migrate.model", kind: "compositeType", name, fields, at });
}

/**
 * A sequence.
 *
 * ```ts
 * export const invoiceNumber = sequence("invoice_number", { start: 1000 });
 * ```
 */
export function sequence(name: string, options: CommonOptions & SequenceOptions = {}): DefinitionOf<"sequence"> {
  return Object.freeze({ ...options, type: "migrate.model", kind: "sequence", name, at: callerOf(sequence) });
}

/**
 * An extension.
 *
 * ```ts
 * export const trigrams = extension("pg_trgm");
 * ```
 */
export function extension(
  name: string,
  options: Pick<CommonOptions, "schema" | "comment"> & { readonly version?: string; readonly cascade?: boolean } = {},
): DefinitionOf<"extension"> {
  return Object.freeze({ ...options, type: "migrate.model", kind: "extension", name, at: callerOf(extension) });
}

/**
 * A schema. Tables name it in their `schema` option.
 *
 * ```ts
 * export const shop = schema("shop", { comment: "What is sold" });
 * ```
 */
export function schema(name: string, options: Omit<CommonOptions, "schema"> = {}): DefinitionOf<"schema"> {
  return Object.freeze({ ...options, type: "migrate.model", kind: "schema", name, at: callerOf(schema) });
}

/**
 * SQL for what has no builder: one statement or several.
 *
 * ```ts
 * export const search = ddl`create text search configuration simple_english (copy = english)`;
 * ```
 */
export function ddl(
  text: string | Sql | TemplateStringsArray,
  ...values: readonly SqlValue[]
): DefinitionOf<"ddl"> {
  const at = callerOf(ddl);
  const written = typeof text === "string" ? text : isSql(text) ? text.text : fragment(text, ...values).text;
  return Object.freeze({ type: "migrate.model", kind: "ddl", text: written, at });
}
