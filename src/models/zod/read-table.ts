/** A zod table as a {@link TableModel}: names given, types mapped, references resolved, every option checked. */
import { problem } from "../../base/problem.ts";
import type { Check, Expression, ForeignKey, IndexElement } from "../ddl/shapes.ts";
import type { ModelColumn, ModelIndex, TableModel } from "../define/definition.ts";
import { isSql, kindOf } from "../../sql/value.ts";
import { type ReadColumn, readColumn } from "./read-column.ts";
import { refuseUnknown, tableOptionKeys } from "./options.ts";
import { nearest } from "../../base/nearest.ts";
import { type ColumnReference, type ModelTableOptions, type TableDefinition, tableOf } from "./table.ts";

/** Something renamed since the last revision, as the model says. */
export type RenameHint =
  | { readonly kind: "table"; readonly schema: string | null; readonly from: string; readonly to: string }
  | {
    readonly kind: "column";
    readonly schema: string | null;
    readonly table: string;
    readonly from: string;
    readonly to: string;
  };

/** A table's model with what it says about its past. */
export interface ReadTable {
  readonly model: TableModel;
  readonly renames: readonly RenameHint[];
}

/** The name in the database of a table's column, by its key. */
export function columnNameOf(definition: TableDefinition, key: string): string {
  return readColumn(definition, key).name;
}

/** Reads a definition. Problems name the table and the column, and point to the call of `table()`. */
export function readTable(definition: TableDefinition): ReadTable {
  const { name, options, at } = definition;
  refuseUnknown(definition, null, Object.keys(options), tableOptionKeys);
  const columns = Object.keys(definition.schema._zod.def.shape).map((key) => readColumn(definition, key));
  const resolve = (option: string) => (wanted: string) => resolveColumn(definition, columns, option, wanted);
  const model: TableModel = {
    schema: options.schema ?? null,
    name,
    columns: columns.map(({ name: column, shape }): ModelColumn => ({ name: column, column: shape })),
    primaryKey: primaryKeyOf(definition, columns, resolve("primaryKey")),
    uniques: uniquesOf(options, columns, resolve("uniques")),
    checks: checksOf(options, columns),
    foreignKeys: [
      ...columns.flatMap((column) => columnForeignKey(definition, column)),
      ...(options.foreignKeys ?? []).map((key) => tableForeignKey(definition, key, resolve("foreignKeys"))),
    ],
    excludes: options.excludes ?? [],
    indexes: indexesOf(options, columns, resolve("indexes")),
    policies: options.policies ?? [],
    triggers: options.triggers ?? [],
    partitions: options.partitions ?? [],
    grants: options.grants ?? [],
    options: optionsOf(definition),
    at,
  };
  return { model, renames: renamesOf(definition, columns) };
}

function optionsOf({ options }: TableDefinition): TableModel["options"] {
  const { partitionBy, inherits, unlogged, using, tablespace, comment, owner, rowSecurity } = options;
  return {
    ...(partitionBy === undefined ? {} : { partitionBy }),
    ...(inherits === undefined ? {} : { inherits: inherits.map(parentOf) }),
    ...(unlogged === undefined ? {} : { unlogged }),
    ...(options.with === undefined ? {} : { with: options.with }),
    ...(using === undefined ? {} : { using }),
    ...(tablespace === undefined ? {} : { tablespace }),
    ...(comment === undefined ? {} : { comment }),
    ...(owner === undefined ? {} : { owner }),
    ...(rowSecurity === undefined ? {} : { rowSecurity }),
  };
}

function parentOf(
  parent: NonNullable<ModelTableOptions["inherits"]>[number],
): string | { readonly schema: string; readonly table: string } {
  if (typeof parent === "string") return parent;
  const definition = tableOf(parent);
  if (definition === null) throw new TypeError("inherits wants tables or names");
  const { schema } = definition.options;
  return schema === undefined ? definition.name : { schema, table: definition.name };
}

