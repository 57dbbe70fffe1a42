/** A Drizzle table as a {@link TableModel}, with the names that Drizzle's own tools give. */
import type { AnyPgTable, ForeignKey as DrizzleForeignKey, Index, PgPolicy, PrimaryKey } from "drizzle-orm/pg-core";
import type { Spot } from "../../sql/statement.ts";
import { problem } from "../../base/problem.ts";
import type { ForeignKey, IndexElement, ReferentialAction, StorageParameters } from "../ddl/shapes.ts";
import type { ModelIndex, Policy, TableModel } from "../define/definition.ts";
import { uniqueName } from "../naming.ts";
import { isFragment, readColumn } from "./columns.ts";
import type { NamedColumn, Orm } from "./orm.ts";
import { sql as fragment } from "../../sql/fragment.ts";

/** Reads a table. `policies` are those that are linked to it from elsewhere. */
export function readTable(orm: Orm, table: AnyPgTable, at: Spot | null, linked: readonly PgPolicy[]): TableModel {
  const config = orm.core.getTableConfig(table);
  const { name, schema, columns } = config;
  const single = columns.filter((column) => column.primary).map((column) => orm.columnName(column));
  const policies = [...config.policies, ...linked].map((policy) => policyOf(orm, policy));
  const [composite] = config.primaryKeys;
  return {
    schema: schema ?? null,
    name,
    columns: columns.map((column) => readColumn(orm, column)),
    primaryKey: composite === undefined
      ? single.length === 0 ? null : { columns: single }
      : compositeKey(orm, composite),
    uniques: [
      ...columns.filter(({ isUnique }) => isUnique).map((column) => ({
        ...(column.uniqueName === undefined ? {} : { name: cut(column.uniqueName) }),
        columns: [orm.columnName(column)],
        nullsNotDistinct: column.uniqueType === "not distinct",
      })),
      ...config.uniqueConstraints.map((key) => ({
        ...(key.name === undefined ? {} : { name: cut(key.name) }),
        columns: key.columns.map((column) => orm.columnName(column)),
        nullsNotDistinct: key.nullsNotDistinct,
      })),
    ],
    checks: config.checks.map((check) => ({ name: cut(check.name), expression: orm.text(check.value) })),
    foreignKeys: config.foreignKeys.map((key) => foreignKeyOf(orm, name, key, at)),
    excludes: [],
    indexes: config.indexes.map((index) => indexOf(orm, name, index, at)),
    policies,
    triggers: [],
    partitions: [],
    grants: [],
    options: config.enableRLS || policies.length > 0 ? { rowSecurity: true } : {},
    at,
  };
}

/** Drizzle makes names as long as they come, and leaves it to PostgreSQL to cut them. */
function cut(name: string): string {
  return uniqueName(name, new Set());
}

/** Drizzle names a key by the columns' keys; with a casing its tools put the columns' names in their place. */
function cased(orm: Orm, name: string, columns: readonly NamedColumn[]): string {
  return columns.reduce((text, column) => text.replace(column.name, orm.columnName(column)), name);
}

function compositeKey(orm: Orm, key: PrimaryKey): NonNullable<TableModel["primaryKey"]> {
  return {
    name: cut(cased(orm, key.getName(), key.columns)),
    columns: key.columns.map((column) => orm.columnName(column)),
  };
}

function foreignKeyOf(orm: Orm, table: string, key: DrizzleForeignKey, at: Spot | null): ForeignKey {
  const { columns, foreignColumns, foreignTable } = referenceOf(key, table, at);
  const target = orm.core.getTableConfig(foreignTable);
  return {
    name: cut(cased(orm, key.getName(), [...columns, ...foreignColumns])),
    columns: columns.map((column) => orm.columnName(column)),
    references: {
      ...(target.schema === undefined ? {} : { schema: target.schema }),
      table: target.name,
      columns: foreignColumns.map((column) => orm.columnName(column)),
      ...actionOf("onDelete", key.onDelete),
      ...actionOf("onUpdate", key.onUpdate),
    },
  };
}

