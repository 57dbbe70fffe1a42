/** CREATE TABLE with what belongs to the table. */
import { quoteLiteral } from "../../sql/quote.ts";
import { expressionText, nameText, parametersText, qualifiedText, refuse, type Subject, words } from "./argument.ts";
import { columnExtras, columnText } from "./column.ts";
import { checkText, excludeText, foreignKeyText, primaryKeyText, uniqueText } from "./constraint.ts";
import type {
  Check,
  Column,
  Exclusion,
  Expression,
  ForeignKey,
  PrimaryKey,
  StorageParameters,
  Unique,
} from "./shapes.ts";

/** What a table has besides its columns. */
export interface TableOptions {
  readonly schema?: string;
  readonly ifNotExists?: boolean;
  readonly unlogged?: boolean;
  readonly temporary?: boolean;
  readonly primaryKey?: readonly string[] | PrimaryKey;
  readonly uniques?: readonly (readonly string[] | Unique)[];
  /** A list, or names with their expressions: `{ age_positive: sql`age > 0` }`. */
  readonly checks?: readonly (Expression | Check)[] | Readonly<Record<string, Expression>>;
  readonly foreignKeys?: readonly ForeignKey[];
  readonly excludes?: readonly Exclusion[];
  /** `"range (created_at)"`, `"list (region)"`, `"hash (id)"`. */
  readonly partitionBy?: Expression;
  /** Makes the table a partition: of which table, for which values (`FOR VALUES FROM (1) TO (9)` or `DEFAULT`). */
  readonly partitionOf?: { readonly schema?: string; readonly table: string; readonly bound: Expression };
  /** Parents, by name. */
  readonly inherits?: readonly (string | { readonly schema: string; readonly table: string })[];
  readonly using?: string;
  readonly with?: StorageParameters;
  readonly tablespace?: string;
  readonly comment?: string | null;
}

/** Columns by name; text is the type of a column without options. */
export type Columns = Readonly<Record<string, Column | string>>;

/** CREATE TABLE and the statements that complete it (storage, comments), in order. */
export function tableStatements(operation: Subject, name: string, columns: Columns, options: TableOptions): string[] {
  const table = qualifiedText(operation, "name", name, options.schema);
  const elements = [
    ...Object.entries(columns).map(([column, shape]) => columnText(operation, column, shape)),
    ...tableConstraints(operation, options),
  ];
  return [
    words(
      "CREATE",
      options.temporary === true && "TEMPORARY",
      options.unlogged === true && "UNLOGGED",
      "TABLE",
      options.ifNotExists === true && "IF NOT EXISTS",
      table,
      tableBody(operation, elements, options),
      tableTail(operation, options),
    ),
    ...Object.entries(columns).flatMap(([column, shape]) => columnExtras(operation, table, column, shape)),
    ...(typeof options.comment === "string" ? [`COMMENT ON TABLE ${table} IS ${quoteLiteral(options.comment)}`] : []),
  ];
}

function tableBody(operation: Subject, elements: readonly string[], options: TableOptions): string {
  const list = elements.length === 0 ? "()" : `(\n  ${elements.join(",\n  ")}\n)`;
  const { partitionOf } = options;
  if (partitionOf === undefined) return list;
  const parent = qualifiedText(operation, "partitionOf.table", partitionOf.table, partitionOf.schema);
  const bound = expressionText(operation, "partitionOf.bound", partitionOf.bound);
  return words(`PARTITION OF ${parent}`, elements.length > 0 && list, bound);
}

function tableTail(operation: Subject, options: TableOptions): string {
  const { inherits, partitionBy, using, tablespace } = options;
  const parents = inherits?.map((parent) =>
    typeof parent === "string"
      ? nameText(operation, "inherits", parent)
      : qualifiedText(operation, "inherits", parent.table, parent.schema)
  );
  return words(
    parents !== undefined && parents.length > 0 && `INHERITS (${parents.join(", ")})`,
    partitionBy !== undefined && `PARTITION BY ${expressionText(operation, "partitionBy", partitionBy)}`,
    using !== undefined && `USING ${nameText(operation, "using", using)}`,
    options.with !== undefined && `WITH (${parametersText(operation, options.with)})`,
    tablespace !== undefined && `TABLESPACE ${nameText(operation, "tablespace", tablespace)}`,
  );
}

function tableConstraints(operation: Subject, options: TableOptions): string[] {
  const { primaryKey, uniques = [], foreignKeys = [], excludes = [] } = options;
  return [
    ...(primaryKey === undefined ? [] : [primaryKeyText(operation, keyOf(primaryKey))]),
    ...uniques.map((key) => uniqueText(operation, keyOf<Unique>(key))),
    ...checksOf(operation, options.checks).map((check) => checkText(operation, check)),
    ...excludes.map((exclude) => excludeText(operation, exclude)),
    ...foreignKeys.map((key) => foreignKeyText(operation, key)),
  ];
}

function keyOf<Key extends PrimaryKey>(key: readonly string[] | Key): Key | PrimaryKey {
  return isList(key) ? { columns: key } : key;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function isCheck(value: Expression | Check): value is Check {
  return typeof value === "object" && "expression" in value;
}

/** The checks of a table as a list, whichever way they were written. */
export function checksOf(operation: Subject, checks: TableOptions["checks"]): Check[] {
  if (checks === undefined) return [];
  if (typeof checks !== "object" || checks === null) return refuse(operation, "checks", "checks", checks);
  if (isCheckList(checks)) return checks.map((check) => isCheck(check) ? check : { expression: check });
  return Object.entries(checks).map(([name, expression]) => ({ name, expression }));
}

function isCheckList(checks: NonNullable<TableOptions["checks"]>): checks is readonly (Expression | Check)[] {
  return Array.isArray(checks);
}
