/**
 * What a model file exports: plain values that say what stands in the database. Each knows the place where it was
 * written, so that an error can point there.
 */
import type { Column, Deferrable, Exclusion, Expression, IndexElement, IndexOptions } from "../ddl/shapes.ts";
import type { ForeignKey, PrimaryKey, SequenceOptions, StorageParameters, Unique } from "../ddl/shapes.ts";
import type { Sql } from "../../sql/fragment.ts";
import type { Spot } from "../../sql/statement.ts";

/** What each kind of definition holds besides its kind and its place. */
interface Bodies {
  readonly enum: Named & { readonly values: readonly string[] };
  readonly view: Named & ViewOptions & { readonly query: Expression };
  readonly materializedView: Named & MaterializedViewOptions & { readonly query: Expression };
  readonly function: Named & FunctionOptions;
  readonly domain: Named & DomainOptions & { readonly base: Expression };
  readonly compositeType: Named & { readonly fields: Readonly<Record<string, Expression>> };
  readonly sequence: Named & SequenceOptions;
  readonly extension: Named & { readonly version?: string; readonly cascade?: boolean };
  readonly schema: Named;
  readonly ddl: { readonly text: string };
}

/** The kinds of definitions besides tables. */
export type DefinitionKind = keyof Bodies;

/** Definitions of a kind, or of several; a union in which the tag goes with its body. */
export type DefinitionOf<Kind extends DefinitionKind> = {
  readonly [K in Kind]: { readonly type: "migrate.model"; readonly kind: K; readonly at: Spot | null } & Bodies[K];
}[Kind];

/** Any definition besides a table. */
export type Definition = DefinitionOf<DefinitionKind>;

/** What has a name and may have a schema, a comment, an owner and privileges. */
export interface Named extends CommonOptions {
  readonly name: string;
}

/** Options of every named thing. */
export interface CommonOptions {
  readonly schema?: string;
  readonly comment?: string;
  readonly owner?: string;
  readonly grants?: readonly Grant[];
}

/** Privileges given to a role: `{ to: "reader", privileges: ["select"] }`. */
export interface Grant {
  readonly to: string;
  readonly privileges: readonly string[];
  /** Only on these columns of a table. */
  readonly columns?: readonly string[];
  readonly withGrantOption?: boolean;
}

/** Options of a view. */
export interface ViewOptions extends CommonOptions {
  readonly columns?: readonly string[];
  readonly recursive?: boolean;
  readonly checkOption?: "local" | "cascaded";
  readonly securityBarrier?: boolean;
  readonly securityInvoker?: boolean;
  readonly triggers?: readonly Trigger[];
}

/** Options of a materialized view. */
export interface MaterializedViewOptions extends CommonOptions {
  readonly columns?: readonly string[];
  readonly indexes?: readonly ModelIndex[];
  readonly with?: StorageParameters;
  readonly using?: string;
  readonly tablespace?: string;
  readonly withData?: boolean;
}

/** Options of a function or procedure. */
export interface FunctionOptions extends CommonOptions {
  /** As in CREATE FUNCTION, without the parentheses: `"a integer, b text default ''"`. */
  readonly arguments?: Expression;
  /** `"integer"`, `"table (id uuid)"`, `"trigger"`; null makes a procedure. */
  readonly returns: Expression | null;
  readonly language?: string;
  /** The body as text; it is quoted. */
  readonly body?: string;
  /** A SQL-standard body: `return a + b` or `begin atomic … end`. */
  readonly sqlBody?: Expression;
  readonly volatility?: "immutable" | "stable" | "volatile";
  readonly strict?: boolean;
  readonly securityDefiner?: boolean;
  readonly leakproof?: boolean;
  readonly parallel?: "safe" | "restricted" | "unsafe";
  readonly cost?: number;
  readonly rows?: number;
  /** Settings while it runs: `{ search_path: "" }`. */
  readonly set?: Readonly<Record<string, string>>;
}

/** Options of a domain. */
export interface DomainOptions extends CommonOptions {
  readonly null?: boolean;
  readonly default?: Sql | string | number | boolean;
  readonly collate?: Expression;
  /** A check, or names with their expressions. */
  readonly checks?: Expression | Readonly<Record<string, Expression>>;
}

/** An index of a model: like createIndex's, its name made by the naming convention when it has none. */
export interface ModelIndex extends IndexOptions {
  readonly name?: string;
  readonly columns: readonly IndexElement[];
  readonly comment?: string;
}

/** A row security policy. */
export interface Policy {
  readonly name: string;
  readonly as?: "permissive" | "restrictive";
  readonly for?: "all" | "select" | "insert" | "update" | "delete";
  /** Roles; without them, everyone. */
  readonly to?: readonly string[];
  readonly using?: Expression;
  readonly withCheck?: Expression;
}

/** A trigger. */
export interface Trigger {
  readonly name: string;
  readonly when: "before" | "after" | "instead of";
  /** `["insert", "update of email"]` */
  readonly events: readonly string[];
  readonly forEach?: "row" | "statement";
  readonly condition?: Expression;
  /** The function's call: `"touch_updated_at()"`. */
  readonly execute: Expression;
  readonly referencing?: { readonly old?: string; readonly new?: string };
  readonly constraint?: boolean;
  readonly deferrable?: Deferrable;
  readonly enabled?: "always" | "replica" | "disabled";
}

/** A partition of a partitioned table. */
export interface Partition {
  readonly name: string;
  readonly schema?: string;
  /** `FOR VALUES FROM (1) TO (9)`, or `DEFAULT`. */
  readonly bound: Expression;
  /** The partition is itself partitioned. */
  readonly partitionBy?: Expression;
  readonly partitions?: readonly Partition[];
}

/** A column of a table's model, with the place in the model that it came from. */
export interface ModelColumn {
  readonly name: string;
  readonly column: Omit<Column, "references" | "primaryKey" | "unique">;
}

/** A table as every source of models describes it, on its way to DDL. Names are the database's. */
export interface TableModel {
  readonly schema: string | null;
  readonly name: string;
  readonly columns: readonly ModelColumn[];
  readonly primaryKey: PrimaryKey | null;
  readonly uniques: readonly Unique[];
  readonly checks: readonly { readonly name?: string; readonly expression: Expression; readonly noInherit?: boolean }[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly excludes: readonly Exclusion[];
  readonly indexes: readonly ModelIndex[];
  readonly policies: readonly Policy[];
  readonly triggers: readonly Trigger[];
  readonly partitions: readonly Partition[];
  readonly grants: readonly Grant[];
  readonly options: {
    readonly partitionBy?: Expression;
    readonly inherits?: readonly (string | { readonly schema: string; readonly table: string })[];
    readonly unlogged?: boolean;
    readonly with?: StorageParameters;
    readonly using?: string;
    readonly tablespace?: string;
    readonly comment?: string | null;
    readonly owner?: string;
    readonly rowSecurity?: boolean | "force";
  };
  readonly at: Spot | null;
}
