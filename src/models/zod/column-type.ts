/** The table that maps zod types to PostgreSQL types. */
import { quoteLiteral } from "../../sql/quote.ts";
import { type SqlValue, valueText } from "../../sql/value.ts";
import { unwrap } from "./unwrap.ts";
import type { ZodCheck, ZodDef, ZodLike } from "./zod-type.ts";

/** A mapped type: its SQL, and the checks that the type itself demands, each for a column's quoted name. */
export interface MappedType {
  readonly type: string;
  readonly checks: readonly ((column: string) => string)[];
  /** A null among a union's or literal's values. */
  readonly null: boolean;
}

/** A type that has no PostgreSQL type: its name, for the error. */
export interface Unmappable {
  readonly unmappable: string;
}

const formats: Readonly<Record<string, string>> = {
  uuid: "uuid",
  guid: "uuid",
  datetime: "timestamptz",
  date: "date",
  time: "time",
  duration: "interval",
  ipv4: "inet",
  ipv6: "inet",
  cidrv4: "cidr",
  cidrv6: "cidr",
  base64: "bytea",
  base64url: "bytea",
};

const numbers: Readonly<Record<string, string>> = {
  safeint: "integer",
  int32: "integer",
  uint32: "bigint",
  float32: "real",
  float64: "double precision",
  int64: "bigint",
  uint64: "numeric(20)",
};

/** PostgreSQL's limit for varchar(n). */
const longestVarchar = 10_485_760;

type Mapper = (def: ZodDef, schema: ZodLike) => MappedType | Unmappable;

function plain(type: string): MappedType {
  return { type, checks: [], null: false };
}

const json: Mapper = () => plain("jsonb");

/** By `def.type`; what is not here is an error. */
const mappers: Readonly<Record<string, Mapper>> = {
  string: stringType,
  template_literal: () => plain("text"),
  number: (def) => plain(formatOf(def, numbers) ?? "double precision"),
  nan: () => plain("double precision"),
  int: () => plain("integer"),
  bigint: (def) => plain(formatOf(def, numbers) ?? "bigint"),
  boolean: () => plain("boolean"),
  date: () => plain("timestamptz"),
  enum: (def) => oneOf(enumValues(def)),
  literal: (def) => oneOf(def.values ?? []),
  union: unionType,
  array: arrayType,
  object: json,
  record: json,
  any: json,
  unknown: json,
  tuple: json,
  intersection: json,
  custom: (_def, schema) => isBytes(schema) ? plain("bytea") : { unmappable: className(schema) },
};

/**
 * The PostgreSQL type of an unwrapped zod type.
 *
 * ```ts
 * typeOf(z.string().max(20)); // { type: "varchar(20)", … }
 * typeOf(z.map(z.string(), z.string())); // { unmappable: "map" }
 * ```
 */
export function typeOf(schema: ZodLike): MappedType | Unmappable {
  const { def } = schema._zod;
  return (Object.hasOwn(mappers, def.type) ? mappers[def.type] : undefined)?.(def, schema) ?? { unmappable: def.type };
}

/** The checks that `.min()`, `.max()`, … added to a type. */
export function checksOf(def: ZodDef): readonly ZodCheck[] {
  return (def.checks ?? []).map((check) => check._zod.def);
}

/** The type's own format, or the one that a check such as `.int()` or `.uuid()` gave it. */
function formatOf(def: ZodDef, table: Readonly<Record<string, string>>): string | undefined {
  if (def.format === undefined && def.checks === undefined) return undefined;
  const named = [def.format, ...checksOf(def).map((check) => check.format)];
  const format = named.find((name) => name !== undefined && Object.hasOwn(table, name));
  return format === undefined ? undefined : table[format];
}

function stringType(def: ZodDef): MappedType {
  const type = formatOf(def, formats);
  if (type !== undefined) return plain(type);
  const limit = longestText(def);
  return plain(limit === null ? "text" : `varchar(${limit})`);
}

/** The n of varchar(n): the smallest of `.max(n)` and `.length(n)`; null without one. */
export function longestText(def: ZodDef): number | null {
  if (def.checks === undefined) return null;
  const limits = checksOf(def).flatMap((check) =>
    check.check === "max_length" ? [check.maximum ?? 0] : check.check === "length_equals" ? [check.length ?? 0] : []
  );
  const limit = Math.min(...limits);
  return Number.isInteger(limit) && limit > 0 && limit <= longestVarchar ? limit : null;
}