/** A column by its key in the model or its name in the database. */
function resolveColumn(
  definition: TableDefinition,
  columns: readonly ReadColumn[],
  option: string,
  wanted: string,
): string {
  const found = columns.find(({ key }) => key === wanted) ?? columns.find(({ name }) => name === wanted);
  if (found !== undefined) return found.name;
  // A table that inherits has columns that are not its own.
  if (definition.options.inherits !== undefined) return wanted;
  const names = columns.flatMap(({ key, name }) => [key, name]);
  throw problem(
    "model/unknown-column",
    { table: definition.name, column: String(wanted), option, nearest: nearest(String(wanted), names) },
    definition.at === null ? {} : { at: definition.at },
  );
}

type Resolve = (wanted: string) => string;

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function withColumns<Key extends { readonly columns: readonly string[]; readonly include?: readonly string[] }>(
  key: readonly string[] | Key,
  resolve: Resolve,
): { readonly columns: readonly string[] } {
  if (isList(key)) return { columns: key.map(resolve) };
  const include = key.include === undefined ? {} : { include: key.include.map(resolve) };
  return { ...key, columns: key.columns.map(resolve), ...include };
}

function primaryKeyOf(
  definition: TableDefinition,
  columns: readonly ReadColumn[],
  resolve: Resolve,
): TableModel["primaryKey"] {
  const { primaryKey } = definition.options;
  const marked = columns.filter(({ metadata }) => metadata.primaryKey === true).map(({ name }) => name);
  if (primaryKey === undefined) return marked.length === 0 ? null : { columns: marked };
  const key = withColumns(primaryKey, resolve);
  const other = marked.find((column) => !key.columns.includes(column));
  if (other !== undefined) {
    throw problem("model/bad-option", {
      table: definition.name,
      column: other,
      option: "primaryKey",
      wanted: "on the column or in the table's options, not on different columns in both",
      found: `also (${key.columns.join(", ")})`,
    }, definition.at === null ? {} : { at: definition.at });
  }
  return key;
}

function uniquesOf(
  options: ModelTableOptions,
  columns: readonly ReadColumn[],
  resolve: Resolve,
): TableModel["uniques"] {
  return [
    ...columns.flatMap(({ name, metadata: { unique } }) =>
      unique === undefined || unique === false
        ? []
        : [{ columns: [name], ...(typeof unique === "string" ? { name: unique } : {}) }]
    ),
    ...(options.uniques ?? []).map((key) => withColumns(key, resolve)),
  ];
}

function checksOf(options: ModelTableOptions, columns: readonly ReadColumn[]): readonly Check[] {
  const { checks } = options;
  const listed = columns.flatMap((column) => column.tableChecks);
  if (checks === undefined || checks === "from-zod") return listed;
  if (isCheckList(checks)) {
    return [
      ...listed,
      ...checks.filter((check) => check !== "from-zod").map((check) =>
        typeof check === "string" || isSql(check) ? { expression: check } : check
      ),
    ];
  }
  return [...listed, ...Object.entries(checks).map(([name, expression]) => ({ name, expression }))];
}

type CheckList = Extract<NonNullable<ModelTableOptions["checks"]>, readonly unknown[]>;

function isCheckList(checks: CheckList | Readonly<Record<string, Expression>>): checks is CheckList {
  return Array.isArray(checks);
}

function columnForeignKey(definition: TableDefinition, column: ReadColumn): ForeignKey[] {
  const { references, onDelete, onUpdate, deferrable } = column.metadata;
  if (references === undefined) return [];
  const target = typeof references === "function"
    ? targetOf(definition, column.key, [callReference(definition, column.key, references)])
    : namedTarget(definition, column.key, references);
  return [{
    columns: [column.name],
    references: {
      ...target,
      ...(onDelete === undefined ? {} : { onDelete }),
      ...(onUpdate === undefined ? {} : { onUpdate }),
      ...(deferrable === undefined ? {} : { deferrable }),
    },
  }];
}

function callReference<Target>(definition: TableDefinition, column: string, references: () => Target): Target {
  try {
    return references();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw unknownReference(definition, column, `what failed with "${said}"`);
  }
}

