/** JavaScript values as SQL literals. */
import { problem } from "../base/problem.ts";
import type { Sql } from "./fragment.ts";
import { quoteLiteral } from "./quote.ts";

/** A value that has a form in SQL. An array becomes a PostgreSQL array, a plain object becomes JSON. */
export type SqlValue =
  | null
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | Sql
  | readonly SqlValue[]
  | { readonly [key: string]: unknown };

/** Says whether a value is an SQL fragment made by the `sql` tag, of this copy of the program or another. */
export function isSql(value: unknown): value is Sql {
  return typeof value === "object" && value !== null && "type" in value && value.type === "migrate.operation" &&
    "name" in value && value.name === "sql";
}

/**
 * A value as SQL text. Text, dates, arrays and objects become untyped literals, so that the column they go to decides
 * their type; `where` says in an error what was being written.
 *
 * ```ts
 * valueText("it's", "bulkInsert"); // 'it''s'
 * valueText([1, null], "bulkInsert"); // '{1,NULL}'
 * ```
 */
export function valueText(value: SqlValue | undefined, where: string): string {
  if (value === null) return "NULL";
  switch (typeof value) {
    case "string":
      return quoteLiteral(value);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      return numberText(value);
    case "bigint":
      return value < 0n ? `(${value})` : String(value);
    case "object":
      return objectText(value, where);
    default:
      throw problem("kit/unwritable-value", { found: kindOf(value), where });
  }
}

/** A negative number stands in parentheses: after a minus sign it would otherwise begin a comment. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return `'${value}'::double precision`;
  return value < 0 ? `(${value})` : String(value);
}

function objectText(value: Exclude<SqlValue, null | string | number | bigint | boolean>, where: string): string {
  if (isSql(value)) return value.text;
  if (value instanceof Date) return quoteLiteral(dateText(value, where));
  if (value instanceof Uint8Array) return `${quoteLiteral(bytesText(value))}::bytea`;
  if (isArray(value)) {
    if (holdsSql(value)) return `ARRAY[${value.map((element) => valueText(element, where)).join(", ")}]`;
    return quoteLiteral(arrayText(value, where));
  }
  return quoteLiteral(jsonText(value, where));
}

function isArray(value: unknown): value is readonly SqlValue[] {
  return Array.isArray(value);
}

function holdsSql(values: readonly SqlValue[]): boolean {
  return values.some((value) => isSql(value) || (isArray(value) && holdsSql(value)));
}

/** What PostgreSQL's input function for arrays reads: `{1,"two words",NULL,{3}}`. */
function arrayText(values: readonly SqlValue[], where: string): string {
  return `{${values.map((value) => elementText(value, where)).join(",")}}`;
}

function elementText(value: SqlValue | undefined, where: string): string {
  if (value === null) return "NULL";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quotedElement(value);
  if (typeof value !== "object") throw problem("kit/unwritable-value", { found: kindOf(value), where });
  if (isArray(value)) return arrayText(value, where);
  if (value instanceof Date) return quotedElement(dateText(value, where));
  if (value instanceof Uint8Array) return quotedElement(bytesText(value));
  return quotedElement(jsonText(value, where));
}

function quotedElement(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** ISO 8601 in UTC; years after 9999 without a sign and years before 1 with BC, as PostgreSQL reads them. */
function dateText(date: Date, where: string): string {
  if (Number.isNaN(date.getTime())) throw problem("kit/unwritable-value", { found: "an invalid Date", where });
  const year = date.getUTCFullYear();
  const rest = date.toISOString().replace(/^[+-]?\d+/, "");
  return year > 0 ? `${String(year).padStart(4, "0")}${rest}` : `${String(1 - year).padStart(4, "0")}${rest} BC`;
}

function bytesText(bytes: Uint8Array): string {
  return `\\x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function jsonText(value: object, where: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === null || prototype === Object.prototype ||
    (typeof prototype === "object" && Object.getPrototypeOf(prototype) === null);
  if (!plain) throw problem("kit/unwritable-value", { found: kindOf(value), where });
  try {
    return JSON.stringify(value);
  } catch {
    throw problem("kit/unwritable-value", { found: "an object that JSON cannot write", where });
  }
}

/** For people: `undefined`, `a function`, `a Map`. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === "object") return `a ${value.constructor?.name ?? "object"}`;
  if (typeof value === "string") return value === "" ? "empty text" : `text "${value}"`;
  return typeof value === "function" ? "a function" : `${typeof value} ${String(value)}`;
}
