/** A table's model as statements. */
import { quoteLiteral } from "../../sql/quote.ts";
import type { ModelIndex, Partition, TableModel } from "../define/definition.ts";
import { type NameParts, type NamePatterns, patternName } from "../naming.ts";
import { isSql } from "../../sql/value.ts";
import { expressionText, qualifiedText } from "./argument.ts";
import { foreignKeyText } from "./constraint.ts";
import type { Phased } from "./definition-ddl.ts";
import { indexStatement } from "./indexes.ts";
import { commonStatements } from "./privileges.ts";
import type { Check, ForeignKey, Unique } from "./shapes.ts";
import { type Columns, tableStatements } from "./table.ts";
import { policyStatement, triggerStatements } from "./trigger.ts";

/** Names that are taken in a schema; each name that a pattern makes is added. */
export type Taken = Set<string>;

/**
 * A table's statements, each with its phase: foreign keys that are not `inline` come after all tables, so that tables
 * may refer to each other in a circle. Constraints without a name get one by their pattern, or PostgreSQL's own when there is none.
 */
export function tableDdl(
  model: TableModel,
  inline: ReadonlySet<ForeignKey>,
  patterns: NamePatterns,
  taken: Taken,
): readonly Phased[] {
  const operation = `table "${model.name}"`;
  const schema = model.schema === null ? {} : { schema: model.schema };
  const name = qualifiedText(operation, "name", model.name, model.schema ?? undefined);
  const named = namer(model, patterns, taken);
  const columns: Columns = Object.fromEntries(model.columns.map(({ name: column, column: shape }) => [column, shape]));
  const create = tableStatements(operation, model.name, columns, {
    ...model.options,
    ...schema,
    ...(model.primaryKey === null ? {} : { primaryKey: named("pk", model.primaryKey, model.primaryKey.columns) }),
    uniques: model.uniques.map((key): Unique => named("uq", key, key.columns)),
    checks: model.checks.map((check): Check => namedCheck(check, model, patterns, taken)),
    excludes: model.excludes,
    foreignKeys: model.foreignKeys.filter((key) => inline.has(key)).map((key) => namedForeignKey(key, named)),
  });
  const { owner, rowSecurity } = model.options;
  return [
    ...create.map((sql): Phased => ({ phase: "table", sql })),
    ...model.partitions.flatMap((partition) => partitionStatements(model.name, model.schema, partition)),
    ...model.indexes.flatMap((index) => indexStatements(operation, model, index, named)),
    ...model.foreignKeys.filter((key) => !inline.has(key)).map((key): Phased => ({
      phase: "foreignKey",
      sql: `ALTER TABLE ${name} ADD ${foreignKeyText(operation, namedForeignKey(key, named))}`,
    })),
    ...model.triggers.flatMap((trigger) => triggerStatements(operation, name, trigger))
      .map((sql): Phased => ({ phase: "trigger", sql })),
    ...rowSecurityStatements(name, rowSecurity).map((sql): Phased => ({ phase: "table", sql })),
    ...model.policies.map((policy): Phased => ({ phase: "policy", sql: policyStatement(operation, name, policy) })),
    ...commonStatements(operation, "TABLE", name, { ...(owner === undefined ? {} : { owner }), grants: model.grants })
      .map((sql): Phased => ({ phase: "privilege", sql })),
  ];
}

/** Gives a constraint without a name one by its pattern. */
type Namer = <Shape extends { readonly name?: string }>(
  kind: keyof NamePatterns,
  shape: Shape,
  columns: readonly string[],
  more?: Partial<NameParts>,
) => Shape;

function namer(model: TableModel, patterns: NamePatterns, taken: Taken): Namer {
  return (kind, shape, columns, more) => {
    const pattern = patterns[kind];
    if (pattern === undefined || shape.name !== undefined) return shape;
    const name = patternName(pattern, { schema: model.schema, table: model.name, columns, ...more }, taken);
    taken.add(name);
    return { ...shape, name };
  };
}

/** As in SQLAlchemy, a check's pattern wraps the name that the model gives. */
function namedCheck(check: Check, model: TableModel, patterns: NamePatterns, taken: Taken): Check {
  const { name } = check;
  if (patterns.ck === undefined || name === undefined) return check;
  const parts = { schema: model.schema, table: model.name, columns: [], constraint: name };
  const made = patternName(patterns.ck, parts, taken);
  taken.add(made);
  return { ...check, name: made };
}

function namedForeignKey(key: ForeignKey, named: Namer): ForeignKey {
  const { table, columns = [] } = key.references;
  return named("fk", key, key.columns, { referredTable: table, referredColumns: columns });
}

function indexStatements(operation: string, model: TableModel, index: ModelIndex, named: Namer): Phased[] {
  const columns = index.columns.flatMap((element) =>
    typeof element === "string" ? [element] : isSql(element) || !("column" in element) ? [] : [element.column]
  );
  const { name, comment, ...options } = named("ix", index, columns);
  const schema = model.schema === null ? {} : { schema: model.schema };
  const sql = indexStatement(operation, name ?? null, model.name, index.columns, { ...options, ...schema });
  const comments = comment === undefined || name === undefined ? [] : [
    `COMMENT ON INDEX ${qualifiedText(operation, "index", name, model.schema ?? undefined)} IS ${
      quoteLiteral(comment)
    }`,
  ];
  return [sql, ...comments].map((text) => ({ phase: "index", sql: text }));
}

function rowSecurityStatements(table: string, rowSecurity: TableModel["options"]["rowSecurity"]): string[] {
  if (rowSecurity === undefined || rowSecurity === false) return [];
  const enable = `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`;
  return rowSecurity === "force" ? [enable, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`] : [enable];
}

function partitionStatements(parent: string, schema: string | null, partition: Partition): Phased[] {
  const operation = `partition "${partition.name}"`;
  const own = partition.schema ?? schema ?? undefined;
  const by = partition.partitionBy === undefined
    ? ""
    : ` PARTITION BY ${expressionText(operation, "partitionBy", partition.partitionBy)}`;
  const name = qualifiedText(operation, "name", partition.name, own);
  const of = qualifiedText(operation, "parent", parent, schema ?? undefined);
  return [
    {
      phase: "table",
      sql: `CREATE TABLE ${name} PARTITION OF ${of} ${expressionText(operation, "bound", partition.bound)}${by}`,
    },
    ...(partition.partitions ?? []).flatMap((deeper) => partitionStatements(partition.name, own ?? null, deeper)),
  ];
}
