/** Operations on constraints. A null name leaves the choice to PostgreSQL. */
import { nameText, qualifiedText, words } from "../models/ddl/argument.ts";
import { checkText, excludeText, foreignKeyText, primaryKeyText, uniqueText } from "../models/ddl/constraint.ts";
import type { Check, Exclusion, Expression, ForeignKey, PrimaryKey, References, Unique } from "../models/ddl/shapes.ts";
import { type DropOptions, type InSchema, operation, shown, type SqlOperation } from "./operation.ts";

/** A constraint's options without what is already an argument by itself. */
type Rest<Shape, Given extends string> = Omit<Shape, "name" | Given> & InSchema;

function addConstraint(
  name: string,
  kind: string,
  constraint: string | null,
  table: string,
  text: string,
  options: InSchema,
): SqlOperation {
  const subject = qualifiedText(name, "table", table, options.schema);
  return operation(name, `Add ${words(kind, constraint ?? "")} to ${shown(table, options.schema)}`, [
    `ALTER TABLE ${subject} ADD ${text}`,
  ]);
}

function named(name: string | null): { readonly name?: string } {
  return name === null ? {} : { name };
}

/**
 * Adds a primary key.
 *
 * ```ts
 * createPrimaryKey("members_pkey", "members", ["team_id", "user_id"]);
 * ```
 */
export function createPrimaryKey(
  name: string | null,
  table: string,
  columns: readonly string[],
  options: Rest<PrimaryKey, "columns"> = {},
): SqlOperation {
  const text = primaryKeyText("createPrimaryKey", { ...options, ...named(name), columns });
  return addConstraint("createPrimaryKey", "primary key", name, table, text, options);
}

/**
 * Adds a unique constraint.
 *
 * ```ts
 * createUniqueConstraint("users_email_key", "users", ["email"], { nullsNotDistinct: true });
 * ```
 */
export function createUniqueConstraint(
  name: string | null,
  table: string,
  columns: readonly string[],
  options: Rest<Unique, "columns"> = {},
): SqlOperation {
  const text = uniqueText("createUniqueConstraint", { ...options, ...named(name), columns });
  return addConstraint("createUniqueConstraint", "unique constraint", name, table, text, options);
}

/**
 * Adds a foreign key. With `notValid` existing rows are checked later, by {@link validateConstraint}.
 *
 * ```ts
 * createForeignKey("items_owner_id_fkey", "items", ["owner_id"], {
 *   table: "users",
 *   columns: ["id"],
 *   onDelete: "cascade",
 * }, { notValid: true });
 * ```
 */
export function createForeignKey(
  name: string | null,
  table: string,
  columns: readonly string[],
  references: References,
  options: Rest<ForeignKey, "columns" | "references"> = {},
): SqlOperation {
  const text = foreignKeyText("createForeignKey", { ...options, ...named(name), columns, references });
  return addConstraint("createForeignKey", "foreign key", name, table, text, options);
}

/**
 * Adds a check constraint.
 *
 * ```ts
 * createCheckConstraint("users_age_check", "users", sql`age between 0 and 150`, { notValid: true });
 * ```
 */
export function createCheckConstraint(
  name: string | null,
  table: string,
  expression: Expression,
  options: Rest<Check, "expression"> = {},
): SqlOperation {
  const text = checkText("createCheckConstraint", { ...options, ...named(name), expression });
  return addConstraint("createCheckConstraint", "check", name, table, text, options);
}

/**
 * Adds an exclusion constraint: no two rows for which every element's operator holds.
 *
 * ```ts
 * createExcludeConstraint("bookings_overlap", "bookings", [
 *   { column: "room", with: "=" },
 *   { column: "during", with: "&&" },
 * ], { using: "gist", where: sql`not cancelled` });
 * ```
 */
export function createExcludeConstraint(
  name: string | null,
  table: string,
  elements: Exclusion["elements"],
  options: Rest<Exclusion, "elements"> = {},
): SqlOperation {
  const text = excludeText("createExcludeConstraint", { ...options, ...named(name), elements });
  return addConstraint("createExcludeConstraint", "exclusion constraint", name, table, text, options);
}

/**
 * Drops a constraint of any kind.
 *
 * ```ts
 * dropConstraint("users_email_key", "users");
 * ```
 */
export function dropConstraint(name: string, table: string, options: DropOptions = {}): SqlOperation {
  const subject = qualifiedText("dropConstraint", "table", table, options.schema);
  const constraint = nameText("dropConstraint", "name", name);
  return operation("dropConstraint", `Drop constraint ${name} of ${shown(table, options.schema)}`, [
    words(
      `ALTER TABLE ${subject} DROP CONSTRAINT`,
      options.ifExists && "IF EXISTS",
      constraint,
      options.cascade && "CASCADE",
    ),
  ]);
}

/**
 * Checks the existing rows against a constraint that was added with `notValid`; writers go on meanwhile.
 *
 * ```ts
 * validateConstraint("items_owner_id_fkey", "items");
 * ```
 */
export function validateConstraint(name: string, table: string, options: InSchema = {}): SqlOperation {
  const subject = qualifiedText("validateConstraint", "table", table, options.schema);
  return operation("validateConstraint", `Validate constraint ${name} of ${shown(table, options.schema)}`, [
    `ALTER TABLE ${subject} VALIDATE CONSTRAINT ${nameText("validateConstraint", "name", name)}`,
  ]);
}

/**
 * Renames a constraint.
 *
 * ```ts
 * renameConstraint("users_email_key", "users", "users_email_unique");
 * ```
 */
export function renameConstraint(name: string, table: string, to: string, options: InSchema = {}): SqlOperation {
  const subject = qualifiedText("renameConstraint", "table", table, options.schema);
  const [from, target] = [nameText("renameConstraint", "name", name), nameText("renameConstraint", "to", to)];
  return operation("renameConstraint", `Rename constraint ${name} of ${shown(table, options.schema)} to ${to}`, [
    `ALTER TABLE ${subject} RENAME CONSTRAINT ${from} TO ${target}`,
  ]);
}
