/**
 * Tables, columns, constraints and indexes as plain data, in the words that users write: the operations of
 * `migrate:kit` take these as their arguments, and models become them on their way to DDL.
 */
import type { Sql } from "../../sql/fragment.ts";
import type { SqlValue } from "../../sql/value.ts";

/** An SQL expression: a fragment, or its text. */
export type Expression = Sql | string;

/** What happens to referencing rows. */
export type ReferentialAction = "no action" | "restrict" | "cascade" | "set null" | "set default";

/** `true`: DEFERRABLE, checked at once until a transaction asks otherwise; `"deferred"`: INITIALLY DEFERRED. */
export type Deferrable = boolean | "deferred";

/** Options of a sequence, also of an identity column's. */
export interface SequenceOptions {
  /** `smallint`, `integer` or `bigint`. */
  readonly as?: string;
  readonly start?: number | bigint;
  readonly increment?: number | bigint;
  /** null: NO MINVALUE. */
  readonly min?: number | bigint | null;
  /** null: NO MAXVALUE. */
  readonly max?: number | bigint | null;
  readonly cache?: number | bigint;
  readonly cycle?: boolean;
  /** The column that owns the sequence, null for none. */
  readonly ownedBy?: { readonly schema?: string; readonly table: string; readonly column: string } | null;
}

/** An identity: when it fills the column, with its sequence's options where they differ from the usual. */
export type Identity =
  | "always"
  | "by default"
  | ({ readonly generated: "always" | "by default"; readonly sequenceName?: string } & SequenceOptions);

/** A generated column: its expression (stored), or whether it is stored or virtual (PostgreSQL 18). */
export type Generated = Expression | { readonly as: Expression; readonly kind?: "stored" | "virtual" };

/** What a foreign key points to and does. */
export interface References {
  readonly schema?: string;
  readonly table: string;
  /** The referenced columns; without them, the table's primary key. */
  readonly columns?: readonly string[];
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
  /** Columns that `onDelete: "set null"` or `"set default"` touches; without them, all of the key. */
  readonly setColumns?: readonly string[];
  readonly match?: "simple" | "full";
  readonly deferrable?: Deferrable;
}

/** A column. Absent options are PostgreSQL's defaults: it may be null and has no default. */
export interface Column {
  /** An SQL type: `"integer"`, `"numeric(12,2)"`, `"text[]"`. */
  readonly type: Expression;
  /** false: NOT NULL. */
  readonly null?: boolean;
  /** A value, or an expression as `sql`; null is the same as no default. */
  readonly default?: SqlValue;
  readonly primaryKey?: boolean;
  /** true, or the constraint's name. */
  readonly unique?: boolean | string;
  readonly check?: Expression;
  /** The referenced table and column; `name` names the constraint. */
  readonly references?: string | (Omit<References, "columns"> & { readonly column?: string; readonly name?: string });
  readonly identity?: Identity;
  readonly generated?: Generated;
  readonly collate?: Expression;
  readonly storage?: "plain" | "external" | "extended" | "main" | "default";
  readonly compression?: "pglz" | "lz4" | "default";
  readonly comment?: string | null;
}

/** A primary key of several columns, or one with options. */
export interface PrimaryKey {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly include?: readonly string[];
  readonly deferrable?: Deferrable;
  readonly with?: StorageParameters;
}

/** A unique constraint. */
export interface Unique extends PrimaryKey {
  /** true: two nulls count as equal (PostgreSQL 15). */
  readonly nullsNotDistinct?: boolean;
}

/** A foreign key. */
export interface ForeignKey {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly references: References;
  /** true: existing rows are not checked until validateConstraint. */
  readonly notValid?: boolean;
  /** false: NOT ENFORCED (PostgreSQL 18). */
  readonly enforced?: boolean;
}

/** A check constraint. */
export interface Check {
  readonly name?: string;
  readonly expression: Expression;
  readonly notValid?: boolean;
  /** true: children of the table do not inherit it. */
  readonly noInherit?: boolean;
  /** false: NOT ENFORCED (PostgreSQL 18). */
  readonly enforced?: boolean;
}

/** One column or expression of an index, with how it is ordered and compared. */
export type IndexElement =
  | string
  | Sql
  | ({ readonly column: string } & IndexElementOptions)
  | ({ readonly expression: Expression } & IndexElementOptions);

/** How an index treats one of its columns. */
export interface IndexElementOptions {
  readonly collate?: Expression;
  /** An operator class: `"text_pattern_ops"`, or `sql` for one with a schema. */
  readonly opclass?: Expression;
  readonly opclassOptions?: StorageParameters;
  readonly order?: "asc" | "desc";
  readonly nulls?: "first" | "last";
}

/** Storage parameters: `{ fillfactor: 70 }`. */
export type StorageParameters = Readonly<Record<string, string | number | boolean>>;

/** An exclusion constraint: each element with the operator that must not hold between two rows. */
export interface Exclusion {
  readonly name?: string;
  /** The index method; gist when none is given. */
  readonly using?: string;
  readonly elements: readonly ExclusionElement[];
  readonly include?: readonly string[];
  readonly where?: Expression;
  readonly deferrable?: Deferrable;
}

/** `{ column: "during", with: "&&" }` */
export type ExclusionElement =
  & ({ readonly column: string } | { readonly expression: Expression })
  & IndexElementOptions
  & { readonly with: string };

/** What an index has besides its name, its table and its columns. */
export interface IndexOptions {
  readonly unique?: boolean;
  /** `btree` (the default), `hash`, `gin`, `gist`, `spgist`, `brin`, or an extension's method. */
  readonly using?: string;
  /** Columns that the index stores without searching by them. */
  readonly include?: readonly string[];
  readonly where?: Expression;
  readonly with?: StorageParameters;
  readonly nullsNotDistinct?: boolean;
  readonly tablespace?: string;
}
