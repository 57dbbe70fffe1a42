/** `table()` and `enumType()`: a zod object becomes a table and stays a zod object. */
import { z } from "zod";
import type {
  Exclusion,
  Expression,
  ForeignKey,
  IndexElementOptions,
  IndexOptions,
  PrimaryKey,
  StorageParameters,
  Unique,
} from "../ddl/shapes.ts";
import type { CommonOptions, DefinitionOf, Grant, Partition, Policy, Trigger } from "../define/definition.ts";
import type { ColumnMark } from "./metadata.ts";
import { callerOf } from "../define/spot.ts";
import { type Sql, sql } from "../../sql/fragment.ts";
import type { Spot } from "../../sql/statement.ts";
import { kindOf } from "../../sql/value.ts";

/** Under this key a zod object carries its table; registered, so that two copies of this module agree. */
export const tableKey: unique symbol = Symbol.for("migrate.table") as never;

/** A column of a table, to refer to. */
export interface ColumnReference extends ColumnMark {
  readonly table: TableDefinition;
  /** The key in the zod object. */
  readonly key: string;
}

/** What `table()` attaches to the zod object. */
export interface TableDefinition {
  readonly name: string;
  readonly schema: ZodObjectLike;
  readonly options: ModelTableOptions;
  readonly at: Spot | null;
}

/** A zod object of any copy of zod 4, recognised by its internals. */
export interface ZodObjectLike {
  readonly _zod: { readonly def: { readonly type: "object"; readonly shape: Readonly<Record<string, unknown>> } };
}

/** One column of an index: a key of the zod object or a name in the database, or an expression. */
export type ModelIndexElement<Key extends string> =
  | Key
  | Sql
  | ({ readonly column: Key } & IndexElementOptions)
  | ({ readonly expression: Expression } & IndexElementOptions);

/** An index of a table. */
export interface TableIndex<Key extends string> extends Omit<IndexOptions, "include"> {
  readonly name?: string;
  readonly columns: readonly ModelIndexElement<Key>[];
  readonly include?: readonly Key[];
  readonly comment?: string;
}

type Columned<Shape extends { readonly columns: readonly string[] }, Key extends string> =
  & Omit<Shape, "columns" | "include">
  & { readonly columns: readonly Key[]; readonly include?: readonly Key[] };

/** A foreign key of a table, of one column or several. */
export interface TableForeignKey<Key extends string> extends Omit<ForeignKey, "columns" | "references"> {
  readonly columns: readonly Key[];
  /** `() => [Order.id, Order.line]`, or the table and columns by name. */
  readonly references: (() => readonly ColumnReference[]) | ForeignKey["references"];
  readonly onDelete?: ForeignKey["references"]["onDelete"];
  readonly onUpdate?: ForeignKey["references"]["onUpdate"];
  readonly setColumns?: readonly Key[];
  readonly match?: "simple" | "full";
  readonly deferrable?: ForeignKey["references"]["deferrable"];
}

/** What the checks of a table may be: by name, or in a list. `"from-zod"` turns min, max, regex and so on into checks. */
export type TableChecks =
  | "from-zod"
  | Readonly<Record<string, Expression>>
  | readonly ("from-zod" | Expression | {
    readonly name?: string;
    readonly expression: Expression;
    readonly noInherit?: boolean;
  })[];

/** What a table has besides its columns. Columns are named by their key in the zod object or as in the database. */
export interface ModelTableOptions<Key extends string = string> extends CommonOptions {
  /** How keys become names: as they are, or in snake case (`fullName` is `full_name`). */
  readonly naming?: "preserve" | "snake_case" | "camelCase";
  readonly primaryKey?: readonly Key[] | Columned<PrimaryKey, Key>;
  readonly uniques?: readonly (readonly Key[] | Columned<Unique, Key>)[];
  readonly foreignKeys?: readonly TableForeignKey<Key>[];
  readonly checks?: TableChecks;
  readonly excludes?: readonly Exclusion[];
  readonly indexes?: readonly TableIndex<Key>[];
  /** `"range (created_at)"`; the columns by their names in the database. */
  readonly partitionBy?: Expression;
  readonly partitions?: readonly Partition[];
  /** Parents: tables of the models, or names. */
  readonly inherits?: readonly (ZodObjectLike | string)[];
  readonly unlogged?: boolean;
  readonly with?: StorageParameters;
  readonly using?: string;
  readonly tablespace?: string;
  /** true: row security on; `"force"`: for the owner too. */
  readonly rowSecurity?: boolean | "force";
  readonly policies?: readonly Policy[];
  readonly triggers?: readonly Trigger[];
  /** The name it had before; autogenerate then renames instead of dropping and creating. */
  readonly renamedFrom?: string;
  readonly grants?: readonly Grant[];
}

