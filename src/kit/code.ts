/** SQL text and code as operations. */
import { refuse } from "../models/ddl/argument.ts";
import { describe, type Sql, sql } from "../sql/fragment.ts";
import type { RevisionDatabase } from "../sql/statement.ts";
import { isSql } from "../sql/value.ts";
import { operation, type RunOperation, type SqlOperation } from "./operation.ts";

/**
 * Runs SQL text: one statement, or several with semicolons. `transaction: false` is for what PostgreSQL refuses inside a
 * transaction.
 *
 * ```ts
 * execute("vacuum analyze users", { transaction: false });
 * ```
 */
export function execute(
  text: string | Sql,
  options: { readonly description?: string; readonly transaction?: boolean } = {},
): SqlOperation {
  const fragment = isSql(text) ? text : sql.raw(text);
  if (typeof fragment.text !== "string" || fragment.text.trim() === "") refuse("execute", "text", "SQL", text);
  const description = options.description ?? describe(fragment.text);
  return operation("execute", description, fragment.sql, options.transaction ?? true);
}

/**
 * Runs code with a handle to the database: the same connection, and the same transaction as the operations around it.
 * Values in the template become bound parameters. Scripts (`--sql`) cannot hold code and say so.
 *
 * ```ts
 * run("backfill ages", async (db) => {
 *   for (const { id } of await db<{ id: number }>`select id from users where age is null`) {
 *     await db`update users set age = ${0} where id = ${id}`;
 *   }
 * });
 * ```
 */
export function run(
  description: string,
  code: (db: RevisionDatabase) => Promise<void> | void,
  options: { readonly transaction?: boolean } = {},
): RunOperation {
  if (typeof description !== "string" || description === "") refuse("run", "description", "text", description);
  if (typeof code !== "function") refuse("run", "code", "a function", code);
  const transaction = options.transaction ?? true;
  return Object.freeze({ type: "migrate.operation", name: "run", description, run: code, transaction });
}
