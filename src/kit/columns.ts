/** Operations on columns. */
import {
  expressionText,
  integerText,
  nameOrSql,
  nameText,
  qualifiedText,
  refuse,
  typeText,
  words,
  wordText,
} from "../models/ddl/argument.ts";
import { columnExtras, columnText, defaultText, storages } from "../models/ddl/column.ts";
import { identityText, identityWord, sequenceOptions } from "../models/ddl/sequence.ts";
import type { Column, Expression, Identity } from "../models/ddl/shapes.ts";
import { quoteLiteral } from "../sql/quote.ts";
import type { SqlValue } from "../sql/value.ts";
import { type DropOptions, type InSchema, operation, shown, type SqlOperation } from "./operation.ts";

/**
 * Adds a column: its type, or its type with options.
 *
 * ```ts
 * addColumn("users", "age", "integer");
 * addColumn("users", "role", { type: "text", null: false, default: "member", comment: "What they may do" });
 * ```
 */
export function addColumn(
  table: string,
  column: string,
  definition: Column | string,
  options: InSchema & { readonly ifNotExists?: boolean } = {},
): SqlOperation {
  const subject = qualifiedText("addColumn", "table", table, options.schema);
  const text = columnText("addColumn", column, definition);
  return operation("addColumn", `Add column ${shown(table, options.schema)}.${column}`, [
    words(`ALTER TABLE ${subject} ADD COLUMN`, options.ifNotExists && "IF NOT EXISTS", text),
    ...columnExtras("addColumn", subject, column, definition),
  ]);
}

/**
 * Drops a column.
 *
 * ```ts
 * dropColumn("users", "age");
 * ```
 */
export function dropColumn(table: string, column: string, options: DropOptions = {}): SqlOperation {
  const subject = qualifiedText("dropColumn", "table", table, options.schema);
  const name = nameText("dropColumn", "column", column);
  return operation("dropColumn", `Drop column ${shown(table, options.schema)}.${column}`, [
    words(`ALTER TABLE ${subject} DROP COLUMN`, options.ifExists && "IF EXISTS", name, options.cascade && "CASCADE"),
  ]);
}

/**
 * Renames a column.
 *
 * ```ts
 * renameColumn("users", "name", "full_name");
 * ```
 */
export function renameColumn(table: string, column: string, to: string, options: InSchema = {}): SqlOperation {
  const subject = qualifiedText("renameColumn", "table", table, options.schema);
  const [from, name] = [nameText("renameColumn", "column", column), nameText("renameColumn", "to", to)];
  return operation("renameColumn", `Rename column ${shown(table, options.schema)}.${column} to ${to}`, [
    `ALTER TABLE ${subject} RENAME COLUMN ${from} TO ${name}`,
  ]);
}

/**
 * Sets a column's comment, or takes it away with null.
 *
 * ```ts
 * commentOnColumn("users", "age", "in years");
 * ```
 */
export function commentOnColumn(
  table: string,
  column: string,
  comment: string | null,
  options: InSchema = {},
): SqlOperation {
  const subject = `${qualifiedText("commentOnColumn", "table", table, options.schema)}.${
    nameText("commentOnColumn", "column", column)
  }`;
  return operation("commentOnColumn", `Comment on column ${shown(table, options.schema)}.${column}`, [
    `COMMENT ON COLUMN ${subject} IS ${comment === null ? "NULL" : quoteLiteral(comment)}`,
  ]);
}

/** What {@link alterColumn} changes; what is absent stays as it is. */
export interface ColumnChanges {
  /** The new type; `using` says how values are converted, `collate` how they are sorted. */
  readonly type?: Expression;
  readonly using?: Expression;
  readonly collate?: Expression;
  /** false: SET NOT NULL; true: DROP NOT NULL. */
  readonly null?: boolean;
  /** The new default; null drops it. */
  readonly default?: SqlValue;
  /** Makes the column an identity, changes what it is (with `changeIdentity`), or takes it away with null. */
  readonly identity?: Identity | null;
  /** Changes an existing identity: when it fills the column, its sequence's options, where it goes on. */
  readonly changeIdentity?: Partial<Exclude<Identity, string>> & { readonly restart?: number | bigint | true };
  /** A new expression for a generated column (PostgreSQL 17); null keeps the values and drops the expression. */
  readonly generated?: Expression | null;
  readonly storage?: NonNullable<Column["storage"]>;
  readonly compression?: NonNullable<Column["compression"]>;
  /** The statistics target; null for the server's default. */
  readonly statistics?: number | null;
  /** The new comment; null drops it. */
  readonly comment?: string | null;
  /** The new name; it is given last. */
  readonly rename?: string;
}