/** The zod object with its table: its columns are properties, to refer to (`() => User.id`). */
export type Table<Schema extends ZodObjectLike> =
  & Schema
  & { readonly [Key in Exclude<KeyOf<Schema>, keyof Schema>]: ColumnReference };

/** The keys of a zod object: a table's columns. */
export type KeyOf<Schema extends ZodObjectLike> = keyof Schema["_zod"]["def"]["shape"] & string;

/** Tables defined since the process started, in order; what no file exports is found by comparing. */
const defined: TableDefinition[] = [];

/** The tables that have been defined so far. */
export function definedTables(): readonly TableDefinition[] {
  return [...defined];
}

/**
 * Makes a zod object a table. It returns the zod object: `parse`, `extend` and `z.infer` work as before.
 *
 * ```ts
 * export const Item = table("items", z.object({
 *   id: z.int().meta({ primaryKey: true, identity: "always" }),
 *   title: z.string().max(200),
 *   ownerId: z.uuid().meta({ references: () => User.id, onDelete: "cascade", index: true }),
 * }), { naming: "snake_case", comment: "What people own" });
 * ```
 */
export function table<Schema extends ZodObjectLike>(
  name: string,
  schema: Schema,
  options: ModelTableOptions<KeyOf<Schema>> = {},
): Table<Schema> {
  refuseOther(name, schema);
  const carrier = tableKey in schema ? cloneOf(schema) : schema;
  const definition: TableDefinition = { name, schema: carrier, options, at: callerOf(table) };
  Object.defineProperty(carrier, tableKey, { value: definition });
  for (const key of Object.keys(carrier._zod.def.shape)) {
    if (!(key in carrier)) Object.defineProperty(carrier, key, { value: reference(definition, key) });
  }
  defined.push(definition);
  return withColumns(carrier);
}

/** The loop above defined a property for each key of the shape, which the type system cannot follow. */
function withColumns<Schema extends ZodObjectLike>(carrier: Schema): Table<Schema> {
  return carrier as Table<Schema>;
}

/** Where nothing checks types, what is no object of zod 4 is told in words. */
function refuseOther(name: string, schema: unknown): void {
  const inner = typeof schema === "object" && schema !== null && "_zod" in schema ? schema._zod : null;
  const def = typeof inner === "object" && inner !== null && "def" in inner ? inner.def : null;
  const type = typeof def === "object" && def !== null && "type" in def ? def.type : null;
  if (type === "object") return;
  const found = typeof type === "string" ? `zod's ${type}` : kindOf(schema);
  throw new TypeError(`table("${name}", …) wants an object of zod 4, z.object({ … }), and got ${found}`);
}

/** A zod object that is a table already is copied; every copy of zod gives its types a `clone`. */
function cloneOf<Schema extends ZodObjectLike>(schema: Schema): Schema {
  return (schema as Schema & { clone(): Schema }).clone();
}

function reference(definition: TableDefinition, key: string): ColumnReference {
  return Object.freeze({ type: "migrate.column", table: definition, key });
}

/**
 * A column of a table whose key is also a method of zod objects, such as `shape`, `parse` or `check`.
 *
 * ```ts
 * z.uuid().meta({ references: () => columnOf(Form, "shape") });
 * ```
 */
export function columnOf<Schema extends ZodObjectLike>(
  model: Schema,
  key: KeyOf<Schema>,
): ColumnReference {
  const definition = tableOf(model);
  if (definition === null) throw new TypeError("columnOf() wants what table() returned");
  return reference(definition, key);
}

/** The table that a value carries, or null. */
export function tableOf(value: unknown): TableDefinition | null {
  if (typeof value !== "object" || value === null || !(tableKey in value)) return null;
  return (value as { readonly [tableKey]: TableDefinition })[tableKey];
}

/** A native enum type, and the zod enum of its values. */
export interface EnumType<Values extends readonly [string, ...string[]]> extends DefinitionOf<"enum"> {
  /** A column of this type: `role.column().default("member")`. */
  column(): z.ZodEnum<{ [Value in Values[number]]: Value }>;
}

/**
 * A native enum type; export it, and use `column()` in tables.
 *
 * ```ts
 * export const role = enumType("role", ["admin", "member"]);
 * export const User = table("users", z.object({ role: role.column().default("member") }));
 * ```
 */
export function enumType<const Values extends readonly [string, ...string[]]>(
  name: string,
  values: Values,
  options: CommonOptions = {},
): EnumType<Values> {
  const path: [string, ...string[]] = options.schema === undefined ? [name] : [options.schema, name];
  return Object.freeze({
    ...options,
    type: "migrate.model",
    kind: "enum",
    name,
    values,
    at: callerOf(enumType),
    column: () => enumOf<Values>(values).meta({ type: sql.identifier(...path) }),
  });
}

/** zod types an enum by a mapped type over a literal union, which a generic list of values does not reach by itself. */
function enumOf<Values extends readonly [string, ...string[]]>(
  values: Values,
): z.ZodEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values) as never;
}
