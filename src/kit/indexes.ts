/** Operations on indexes. */
import { nameText, qualifiedText, words } from "../models/ddl/argument.ts";
import { type IndexCreation, indexStatement } from "../models/ddl/indexes.ts";
import type { IndexElement, IndexOptions } from "../models/ddl/shapes.ts";
import { type DropOptions, type InSchema, operation, shown, type SqlOperation } from "./operation.ts";

/**
 * Creates an index. A column is a name, an expression as `sql`, or either with options. `concurrently` does not block
 * writers and stands outside a transaction.
 *
 * ```ts
 * createIndex("users_email_idx", "users", [sql`lower(email)`], { unique: true, where: sql`is_active` });
 * createIndex("log_at_idx", "log", [{ column: "at", order: "desc", nulls: "last" }], { concurrently: true });
 * ```
 */
export function createIndex(
  name: string,
  table: string,
  columns: readonly IndexElement[],
  options: IndexOptions & IndexCreation = {},
): SqlOperation {
  const concurrently = options.concurrently === true;
  const kind = options.unique === true ? "unique index" : "index";
  return operation(
    "createIndex",
    `Create ${kind} ${name} on ${shown(table, options.schema)}${concurrently ? " concurrently" : ""}`,
    [indexStatement("createIndex", name, table, columns, options)],
    !concurrently,
  );
}

/**
 * Drops an index; `schema` is the one the index is in.
 *
 * ```ts
 * dropIndex("users_email_idx", { concurrently: true, ifExists: true });
 * ```
 */
export function dropIndex(
  name: string,
  options: DropOptions & { readonly concurrently?: boolean } = {},
): SqlOperation {
  const concurrently = options.concurrently === true;
  const statement = words(
    "DROP INDEX",
    concurrently && "CONCURRENTLY",
    options.ifExists && "IF EXISTS",
    qualifiedText("dropIndex", "name", name, options.schema),
    options.cascade && "CASCADE",
  );
  const description = `Drop index ${shown(name, options.schema)}${concurrently ? " concurrently" : ""}`;
  return operation("dropIndex", description, [statement], !concurrently);
}

/**
 * Renames an index.
 *
 * ```ts
 * renameIndex("users_email_idx", "users_by_email");
 * ```
 */
export function renameIndex(name: string, to: string, options: InSchema = {}): SqlOperation {
  const index = qualifiedText("renameIndex", "name", name, options.schema);
  return operation("renameIndex", `Rename index ${shown(name, options.schema)} to ${to}`, [
    `ALTER INDEX ${index} RENAME TO ${nameText("renameIndex", "to", to)}`,
  ]);
}