/** A TypeScript enum's reverse entries (`{ 0: "A", A: 0 }`) are names, not values. */
function enumValues(def: ZodDef): unknown[] {
  const entries = Object.entries(def.entries ?? {});
  const numeric = new Set(entries.filter(([, value]) => typeof value === "number").map(([, value]) => String(value)));
  return entries.filter(([key]) => !numeric.has(key)).map(([, value]) => value);
}

/** Literals of one sort: a type and a check that the column is one of them. */
function oneOf(values: readonly unknown[]): MappedType | Unmappable {
  const present = values.filter((value) => value !== null && value !== undefined);
  const type = literalType(present);
  if (type === null) return { unmappable: values.length === 0 ? "empty literal" : "literals of several types" };
  const list = present.map((value) => literalText(value)).join(", ");
  const check = (column: string) => present.length === 1 ? `${column} = ${list}` : `${column} IN (${list})`;
  return { type, checks: [check], null: present.length < values.length };
}

function literalText(value: unknown): string {
  return typeof value === "string" ? quoteLiteral(value) : valueText(value as SqlValue, "literal");
}

function literalType(values: readonly unknown[]): string | null {
  const sorts = new Set(values.map((value) => typeof value));
  const [sort] = sorts;
  if (sorts.size !== 1) return null;
  switch (sort) {
    case "string":
      return "text";
    case "boolean":
      return "boolean";
    case "bigint":
      return "bigint";
    case "number":
      return values.every((value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31)
        ? "integer"
        : "double precision";
    default:
      return null;
  }
}

/** A union of literals is a list of values, `T | null` is T; any other is JSON. */
function unionType(def: ZodDef): MappedType | Unmappable {
  const options = (def.options ?? []).map((option) => unwrap(option).inner);
  const voids = options.filter((option) => ["null", "undefined", "void"].includes(option._zod.def.type));
  const rest = options.filter((option) => !voids.includes(option));
  const lists = rest.map((option) => valuesOf(option._zod.def));
  const [only] = rest;
  if (rest.length === 1 && only !== undefined) {
    const mapped = typeOf(only);
    return "unmappable" in mapped ? mapped : { ...mapped, null: mapped.null || voids.length > 0 };
  }
  const nullable = voids.length > 0 || (def.options ?? []).some((option) => unwrap(option).null);
  if (rest.length > 0 && lists.every((list) => list !== null)) {
    const mapped = oneOf([...new Set(lists.flatMap((list) => list ?? []))]);
    if (!("unmappable" in mapped)) return { ...mapped, null: mapped.null || nullable };
  }
  return { ...plain("jsonb"), null: nullable };
}

function valuesOf(def: ZodDef): readonly unknown[] | null {
  if (def.type === "literal") return def.values ?? [];
  return def.type === "enum" ? enumValues(def) : null;
}

/** An array of the element's type; what an element must be is a check on the whole array. */
function arrayType(def: ZodDef): MappedType | Unmappable {
  if (def.element === undefined) return { unmappable: "array" };
  const element = unwrap(def.element).inner;
  const declared = unwrap(def.element).metadata["type"];
  if (typeof declared === "string") return plain(`${declared}[]`);
  if (typeof declared === "object" && declared !== null && "text" in declared) {
    return plain(`${String(declared.text)}[]`);
  }
  const mapped = typeOf(element);
  if ("unmappable" in mapped) return mapped;
  const values = valuesOf(element._zod.def)?.filter((value) => value !== null && value !== undefined);
  if (values === undefined) return plain(`${mapped.type}[]`);
  const list = values.map((value) => literalText(value)).join(", ");
  return {
    type: `${mapped.type}[]`,
    checks: [(column) => `${column} <@ ARRAY[${list}]::${mapped.type}[]`],
    null: false,
  };
}

function isBytes(schema: ZodLike): boolean {
  const type = schema._zod.bag?.["Class"];
  return typeof type === "function" && (type === Uint8Array || type.prototype instanceof Uint8Array);
}

function className(schema: ZodLike): string {
  const type = schema._zod.bag?.["Class"];
  return typeof type === "function" ? `instanceof(${type.name})` : "custom";
}