function referenceOf(
  key: DrizzleForeignKey,
  table: string,
  at: Spot | null,
): ReturnType<DrizzleForeignKey["reference"]> {
  try {
    return key.reference();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw problem("model/unknown-reference", { table, column: "?", target: `what failed with "${said}"` }, {
      ...(at === null ? {} : { at }),
      cause: error,
    });
  }
}

function actionOf(key: "onDelete" | "onUpdate", action: ReferentialAction | undefined) {
  return action === undefined || action === "no action" ? {} : { [key]: action };
}

/** What an index's column carries besides its name. */
interface IndexConfig {
  readonly order?: "asc" | "desc";
  readonly nulls?: "first" | "last";
  readonly opClass?: string;
}

function indexOf(orm: Orm, table: string, { config }: Index, at: Spot | null): ModelIndex {
  const names: string[] = [];
  const columns = config.columns.map((column): IndexElement => {
    if (isFragment(orm, column)) return expressionOf(orm.text(column));
    const named = column as NamedColumn & { readonly indexConfig?: IndexConfig };
    const name = orm.columnName(named);
    names.push(name);
    return elementOf(name, named.indexConfig ?? {});
  });
  if (config.name === undefined && names.length < columns.length) {
    throw problem("model/bad-option", {
      table,
      column: null,
      option: "an index on an expression",
      wanted: "named",
      found: "without a name",
    }, at === null ? {} : { at });
  }
  return {
    name: cut(config.name ?? `${table}_${names.join("_")}_index`),
    columns,
    unique: config.unique,
    ...(config.method === undefined || config.method === "btree" ? {} : { using: config.method }),
    ...(config.where === undefined ? {} : { where: orm.text(config.where) }),
    ...withOf(config.with),
  };
}

/** Drizzle orders ascending with nulls last unless told; only what differs from PostgreSQL's own order is written. */
function elementOf(column: string, { order = "asc", nulls = "last", opClass }: IndexConfig): IndexElement {
  return {
    column,
    ...(opClass === undefined ? {} : { opclass: opClass }),
    ...(order === "desc" ? { order, nulls } : nulls === "first" ? { nulls } : {}),
  };
}

/** An expression may carry its order and operator class with it: `lower(email) desc`. It then stands as it is. */
function expressionOf(text: string): IndexElement {
  const match = /^([\s\S]*?)\s+(asc|desc)?(?:\s*nulls\s+(first|last))?\s*$/i.exec(text);
  const [, expression, order, nulls] = match ?? [];
  if (expression === undefined || (order === undefined && nulls === undefined)) return fragment.raw(text);
  return {
    expression,
    ...(order === undefined ? {} : { order: order.toLowerCase() === "desc" ? "desc" as const : "asc" as const }),
    ...(nulls === undefined ? {} : { nulls: nulls.toLowerCase() === "first" ? "first" as const : "last" as const }),
  };
}

function withOf(parameters: Readonly<Record<string, unknown>> | undefined): { readonly with?: StorageParameters } {
  const entries = Object.entries(parameters ?? {});
  if (entries.length === 0) return {};
  return { with: Object.fromEntries(entries.map(([key, value]) => [snake(key), scalar(value)])) };
}

/** A storage parameter's value: Drizzle types them as numbers, booleans and words. */
export function scalar(value: unknown): string | number | boolean {
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** `autovacuumEnabled` as PostgreSQL's `autovacuum_enabled`. */
export function snake(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Drizzle's own tools write a policy without options as permissive, for all commands, to everyone; so does PostgreSQL. */
function policyOf(orm: Orm, policy: PgPolicy): Policy {
  const { name, as, for: command, to, using, withCheck } = policy;
  const roles = roleNames(to);
  return {
    name,
    ...(as === undefined ? {} : { as }),
    ...(command === undefined ? {} : { for: command }),
    ...(roles.length === 0 ? {} : { to: roles }),
    ...(using === undefined ? {} : { using: orm.text(using) }),
    ...(withCheck === undefined ? {} : { withCheck: orm.text(withCheck) }),
  };
}

/** The names of a policy's roles. */
export function roleNames(to: PgPolicy["to"]): readonly string[] {
  if (to === undefined) return [];
  if (Array.isArray(to)) return to.flatMap(roleNames);
  return [typeof to === "string" ? to : to.name];
}
