/** A Drizzle column as a model's column. */
import type { PgColumn } from "drizzle-orm/pg-core";
import type { SQL } from "drizzle-orm";
import type { Column, Expression, Identity, SequenceOptions } from "../ddl/shapes.ts";
import { sql as fragment } from "../../sql/fragment.ts";
import type { SqlValue } from "../../sql/value.ts";
import type { ModelColumn } from "../define/definition.ts";
import type { Orm } from "./orm.ts";

/** Reads a column. Its keys and references belong to the table and are read there. */
export function readColumn(orm: Orm, column: PgColumn): ModelColumn {
  const identity = identityOf(column);
  const generated = generatedOf(orm, column);
  const value = identity === null && generated === null ? defaultOf(orm, column) : undefined;
  const shape: ModelColumn["column"] = {
    type: typeOf(orm, column),
    ...(column.notNull ? { null: false } : {}),
    ...(value === undefined ? {} : { default: value }),
    ...(identity === null ? {} : { identity }),
    ...(generated === null ? {} : { generated }),
  };
  return { name: orm.columnName(column), column: shape };
}

/** The SQL type. An enum's name is quoted and has its schema, which Drizzle's own text leaves out. */
function typeOf(orm: Orm, column: PgColumn): Expression {
  const { is } = orm.base;
  if (is(column, orm.core.PgArray)) {
    const base = typeOf(orm, column.baseColumn);
    const size = typeof column.size === "number" ? `[${column.size}]` : "[]";
    return typeof base === "string" ? `${base}${size}` : fragment.raw(`${base.text}${size}`);
  }
  if (is(column, orm.core.PgEnumColumn) || is(column, orm.core.PgEnumObjectColumn)) {
    const { enumName, schema } = column.enum;
    return schema === undefined ? fragment.identifier(enumName) : fragment.identifier(schema, enumName);
  }
  return column.getSQLType();
}

/** The database's default. `$default` and `$onUpdate` run in the application and are none. */
function defaultOf(orm: Orm, column: PgColumn): SqlValue | undefined {
  const { default: value } = column;
  if (value === undefined || value === null) return undefined;
  if (orm.base.is(value, orm.base.SQL)) return fragment.raw(orm.text(value));
  const written: unknown = column.mapToDriverValue(value);
  // Drivers get the number of a numeric column as text; as a default it stays a number, as Drizzle's own tools write it.
  if ((typeof value === "number" || typeof value === "bigint") && String(value) === written) return value;
  if (orm.base.is(written, orm.base.SQL)) return fragment.raw(orm.text(written));
  // mapToDriverValue gives what the driver sends: text, numbers, booleans, bytes, each of which has a literal.
  return written as SqlValue;
}

function generatedOf(orm: Orm, column: PgColumn): NonNullable<Column["generated"]> | null {
  const { generated } = column;
  if (generated === undefined) return null;
  const { as, mode } = generated;
  const value: unknown = typeof as === "function" ? as() : as;
  const text = orm.base.is(value, orm.base.SQL) ? orm.text(value) : String(value);
  return { as: text, kind: mode === "virtual" ? "virtual" : "stored" };
}

function identityOf(column: PgColumn): Identity | null {
  const { generatedIdentity } = column;
  if (generatedIdentity === undefined) return null;
  const { type, sequenceName, sequenceOptions } = generatedIdentity;
  const generated = type === "always" ? "always" : "by default";
  return {
    generated,
    ...(sequenceName === undefined ? {} : { sequenceName }),
    ...(sequenceOptions === undefined ? {} : sequenceOf(sequenceOptions)),
  };
}

/** Options of a sequence as Drizzle writes them: numbers may be texts. */
export interface DrizzleSequence {
  readonly increment?: number | string;
  readonly minValue?: number | string;
  readonly maxValue?: number | string;
  readonly startWith?: number | string;
  readonly cache?: number | string;
  readonly cycle?: boolean;
}

/** Drizzle's options of a sequence in the words of this program. */
export function sequenceOf(options: DrizzleSequence): SequenceOptions {
  const { increment, minValue, maxValue, startWith, cache, cycle } = options;
  return {
    ...(increment === undefined ? {} : { increment: BigInt(increment) }),
    ...(minValue === undefined ? {} : { min: BigInt(minValue) }),
    ...(maxValue === undefined ? {} : { max: BigInt(maxValue) }),
    ...(startWith === undefined ? {} : { start: BigInt(startWith) }),
    ...(cache === undefined ? {} : { cache: BigInt(cache) }),
    ...(cycle === undefined ? {} : { cycle }),
  };
}

/** Says whether a value is one of Drizzle's SQL fragments. */
export function isFragment(orm: Orm, value: unknown): value is SQL {
  return orm.base.is(value, orm.base.SQL);
}