/**
 * Changes a column. Everything but its comment and its name is one ALTER TABLE, so the table is rewritten at most once.
 *
 * ```ts
 * alterColumn("users", "age", { type: "bigint", null: false, default: 0, comment: "in years" });
 * alterColumn("users", "age", { type: "integer", using: sql`age::integer` });
 * ```
 */
export function alterColumn(
  table: string,
  column: string,
  changes: ColumnChanges,
  options: InSchema = {},
): SqlOperation {
  const subject = qualifiedText("alterColumn", "table", table, options.schema);
  const name = nameText("alterColumn", "column", column);
  const actions = columnActions(changes).map((action) => `ALTER COLUMN ${name} ${action}`);
  const { comment, rename } = changes;
  const statements = [
    ...(actions.length > 0 ? [`ALTER TABLE ${subject} ${actions.join(", ")}`] : []),
    ...(comment === undefined ? [] : [
      `COMMENT ON COLUMN ${subject}.${name} IS ${comment === null ? "NULL" : quoteLiteral(comment)}`,
    ]),
    ...(rename === undefined ? [] : [
      `ALTER TABLE ${subject} RENAME COLUMN ${name} TO ${nameText("alterColumn", "rename", rename)}`,
    ]),
  ];
  if (statements.length === 0) refuse("alterColumn", "changes", "at least one change", changes);
  const what = Object.keys(changes).filter((key) => !["using", "collate"].includes(key) || changes.type === undefined);
  return operation(
    "alterColumn",
    `Alter column ${shown(table, options.schema)}.${column}: ${what.join(", ")}`,
    statements,
  );
}

/** A default that stands in the way of a type's change is dropped before it and set after it. */
function columnActions(changes: ColumnChanges): string[] {
  const { type, generated } = changes;
  const setsDefault = changes.default !== undefined && changes.default !== null;
  const dropsDefault = changes.default === null || (setsDefault && type !== undefined);
  return [
    ...(generated === null ? ["DROP EXPRESSION"] : []),
    ...(changes.identity === null ? ["DROP IDENTITY"] : []),
    ...(dropsDefault ? ["DROP DEFAULT"] : []),
    ...typeAction(changes),
    ...(setsDefault ? [`SET DEFAULT ${defaultText("alterColumn", changes.default ?? "")}`] : []),
    ...(changes.null === undefined ? [] : [changes.null ? "DROP NOT NULL" : "SET NOT NULL"]),
    ...(generated === undefined || generated === null
      ? []
      : [`SET EXPRESSION AS (${expressionText("alterColumn", "generated", generated)})`]),
    ...identityActions(changes),
    ...(changes.storage === undefined
      ? []
      : [`SET STORAGE ${wordText("alterColumn", "storage", changes.storage, storages)}`]),
    ...(changes.compression === undefined
      ? []
      : [`SET COMPRESSION ${nameText("alterColumn", "compression", changes.compression)}`]),
    ...(changes.statistics === undefined
      ? []
      : [`SET STATISTICS ${integerText("alterColumn", "statistics", changes.statistics ?? -1)}`]),
  ];
}

function typeAction({ type, using, collate }: ColumnChanges): string[] {
  if (type === undefined) {
    if (using !== undefined || collate !== undefined) {
      refuse("alterColumn", "type", "a type beside using and collate", type);
    }
    return [];
  }
  return [words(
    `TYPE ${typeText("alterColumn", "type", type)}`,
    collate !== undefined && `COLLATE ${nameOrSql("alterColumn", "collate", collate)}`,
    using !== undefined && `USING ${expressionText("alterColumn", "using", using)}`,
  )];
}

function identityActions({ identity, changeIdentity }: ColumnChanges): string[] {
  if (changeIdentity === undefined) {
    return identity === undefined || identity === null ? [] : [`ADD ${identityText("alterColumn", identity)}`];
  }
  const { generated, restart, sequenceName: _, ...sequence } = changeIdentity;
  return [words(
    generated !== undefined && `SET GENERATED ${identityWord("alterColumn", generated)}`,
    ...identitySets(sequence),
    restart !== undefined &&
      (restart === true ? "RESTART" : `RESTART WITH ${integerText("alterColumn", "changeIdentity.restart", restart)}`),
  )];
}

/** Each of the sequence's options with SET before it, as ALTER COLUMN wants them. */
function identitySets(sequence: Parameters<typeof sequenceOptions>[1]): string[] {
  return Object.entries(sequence).map(([key, value]) => `SET ${sequenceOptions("alterColumn", { [key]: value })}`);
}
