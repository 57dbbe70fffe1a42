/** One column of a zod table: its name, its type, its default, what its metadata says. */
import { problem } from "../../base/problem.ts";
import { quoteIdentifier } from "../../sql/quote.ts";
import { json } from "../../sql/fragment.ts";
import { isSql, kindOf, type SqlValue } from "../../sql/value.ts";
import { nearest } from "../../base/nearest.ts";
import type { Column, Expression } from "../ddl/shapes.ts";
import { nameOf } from "../naming.ts";
import { typeOf } from "./column-type.ts";
import { checksFromZod } from "./from-zod.ts";
import type { ColumnMetadata } from "./metadata.ts";
import { columnMetadataKeys } from "./options.ts";
import type { TableDefinition } from "./table.ts";
import { unwrap, type Unwrapped } from "./unwrap.ts";
import { isZod } from "./zod-type.ts";

/** A column that has been read. */
export interface ReadColumn {
  /** The key in the zod object. */
  readonly key: string;
  /** The name in the database. */
  readonly name: string;
  readonly shape: Omit<Column, "references" | "primaryKey" | "unique">;
  readonly metadata: ColumnMetadata;
  /** What the zod type and its metadata demand, besides the first check, which stands with the column. */
  readonly tableChecks: readonly { readonly expression: Expression }[];
}

/** Metadata that zod itself and JSON Schema know. */
const zodsOwn = new Set(["id", "title", "description", "deprecated", "examples", "$schema", "format"]);

/** A typed text that keeps what a zod enum checks: `varchar(10)` does, a user's own enum type needs no check. */
const builtinScalar =
  /^(text|varchar|char|character|citext|smallint|int|integer|bigint|int2|int4|int8|numeric|real|double)\b/i;

/** Reads the column of a key. */
export function readColumn(definition: TableDefinition, key: string): ReadColumn {
  const schema = definition.schema._zod.def.shape[key];
  if (!isZod(schema)) throw badColumn(definition, key, "its type", "a zod type", kindOf(schema));
  const unwrapped = unwrap(schema);
  const metadata = checkedMetadata(definition, key, unwrapped.metadata);
  const name = metadata.name ?? nameOf(key, definition.options.naming ?? "preserve");
  const quoted = quoteIdentifier(name);
  const { type, null: listsNull, checks } = columnType(definition, key, unwrapped, metadata);
  const demanded = [
    ...checks.map((check) => check(quoted)),
    ...metadataChecks(metadata),
    ...(wantsZodChecks(definition) ? zodChecks(definition, key, unwrapped, type, quoted) : []),
  ];
  return {
    key,
    name,
    metadata,
    shape: shapeOf(unwrapped, metadata, type, listsNull),
    tableChecks: demanded.map((expression) => ({ expression })),
  };
}

