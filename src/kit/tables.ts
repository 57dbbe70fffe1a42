/** Operations on tables. */
import { expressionText, nameText, qualifiedText, refuse, words } from "../models/ddl/argument.ts";
import type { Expression } from "../models/ddl/shapes.ts";
import { type Columns, type TableOptions, tableStatements } from "../models/ddl/table.ts";
import { quoteLiteral } from "../sql/quote.ts";
import { type DropOptions, type InSchema, operation, shown, type SqlOperation } from "./operation.ts";

/**
 * Creates a table.
 *
 * ```ts
 * createTable("items", {
 *   id: { type: "uuid", primaryKey: true, default: sql`gen_random_uuid()` },
 *   title: { type: "text", null: false },
 *   owner_id: { type: "uuid", null: false, references: { table: "users", column: "id", onDelete: "cascade" } },
 * }, { comment: "What people own" });
 * ```
 */
export function createTable(name: string, columns: Columns, options: TableOptions = {}): SqlOperation {
  if (typeof columns !== "object" || columns === null) refuse("createTable", "columns", "columns by name", columns);
  const statements = tableStatements("createTable", name, columns, options);
  return operation("createTable", `Create table ${shown(name, options.schema)}`, statements);
}

/**
 * Drops a table.
 *
 * ```ts
 * dropTable("items", { ifExists: true });
 * ```
 */
export function dropTable(name: string, options: DropOptions = {}): SqlOperation {
  const table = qualifiedText("dropTable", "name", name, options.schema);
  const statement = words("DROP TABLE", options.ifExists && "IF EXISTS", table, options.cascade && "CASCADE");
  return operation("dropTable", `Drop table ${shown(name, options.schema)}`, [statement]);
}

/**
 * Renames a table.
 *
 * ```ts
 * renameTable("items", "things", { schema: "shop" });
 * ```
 */
export function renameTable(name: string, to: string, options: InSchema = {}): SqlOperation {
  const table = qualifiedText("renameTable", "name", name, options.schema);
  const statement = `ALTER TABLE ${table} RENAME TO ${nameText("renameTable", "to", to)}`;
  return operation("renameTable", `Rename table ${shown(name, options.schema)} to ${to}`, [statement]);
}

/**
 * Moves a table to another schema, with its indexes, constraints and owned sequences.
 *
 * ```ts
 * setTableSchema("items", "shop");
 * ```
 */
export function setTableSchema(name: string, to: string, options: InSchema = {}): SqlOperation {
  const table = qualifiedText("setTableSchema", "name", name, options.schema);
  const statement = `ALTER TABLE ${table} SET SCHEMA ${nameText("setTableSchema", "to", to)}`;
  return operation("setTableSchema", `Move table ${shown(name, options.schema)} to schema ${to}`, [statement]);
}

/**
 * Sets a table's comment, or takes it away with null.
 *
 * ```ts
 * commentOnTable("items", "What people own");
 * ```
 */
export function commentOnTable(name: string, comment: string | null, options: InSchema = {}): SqlOperation {
  const table = qualifiedText("commentOnTable", "name", name, options.schema);
  const text = comment === null ? "NULL" : quoteLiteral(comment);
  return operation("commentOnTable", `Comment on table ${shown(name, options.schema)}`, [
    `COMMENT ON TABLE ${table} IS ${text}`,
  ]);
}

/**
 * Makes an existing table a partition. The bound is `FOR VALUES …` or `DEFAULT`.
 *
 * ```ts
 * attachPartition("events", "events_2026", sql`FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`);
 * ```
 */
export function attachPartition(
  name: string,
  partition: string,
  bound: Expression,
  options: InSchema & { readonly partitionSchema?: string } = {},
): SqlOperation {
  const table = qualifiedText("attachPartition", "name", name, options.schema);
  const child = qualifiedText("attachPartition", "partition", partition, options.partitionSchema ?? options.schema);
  return operation("attachPartition", `Attach ${partition} to ${shown(name, options.schema)}`, [
    `ALTER TABLE ${table} ATTACH PARTITION ${child} ${expressionText("attachPartition", "bound", bound)}`,
  ]);
}

/**
 * Makes a partition a table by itself; `concurrently` stands outside a transaction.
 *
 * ```ts
 * detachPartition("events", "events_2020", { concurrently: true });
 * ```
 */
export function detachPartition(
  name: string,
  partition: string,
  options: InSchema & { readonly partitionSchema?: string; readonly concurrently?: boolean } = {},
): SqlOperation {
  const table = qualifiedText("detachPartition", "name", name, options.schema);
  const child = qualifiedText("detachPartition", "partition", partition, options.partitionSchema ?? options.schema);
  const concurrently = options.concurrently === true;
  return operation(
    "detachPartition",
    `Detach ${partition} from ${shown(name, options.schema)}${concurrently ? " concurrently" : ""}`,
    [words(`ALTER TABLE ${table} DETACH PARTITION ${child}`, concurrently && "CONCURRENTLY")],
    !concurrently,
  );
}
