/** The operation of `migrate:kit` that says what a statement of the differ says. */
import * as kit from "../../kit/operations.ts";
import { bare, columnShape, constraintShape, defaultValue, type ReadConstraint } from "./column-reading.ts";
import { callText, holdsSql, type JsRecord, type JsValue, valueOf } from "./js-value.ts";
import { TokenReader, tokensOf, Unread } from "./token-reader.ts";

/** A call of an operation. */
interface Call {
  readonly name: string;
  readonly given: readonly JsValue[];
}

/** An operation's source, with the names that it imports. */
export interface WrittenOperation {
  readonly code: string;
  readonly imports: readonly string[];
}

type Place = { readonly schema: string; readonly name: string };

/** The options' object with the schema, when it is not the usual one; nothing when it would be empty. */
function options({ schema }: Place, rest: JsRecord = {}): readonly JsValue[] {
  const all: JsRecord = { ...(schema === "public" ? {} : { schema }), ...rest };
  return Object.keys(all).length === 0 ? [] : [all];
}

function createTable(reader: TokenReader): Call {
  const table = reader.qualified();
  const columns: Record<string, JsValue> = {};
  const constraints: ReadConstraint[] = [];
  reader.take("(");
  if (!reader.sees(")")) {
    do {
      if (reader.sees("CONSTRAINT")) constraints.push(constraintShape(reader));
      else columns[reader.name()] = columnShape(reader);
    } while (reader.tryTake(","));
  }
  reader.take(")");
  const some = (sort: ReadConstraint["sort"]): readonly JsRecord[] =>
    constraints.filter((one) => one.sort === sort).map(({ name, shape }) => ({ name, ...shape }));
  const [primaryKey] = some("primaryKey");
  const lists = { uniques: some("unique"), checks: some("check"), foreignKeys: some("foreignKey") };
  const rest = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  const extras = { ...(primaryKey === undefined ? {} : { primaryKey }), ...rest };
  return { name: "createTable", given: [table.name, columns, ...options(table, extras)] };
}

const constraintCalls = {
  primaryKey: "createPrimaryKey",
  unique: "createUniqueConstraint",
  check: "createCheckConstraint",
  foreignKey: "createForeignKey",
} as const;

function addConstraint(reader: TokenReader, table: Place): Call {
  const { sort, name, shape } = constraintShape(reader);
  const { columns, references, expression, ...rest } = shape;
  const own = [columns, references, expression].filter((one) => one !== undefined);
  return { name: constraintCalls[sort], given: [name, table.name, ...own, ...options(table, rest)] };
}

function columnChange(reader: TokenReader): JsRecord {
  if (reader.tryTake("SET NOT NULL")) return { null: false };
  if (reader.tryTake("DROP NOT NULL")) return { null: true };
  if (reader.tryTake("DROP DEFAULT")) return { default: null };
  if (reader.tryTake("SET DEFAULT")) return { default: defaultValue(reader.until()) };
  reader.take("TYPE");
  const type = reader.until("USING", "COLLATE");
  return reader.tryTake("USING") ? { type, using: { sql: reader.until() } } : { type };
}

/** One or more changes of one column. */
function alterColumn(reader: TokenReader, table: Place): Call {
  const column = reader.name();
  let changes = columnChange(reader);
  while (reader.tryTake(", ALTER COLUMN")) {
    if (reader.name() !== column) throw new Unread();
    changes = { ...changes, ...columnChange(reader) };
  }
  return { name: "alterColumn", given: [table.name, column, changes, ...options(table)] };
}

function alterTable(reader: TokenReader): Call {
  const table = reader.qualified();
  const call = (name: string, ...own: readonly JsValue[]): Call => ({ name, given: [...own, ...options(table)] });
  if (reader.tryTake("ADD COLUMN")) return call("addColumn", table.name, reader.name(), columnShape(reader));
  if (reader.tryTake("DROP COLUMN")) return call("dropColumn", table.name, reader.name());
  if (reader.tryTake("ALTER COLUMN")) return alterColumn(reader, table);
  if (reader.tryTake("DROP CONSTRAINT")) return call("dropConstraint", reader.name(), table.name);
  if (reader.tryTake("VALIDATE CONSTRAINT")) return call("validateConstraint", reader.name(), table.name);
  if (reader.tryTake("SET SCHEMA")) return call("setTableSchema", table.name, reader.name());
  if (reader.tryTake("RENAME TO")) return call("renameTable", table.name, reader.name());
  if (reader.tryTake("RENAME COLUMN")) {
    const [from, to] = fromTo(reader);
    return call("renameColumn", table.name, from, to);
  }
  if (reader.tryTake("RENAME CONSTRAINT")) {
    const [from, to] = fromTo(reader);
    return call("renameConstraint", from, table.name, to);
  }
  reader.take("ADD");
  return addConstraint(reader, table);
}

function fromTo(reader: TokenReader): readonly [string, string] {
  const from = reader.name();
  reader.take("TO");
  return [from, reader.name()];
}

/** A column by its name, one with an order as a shape, anything else as an expression. */
function indexElement(reader: TokenReader): JsValue {
  const text = reader.until();
  const plain = /^([a-z_][a-z0-9_$]*|"(?:[^"]|"")+")( DESC)?( NULLS FIRST| NULLS LAST)?$/.exec(text);
  if (plain === null) {
    // A function's call stands without brackets, another expression in its own; an operator class is neither.
    if (/\)$/.test(text)) return { sql: bare(text) };
    throw new Unread();
  }
  const [, name = "", descending, nulls] = plain;
  const column = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
  if (descending === undefined && nulls === undefined) return column;
  return {
    column,
    ...(descending === undefined ? {} : { order: "desc" }),
    ...(nulls === undefined ? {} : { nulls: nulls.trim().slice(6).toLowerCase() }),
  };
}

