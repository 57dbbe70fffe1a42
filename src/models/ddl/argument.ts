/** Arguments that become SQL: each is checked, then written, or refused with what was wanted and what was found. */
import { problem } from "../../base/problem.ts";
import { quoteIdentifier, quoteLiteral } from "../../sql/quote.ts";
import { isSql, kindOf } from "../../sql/value.ts";
import type { Expression, StorageParameters } from "./shapes.ts";

/** Which operation is being written, for errors: `createTable`, or a model's table. */
export type Subject = string;

/** Refuses an argument. */
export function refuse(operation: Subject, argument: string, wanted: string, found: unknown): never {
  throw problem("kit/bad-argument", { operation, argument, wanted, found: kindOf(found) });
}

const encoder = new TextEncoder();

/** PostgreSQL's limit on names, in bytes (NAMEDATALEN - 1). */
export const longestNameBytes = 63;

/** A name, quoted where it needs to be. PostgreSQL would cut a longer one without an error, so it is refused here. */
export function nameText(operation: Subject, argument: string, name: string): string {
  if (typeof name !== "string" || name === "") return refuse(operation, argument, "a name", name);
  if (encoder.encode(name).length > longestNameBytes) {
    return refuse(operation, argument, `a name of at most ${longestNameBytes} bytes`, name);
  }
  return quoteIdentifier(name);
}

/** A name with its schema in front when there is one. */
export function qualifiedText(operation: Subject, argument: string, name: string, schema?: string): string {
  const text = nameText(operation, argument, name);
  return schema === undefined ? text : `${nameText(operation, "schema", schema)}.${text}`;
}

/** At least one name, comma separated. */
export function namesText(operation: Subject, argument: string, names: readonly string[]): string {
  if (!Array.isArray(names) || names.length === 0) return refuse(operation, argument, "at least one column", names);
  return names.map((name) => nameText(operation, argument, name)).join(", ");
}

/** An expression's text; it is SQL as it stands, with a line end after what may be a comment. */
export function expressionText(operation: Subject, argument: string, expression: Expression): string {
  const text = isSql(expression) ? expression.text : expression;
  if (typeof text !== "string" || text.trim() === "") return refuse(operation, argument, "an SQL expression", text);
  return text.includes("--") ? `${text}\n` : text;
}

/** An SQL type. It is no name to be quoted, so text that could end the statement is refused instead. */
export function typeText(operation: Subject, argument: string, type: Expression): string {
  if (isSql(type)) return expressionText(operation, argument, type);
  const text = expressionText(operation, argument, type);
  const outsideQuotes = text.replaceAll(/"(?:[^"]|"")*"/g, "");
  if (/[;"']|--|\/\*|\$\$/.test(outsideQuotes)) return refuse(operation, argument, "an SQL type", text);
  return text;
}

/** A name that may also be given as `sql` when it has a schema: a collation, an operator class. */
export function nameOrSql(operation: Subject, argument: string, name: Expression): string {
  return isSql(name) ? name.text : nameText(operation, argument, name);
}

/** One of a few words, upper-cased. */
export function wordText(operation: Subject, argument: string, word: string, words: readonly string[]): string {
  if (!words.includes(word)) return refuse(operation, argument, words.map((each) => `"${each}"`).join(" or "), word);
  return word.toUpperCase();
}

/** A whole number. */
export function integerText(operation: Subject, argument: string, value: number | bigint): string {
  if (typeof value === "bigint" || Number.isSafeInteger(value)) return String(value);
  return refuse(operation, argument, "a whole number", value);
}

/** Storage parameters as they stand between parentheses: `fillfactor = 70, toast.autovacuum_enabled = false`. */
export function parametersText(operation: Subject, parameters: StorageParameters): string {
  const entries = Object.entries(parameters);
  if (entries.length === 0) return refuse(operation, "with", "at least one parameter", parameters);
  return entries.map(([name, value]) => {
    const written = name.split(".").map((part) => nameText(operation, "with", part)).join(".");
    const text = String(value);
    return `${written} = ${/^[\w.+-]+$/.test(text) ? text : quoteLiteral(text)}`;
  }).join(", ");
}

/** Joins what is there with spaces. */
export function words(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join(" ");
}
