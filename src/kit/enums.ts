/** Operations on enum types. */
import { nameText, qualifiedText, refuse, words } from "../models/ddl/argument.ts";
import { quoteLiteral } from "../sql/quote.ts";
import { type DropOptions, type InSchema, operation, shown, type SqlOperation } from "./operation.ts";

function labelText(name: string, argument: string, label: string): string {
  if (typeof label !== "string" || label === "") return refuse(name, argument, "text", label);
  return quoteLiteral(label);
}

/**
 * Creates an enum type.
 *
 * ```ts
 * createEnum("role", ["admin", "member"]);
 * ```
 */
export function createEnum(name: string, values: readonly string[], options: InSchema = {}): SqlOperation {
  if (!Array.isArray(values)) refuse("createEnum", "values", "a list of texts", values);
  if (new Set(values).size < values.length) refuse("createEnum", "values", "each value once", values.join(", "));
  const type = qualifiedText("createEnum", "name", name, options.schema);
  const labels = values.map((value) => labelText("createEnum", "values", value)).join(", ");
  return operation("createEnum", `Create enum ${shown(name, options.schema)}`, [
    `CREATE TYPE ${type} AS ENUM (${labels})`,
  ]);
}

/**
 * Adds a value to an enum type, at its end or beside another. PostgreSQL cannot use a new value in the transaction that
 * adds it: use it in the next revision.
 *
 * ```ts
 * addEnumValue("role", "guest", { before: "member", ifNotExists: true });
 * ```
 */
export function addEnumValue(
  name: string,
  value: string,
  options: InSchema & { readonly before?: string; readonly after?: string; readonly ifNotExists?: boolean } = {},
): SqlOperation {
  const { before, after, ifNotExists, schema } = options;
  if (before !== undefined && after !== undefined) {
    refuse("addEnumValue", "before", "before or after, not both", before);
  }
  const statement = words(
    `ALTER TYPE ${qualifiedText("addEnumValue", "name", name, schema)} ADD VALUE`,
    ifNotExists && "IF NOT EXISTS",
    labelText("addEnumValue", "value", value),
    before !== undefined && `BEFORE ${labelText("addEnumValue", "before", before)}`,
    after !== undefined && `AFTER ${labelText("addEnumValue", "after", after)}`,
  );
  return operation("addEnumValue", `Add value "${value}" to enum ${shown(name, schema)}`, [statement]);
}

/**
 * Renames a value of an enum type.
 *
 * ```ts
 * renameEnumValue("role", "guest", "visitor");
 * ```
 */
export function renameEnumValue(name: string, value: string, to: string, options: InSchema = {}): SqlOperation {
  const type = qualifiedText("renameEnumValue", "name", name, options.schema);
  const [from, target] = [labelText("renameEnumValue", "value", value), labelText("renameEnumValue", "to", to)];
  return operation("renameEnumValue", `Rename value "${value}" of enum ${shown(name, options.schema)} to "${to}"`, [
    `ALTER TYPE ${type} RENAME VALUE ${from} TO ${target}`,
  ]);
}

/**
 * Renames an enum type.
 *
 * ```ts
 * renameEnum("role", "user_role");
 * ```
 */
export function renameEnum(name: string, to: string, options: InSchema = {}): SqlOperation {
  const type = qualifiedText("renameEnum", "name", name, options.schema);
  return operation("renameEnum", `Rename enum ${shown(name, options.schema)} to ${to}`, [
    `ALTER TYPE ${type} RENAME TO ${nameText("renameEnum", "to", to)}`,
  ]);
}

/**
 * Drops an enum type.
 *
 * ```ts
 * dropEnum("role", { ifExists: true });
 * ```
 */
export function dropEnum(name: string, options: DropOptions = {}): SqlOperation {
  const type = qualifiedText("dropEnum", "name", name, options.schema);
  return operation("dropEnum", `Drop enum ${shown(name, options.schema)}`, [
    words("DROP TYPE", options.ifExists && "IF EXISTS", type, options.cascade && "CASCADE"),
  ]);
}