function createIndex(reader: TokenReader, unique: boolean): Call {
  const name = reader.name();
  reader.take("ON");
  const table = reader.qualified();
  const using = reader.tryTake("USING") ? reader.name() : "btree";
  const columns = reader.list(() => indexElement(reader));
  const include = reader.tryTake("INCLUDE") ? { include: reader.list(() => reader.name()) } : {};
  const nulls = reader.tryTake("NULLS NOT DISTINCT") ? { nullsNotDistinct: true } : {};
  const where = reader.tryTake("WHERE") ? { where: { sql: bare(reader.until()) } } : {};
  const rest = {
    ...(unique ? { unique } : {}),
    ...(using === "btree" ? {} : { using }),
    ...include,
    ...nulls,
    ...where,
  };
  return { name: "createIndex", given: [name, table.name, columns, ...options(table, rest)] };
}

function alterType(reader: TokenReader): Call {
  const type = reader.qualified();
  if (reader.tryTake("RENAME VALUE")) {
    const from = reader.literal();
    reader.take("TO");
    return { name: "renameEnumValue", given: [type.name, from, reader.literal(), ...options(type)] };
  }
  reader.take("ADD VALUE");
  const value = reader.literal();
  const place = reader.tryTake("BEFORE")
    ? { before: reader.literal() }
    : reader.tryTake("AFTER")
    ? { after: reader.literal() }
    : {};
  return { name: "addEnumValue", given: [type.name, value, ...options(type, place)] };
}

function comment(reader: TokenReader): Call {
  const column = !reader.tryTake("TABLE");
  if (column) reader.take("COLUMN");
  const table = reader.qualified();
  const names = [table.name];
  if (column) {
    reader.take(".");
    names.push(reader.name());
  }
  reader.take("IS");
  const text = reader.tryTake("NULL") ? null : reader.literal();
  return { name: column ? "commentOnColumn" : "commentOnTable", given: [...names, text, ...options(table)] };
}

function drop(name: string): (reader: TokenReader) => Call {
  return (reader) => {
    const place = reader.qualified();
    return { name, given: [place.name, ...options(place)] };
  };
}

/** Statements by their first words, longest first where one begins as another does. */
const forms: readonly (readonly [words: string, read: (reader: TokenReader, subject: string) => Call])[] = [
  ["CREATE TABLE", createTable],
  ["ALTER TABLE", alterTable],
  ["DROP TABLE", drop("dropTable")],
  ["CREATE UNIQUE INDEX", (reader) => createIndex(reader, true)],
  ["CREATE INDEX", (reader) => createIndex(reader, false)],
  ["DROP INDEX", drop("dropIndex")],
  ["DROP SEQUENCE", drop("dropSequence")],
  ["ALTER INDEX", (reader) => {
    const index = reader.qualified();
    reader.take("RENAME TO");
    return { name: "renameIndex", given: [index.name, reader.name(), ...options(index)] };
  }],
  ["CREATE TYPE", (reader) => {
    const type = reader.qualified();
    reader.take("AS ENUM");
    return { name: "createEnum", given: [type.name, reader.list(() => reader.literal()), ...options(type)] };
  }],
  ["DROP TYPE", (reader, subject) => {
    if (!subject.startsWith("enum:")) throw new Unread();
    return drop("dropEnum")(reader);
  }],
  ["ALTER TYPE", alterType],
  ["COMMENT ON", comment],
  ["CREATE SCHEMA", (reader) => ({ name: "createSchema", given: [reader.name()] })],
  ["DROP SCHEMA", (reader) => ({ name: "dropSchema", given: [reader.name()] })],
];

/** The tokens of SQL in a form in which two ways of writing the same can be compared. */
function essence(sql: string): string {
  const tokens = tokensOf(sql).map(({ text, word }) => word === "" ? text : word);
  const kept = tokens.filter((text, at) => {
    if (text === "(" || text === ")") return false;
    const before = tokens[at - 1];
    if (text === "." && before === "PUBLIC") return false;
    if (text === "PUBLIC" && tokens[at + 1] === ".") return false;
    if (text === "USING" && tokens[at + 1] === "BTREE") return false;
    return !(text === "BTREE" && before === "USING");
  });
  return kept.sort().join(" ");
}

/** The SQL that a call renders to; null when the operation refuses its arguments. */
function rendered({ name, given }: Call): string | null {
  const operations: Readonly<Record<string, unknown>> = { ...kit };
  const make = operations[name];
  if (typeof make !== "function") return null;
  try {
    const made: unknown = make(...given.map((value) => valueOf(value, kit.sql.raw)));
    const texts = typeof made === "object" && made !== null && "sql" in made ? made.sql : null;
    return Array.isArray(texts) ? texts.join("; ") : null;
  } catch {
    return null;
  }
}

/**
 * Writes a statement as an operation; null when there is none for it. The operation is rendered and compared with the
 * statement: it must be made of the same words, wherever they stand. That it does the same is proven by running it.
 * Names in the schema public are written without it.
 *
 * ```ts
 * operationFor("ALTER TABLE public.users ADD COLUMN age integer", "table:public.users");
 * // { code: 'addColumn("users", "age", "integer")', imports: ["addColumn"] }
 * ```
 */
export function operationFor(sql: string, subject: string): WrittenOperation | null {
  try {
    const reader = new TokenReader(sql);
    const form = forms.find(([words]) => reader.tryTake(words));
    if (form === undefined) return null;
    const call = form[1](reader, subject);
    reader.end();
    const text = rendered(call);
    if (text === null || essence(text) !== essence(sql)) return null;
    const imports = call.given.some(holdsSql) ? [call.name, "sql"] : [call.name];
    return { code: callText(call.name, call.given), imports };
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}
