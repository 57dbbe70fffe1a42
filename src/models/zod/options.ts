/** Options that exist; an unknown one is an error, for a silent one would leave the database without it. */
import { problem } from "../../base/problem.ts";
import { nearest } from "../../base/nearest.ts";
import type { ColumnMetadata } from "./metadata.ts";
import type { ModelTableOptions, TableDefinition } from "./table.ts";

/** Every option of a table. */
export const tableOptionKeys: readonly (keyof ModelTableOptions)[] = [
  "schema",
  "naming",
  "primaryKey",
  "uniques",
  "foreignKeys",
  "checks",
  "excludes",
  "indexes",
  "partitionBy",
  "partitions",
  "inherits",
  "unlogged",
  "with",
  "using",
  "tablespace",
  "rowSecurity",
  "policies",
  "triggers",
  "comment",
  "renamedFrom",
  "owner",
  "grants",
];

/** The keys of {@link ColumnMetadata}, for reading metadata that nobody checked. */
export const columnMetadataKeys: readonly (keyof ColumnMetadata)[] = [
  "type",
  "primaryKey",
  "unique",
  "index",
  "default",
  "references",
  "onDelete",
  "onUpdate",
  "deferrable",
  "identity",
  "generated",
  "check",
  "collate",
  "comment",
  "name",
  "renamedFrom",
  "storage",
  "compression",
];

/** Refuses a key that is not among the known ones. */
export function refuseUnknown(
  definition: TableDefinition,
  column: string | null,
  keys: readonly string[],
  known: readonly string[],
): void {
  const option = keys.find((key) => !known.includes(key));
  if (option === undefined) return;
  throw problem(
    "model/unknown-option",
    { table: definition.name, column, option, nearest: nearest(option, known) },
    definition.at === null ? {} : { at: definition.at },
  );
}
