/** What a column's `.meta({ … })` may say, typed through zod's own metadata registry. */
import type { Deferrable, Expression, Generated, Identity, ReferentialAction } from "../ddl/shapes.ts";
import type { SqlValue } from "../../sql/value.ts";
import type { ColumnReference } from "./table.ts";

/** A column's place in the database, as metadata of its zod type. */
export interface ColumnMetadata {
  /** The SQL type, where the zod type does not say it: `"numeric(12,2)"`. */
  readonly type?: Expression | undefined;
  readonly primaryKey?: boolean | undefined;
  /** true, or the constraint's name. */
  readonly unique?: boolean | string | undefined;
  /** true, the index's name, or its method and name. */
  readonly index?: boolean | string | { readonly name?: string; readonly using?: string } | undefined;
  /** The database's default: a value, or an expression as `sql`. It wins over zod's `.default()`. */
  readonly default?: SqlValue | undefined;
  /** `() => User.id`, or `"users.id"`. */
  readonly references?: (() => ColumnReference) | string | undefined;
  readonly onDelete?: ReferentialAction | undefined;
  readonly onUpdate?: ReferentialAction | undefined;
  readonly deferrable?: Deferrable | undefined;
  readonly identity?: Identity | undefined;
  readonly generated?: Generated | undefined;
  readonly check?: Expression | readonly Expression[] | undefined;
  readonly collate?: Expression | undefined;
  readonly comment?: string | undefined;
  /** The column's name in the database, where the naming does not give it. */
  readonly name?: string | undefined;
  /** The name it had before; autogenerate then renames instead of dropping and adding. */
  readonly renamedFrom?: string | undefined;
  readonly storage?: "plain" | "external" | "extended" | "main" | "default" | undefined;
  readonly compression?: "pglz" | "lz4" | "default" | undefined;
}

/** The keys of {@link ColumnMetadata}, for reading metadata that nobody checked. */
export const columnMetadataKeys = [
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
] as const satisfies readonly (keyof ColumnMetadata)[];

declare module "zod" {
  // Merged into zod's metadata, so that `.meta({ … })` completes and checks the keys above.
  interface GlobalMeta extends ColumnMetadata {}
}