function shapeOf(
  unwrapped: Unwrapped,
  metadata: ColumnMetadata,
  type: Expression,
  listsNull: boolean,
): ReadColumn["shape"] {
  const { collate, comment, storage, compression, identity, generated } = metadata;
  const fallback = identity === undefined && generated === undefined ? defaultOf(unwrapped, metadata, type) : undefined;
  return {
    type,
    ...(unwrapped.null || (listsNull && !unwrapped.lazy) ? {} : { null: false }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(identity === undefined ? {} : { identity }),
    ...(generated === undefined ? {} : { generated }),
    ...(collate === undefined ? {} : { collate }),
    ...(comment === undefined ? {} : { comment }),
    ...(storage === undefined ? {} : { storage }),
    ...(compression === undefined ? {} : { compression }),
  };
}

/** The metadata's default, else zod's own when it is a value; null in the metadata takes zod's away. */
function defaultOf(unwrapped: Unwrapped, metadata: ColumnMetadata, type: Expression): SqlValue | undefined {
  const own = unwrapped.default?.kind === "value" ? unwrapped.default.value : undefined;
  const found = metadata.default === undefined ? own : metadata.default;
  if (found === undefined || found === null) return undefined;
  // An array would become a PostgreSQL array; in a JSON column it is JSON.
  if (typeof type === "string" && /^jsonb?$/i.test(type) && !isSql(found)) return jsonLiteral(found);
  return found as SqlValue;
}

function jsonLiteral(value: unknown): SqlValue {
  return isObject(value) ? value : json(value);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface TypeInDatabase {
  readonly type: Expression;
  readonly null: boolean;
  readonly checks: readonly ((column: string) => string)[];
}

function columnType(
  definition: TableDefinition,
  key: string,
  { inner }: Unwrapped,
  metadata: ColumnMetadata,
): TypeInDatabase {
  const mapped = typeOf(inner);
  if (metadata.type !== undefined) {
    const keeps = !("unmappable" in mapped) && typeof metadata.type === "string" && builtinScalar.test(metadata.type);
    return { type: metadata.type, null: "null" in mapped && mapped.null, checks: keeps ? mapped.checks : [] };
  }
  if ("unmappable" in mapped) {
    throw problem(
      "model/unmappable-type",
      { table: definition.name, column: key, type: mapped.unmappable },
      definition.at === null ? {} : { at: definition.at },
    );
  }
  return mapped;
}

function metadataChecks({ check }: ColumnMetadata): readonly Expression[] {
  if (check === undefined) return [];
  return isChecks(check) ? check : [check];
}

function isChecks(check: NonNullable<ColumnMetadata["check"]>): check is readonly Expression[] {
  return Array.isArray(check);
}

function wantsZodChecks({ options: { checks } }: TableDefinition): boolean {
  return checks === "from-zod" || (Array.isArray(checks) && checks.includes("from-zod"));
}

function zodChecks(
  definition: TableDefinition,
  key: string,
  { inner }: Unwrapped,
  type: Expression,
  quoted: string,
): readonly string[] {
  return checksFromZod(inner._zod.def, isSql(type) ? type.text : type, quoted).map((check) => {
    if (typeof check === "string") return check;
    throw badColumn(definition, key, "a regular expression", "one that PostgreSQL can run", check.untranslatable);
  });
}

/** Metadata that nobody type-checked: wrong keys and wrong sorts of values are named. */
function checkedMetadata(
  definition: TableDefinition,
  key: string,
  metadata: Readonly<Record<string, unknown>>,
): ColumnMetadata {
  const known: readonly string[] = columnMetadataKeys;
  for (const [option, value] of Object.entries(metadata)) {
    if (zodsOwn.has(option)) continue;
    if (!known.includes(option)) {
      // Metadata of other programs is theirs; what is nearly one of ours is a slip of the pen.
      const close = nearest(option, known);
      if (close === null) continue;
      throw problem(
        "model/unknown-option",
        { table: definition.name, column: key, option, nearest: close },
        definition.at === null ? {} : { at: definition.at },
      );
    }
    const wanted = sorts[option]?.(value) ?? null;
    if (wanted !== null) throw badColumn(definition, key, option, wanted, kindOf(value));
  }
  return metadata;
}

/** For each option that could be of the wrong sort: null when the value is right, else what is wanted. */
const sorts: Readonly<Record<string, (value: unknown) => string | null>> = {
  type: (value) => typeof value === "string" || isSql(value) ? null : "an SQL type",
  primaryKey: boolean,
  unique: booleanOrText,
  references: (value) =>
    typeof value === "function" || typeof value === "string" ? null : 'a function such as "() => User.id", or a text',
  name: text,
  comment: text,
  renamedFrom: text,
};

function boolean(value: unknown): string | null {
  return typeof value === "boolean" || value === undefined ? null : "true or false";
}

function booleanOrText(value: unknown): string | null {
  return typeof value === "string" ? null : boolean(value) === null ? null : "true, false or a name";
}

function text(value: unknown): string | null {
  return typeof value === "string" || value === undefined ? null : "text";
}

function badColumn(definition: TableDefinition, column: string, option: string, wanted: string, found: string) {
  return problem(
    "model/bad-option",
    { table: definition.name, column, option, wanted, found },
    definition.at === null ? {} : { at: definition.at },
  );
}
