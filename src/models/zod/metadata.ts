/** What a column's `.meta({ … })` may say, typed through zod's own metadata registry. */
import type { Deferrable, Expression, Generated, Identity, ReferentialAction } from "../ddl/shapes.ts";
import type { Sql } from "../../sql/fragment.ts";

/**
 * What a reference to a column shows of itself here: zod maps the types of metadata all the way down, so that a whole
 * table's type would have no end.
 */
export interface ColumnMark {
  readonly type: "migrate.column";
}

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
  readonly default?: Sql | string | number | bigint | boolean | object | null | undefined;
  /** `() => User.id`, or `"users.id"`. */
  readonly references?: (() => ColumnMark) | string | undefined;
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

declare module "zod" {
  // Merged into zod's metadata, so that `.meta({ … })` completes and checks the keys above.
  interface GlobalMeta extends ColumnMetadata {}
}