function tableForeignKey(
  definition: TableDefinition,
  key: NonNullable<ModelTableOptions["foreignKeys"]>[number],
  resolve: Resolve,
): ForeignKey {
  const { columns, references, onDelete, onUpdate, setColumns, match, deferrable, ...rest } = key;
  const first = columns[0] ?? "";
  const target = typeof references === "function"
    ? targetOf(definition, first, callReference(definition, first, references))
    : references;
  return {
    ...rest,
    columns: columns.map(resolve),
    references: {
      ...target,
      ...(onDelete === undefined ? {} : { onDelete }),
      ...(onUpdate === undefined ? {} : { onUpdate }),
      ...(setColumns === undefined ? {} : { setColumns: setColumns.map(resolve) }),
      ...(match === undefined ? {} : { match }),
      ...(deferrable === undefined ? {} : { deferrable }),
    },
  };
}

function isReference(value: unknown): value is ColumnReference {
  return typeof value === "object" && value !== null && "type" in value && value.type === "migrate.column";
}

function targetOf(
  definition: TableDefinition,
  column: string,
  references: readonly unknown[],
): { readonly schema?: string; readonly table: string; readonly columns: readonly string[] } {
  const columns = references.map((reference) => {
    if (isReference(reference)) return reference;
    throw unknownReference(
      definition,
      column,
      reference === undefined ? "a column that does not exist" : kindOf(reference),
    );
  });
  const [first] = columns;
  if (first === undefined) throw unknownReference(definition, column, "nothing");
  const other = columns.find(({ table }) => table !== first.table);
  if (other !== undefined) {
    throw unknownReference(definition, column, `two tables, "${first.table.name}" and "${other.table.name}"`);
  }
  const { name, options: { schema } } = first.table;
  return {
    ...(schema === undefined ? {} : { schema }),
    table: name,
    columns: columns.map(({ table, key }) => columnNameOf(table, key)),
  };
}

/** `"users.id"`, `"shop.users.id"`. */
function namedTarget(
  definition: TableDefinition,
  column: string,
  text: string,
): { readonly schema?: string; readonly table: string; readonly columns: readonly string[] } {
  const parts = String(text).split(".");
  const [target, table, schema] = [...parts].reverse();
  if (target === undefined || table === undefined || parts.length > 3) {
    throw unknownReference(definition, column, `"${text}", which is not "table.column"`);
  }
  return { ...(schema === undefined ? {} : { schema }), table, columns: [target] };
}

function unknownReference(definition: TableDefinition, column: string, target: string) {
  const at = definition.at === null ? {} : { at: definition.at };
  return problem("model/unknown-reference", { table: definition.name, column, target }, at);
}

function indexesOf(
  options: ModelTableOptions,
  columns: readonly ReadColumn[],
  resolve: Resolve,
): readonly ModelIndex[] {
  const own = columns.flatMap(({ name, metadata: { index } }): ModelIndex[] => {
    if (index === undefined || index === false) return [];
    if (index === true) return [{ columns: [name] }];
    return [typeof index === "string" ? { name: index, columns: [name] } : { ...index, columns: [name] }];
  });
  return [
    ...own,
    ...(options.indexes ?? []).map((index): ModelIndex => ({
      ...index,
      columns: index.columns.map((element): IndexElement => {
        if (typeof element === "string") return resolve(element);
        return isSql(element) || !("column" in element) ? element : { ...element, column: resolve(element.column) };
      }),
      ...(index.include === undefined ? {} : { include: index.include.map(resolve) }),
    })),
  ];
}

function renamesOf({ name, options }: TableDefinition, columns: readonly ReadColumn[]): readonly RenameHint[] {
  const schema = options.schema ?? null;
  return [
    ...(options.renamedFrom === undefined
      ? []
      : [{ kind: "table" as const, schema, from: options.renamedFrom, to: name }]),
    ...columns.flatMap(({ name: column, metadata: { renamedFrom } }) =>
      renamedFrom === undefined ? [] : [{ kind: "column" as const, schema, table: name, from: renamedFrom, to: column }]
    ),
  ];
}
