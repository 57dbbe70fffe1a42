import assert from "node:assert/strict";
import { test } from "node:test";
import * as mini from "zod/mini";
import { enumType, sql, table, z } from "../../src/kit/mod.ts";
import { Problem } from "../../src/base/problem.ts";
import { observeDefaults } from "../../src/models/zod/default-value.ts";
import { apply, ddlOf, scratch } from "./scratch.ts";

observeDefaults();

/** What TypeScript makes of `enum Level { Low, High }`. */
const Level = { 0: "Low", 1: "High", Low: 0, High: 1 } as const;

const role = enumType("role", ["admin", "member"]);

/** Each row of the mapping table: the zod type, and what PostgreSQL calls the column (`?`: it may be null). */
const rows: Readonly<Record<string, readonly [unknown, string, string?]>> = {
  string: [z.string(), "text"],
  string_max: [z.string().max(20), "character varying(20)"],
  string_length: [z.string().length(3), "character varying(3)"],
  string_min: [z.string().min(3), "text"],
  string_two_max: [z.string().max(20).max(10), "character varying(10)"],
  string_char: [z.string().length(3).meta({ type: "char(3)" }), "character(3)"],
  uuid: [z.uuid(), "uuid"],
  uuid_v7: [z.uuidv7(), "uuid"],
  uuid_method: [z.string().uuid(), "uuid"],
  guid: [z.guid(), "uuid"],
  email: [z.email(), "text"],
  url: [z.url(), "text"],
  cuid: [z.cuid2(), "text"],
  ulid: [z.ulid(), "text"],
  nanoid: [z.nanoid(), "text"],
  jwt: [z.jwt(), "text"],
  emoji: [z.emoji(), "text"],
  template: [z.templateLiteral(["a", z.string()]), "text"],
  int: [z.int(), "integer"],
  int32: [z.int32(), "integer"],
  int_method: [z.number().int(), "integer"],
  uint32: [z.uint32(), "bigint"],
  int64: [z.int64(), "bigint"],
  bigint: [z.bigint(), "bigint"],
  uint64: [z.uint64(), "numeric(20,0)"],
  float32: [z.float32(), "real"],
  float64: [z.float64(), "double precision"],
  number: [z.number(), "double precision"],
  coerced: [z.coerce.number(), "double precision"],
  ipv4: [z.ipv4(), "inet"],
  ipv6: [z.ipv6(), "inet"],
  cidrv4: [z.cidrv4(), "cidr"],
  cidrv6: [z.cidrv6(), "cidr"],
  boolean: [z.boolean(), "boolean"],
  date: [z.date(), "timestamp with time zone"],
  datetime: [z.iso.datetime(), "timestamp with time zone"],
  timestamp: [z.date().meta({ type: "timestamp" }), "timestamp without time zone"],
  iso_date: [z.iso.date(), "date"],
  iso_time: [z.iso.time(), "time without time zone"],
  iso_duration: [z.iso.duration(), "interval"],
  enum: [z.enum(["a", "it's"]), "text"],
  enum_numbers: [z.enum(Level), "integer"],
  enum_native: [role.column(), "role"],
  literal: [z.literal("x"), "text"],
  literal_numbers: [z.literal([1, 2]), "integer"],
  literal_fraction: [z.literal(1.5), "double precision"],
  literal_boolean: [z.literal(true), "boolean"],
  literal_null: [z.literal(["x", null]), "text?"],
  literal_union: [z.union([z.literal("a"), z.literal("b")]), "text"],
  array: [z.array(z.string()), "text[]"],
  array_deep: [z.array(z.array(z.int())), "integer[]"],
  array_enum: [z.array(role.column()), "role[]"],
  array_checked: [z.array(z.enum(["a", "b"])), "text[]"],
  object: [z.object({ a: z.string() }), "jsonb"],
  record: [z.record(z.string(), z.int()), "jsonb"],
  json: [z.json(), "jsonb"],
  any: [z.any(), "jsonb"],
  unknown: [z.unknown(), "jsonb"],
  tuple: [z.tuple([z.string(), z.int()]), "jsonb"],
  union: [z.union([z.string(), z.int()]), "jsonb"],
  union_discriminated: [z.discriminatedUnion("t", [z.object({ t: z.literal("a") })]), "jsonb"],
  intersection: [z.intersection(z.object({}), z.object({})), "jsonb"],
  bytes: [z.instanceof(Uint8Array), "bytea"],
  buffer: [z.instanceof(Buffer), "bytea"],
  base64: [z.base64(), "bytea"],
  optional: [z.string().optional(), "text?"],
  nullable: [z.string().nullable(), "text?"],
  nullish: [z.string().nullish(), "text?"],
  union_null: [z.union([z.int(), z.null()]), "integer?"],
  nonoptional: [z.string().optional().nonoptional(), "text"],
  default: [z.int().default(7), "integer", "7"],
  default_text: [z.string().default("it's"), "text", "'it''s'::text"],
  default_optional: [z.string().optional().default("a"), "text", "'a'::text"],
  default_then_optional: [z.string().default("a").optional(), "text?", "'a'::text"],
  default_function: [z.string().default(() => "always the same"), "text"],
  default_fresh: [z.array(z.string()).default(() => []), "text[]"],
  default_array: [z.array(z.string()).default(["a", 'b"']), "text[]", `'{a,"b\\""}'::text[]`],
  default_object: [z.object({ a: z.int() }).default({ a: 1 }), "jsonb", `'{"a": 1}'::jsonb`],
  default_json_array: [z.array(z.int()).meta({ type: "jsonb" }).default([1]), "jsonb", "'[1]'::jsonb"],
  default_date: [
    z.date().default(new Date(0)),
    "timestamp with time zone",
    "'1970-01-01 00:00:00+00'::timestamp with time zone",
  ],
  default_bigint: [z.bigint().default(-5n), "bigint", "'-5'::integer"],
  default_prefault: [z.string().prefault("a"), "text", "'a'::text"],
  default_sql: [z.date().meta({ default: sql`now()` }), "timestamp with time zone", "now()"],
  default_meta_wins: [z.int().default(1).meta({ default: 2 }), "integer", "2"],
  default_taken_away: [z.int().default(1).meta({ default: null }), "integer"],
  lazy: [z.lazy(() => z.int()), "integer"],
  pipe: [z.string().pipe(z.string().max(5)), "text"],
  transform: [z.string().transform(Number), "text"],
  preprocess: [z.preprocess(String, z.int()), "integer"],
  codec: [
    z.codec(z.iso.datetime(), z.date(), { decode: (s) => new Date(s), encode: (d) => d.toISOString() }),
    "timestamp with time zone",
  ],
  brand: [z.int().brand("Id"), "integer"],
  readonly: [z.string().readonly(), "text"],
  catch: [z.int().catch(1), "integer"],
  stringbool: [z.stringbool(), "text"],
  named_type: [z.number().meta({ type: "numeric(12,2)" }), "numeric(12,2)"],
  mini: [mini.string().check(mini.maxLength(4)), "character varying(4)"],
  mini_null: [mini.nullable(mini.uuid()), "uuid?"],
};

// The rows are of every sort of type, which one object type of zod's cannot say.
function shapeOf(entries: Readonly<Record<string, readonly [unknown, string, string?]>>): z.ZodRawShape {
  return Object.fromEntries(Object.entries(entries).map(([key, [type]]) => [key, type as z.ZodType]));
}

test("each row of the mapping table is the column that it says", async () => {
  await using database = await scratch();
  const models = { role, all: table("mapping", z.object(shapeOf(rows))) };
  await apply(database, ddlOf(models));
  const columns = await database.ask<{ name: string; type: string; required: boolean; fallback: string | null }>(`
    select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required,
      pg_get_expr(adbin, adrelid) as fallback
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = 'mapping'::regclass and attnum > 0 order by attnum`);
  const found = columns.map(({ name, type, required, fallback }) => [name, type + (required ? "" : "?"), fallback]);
  assert.deepEqual(found, Object.entries(rows).map(([name, [, type, fallback]]) => [name, type, fallback ?? null]));
});

test("enums, literals and arrays of them become checks", async () => {
  await using database = await scratch();
  await apply(
    database,
    ddlOf({
      role,
      t: table(
        "t",
        z.object({
          a: z.enum(["a", "it's"]),
          b: z.literal([1, 2]),
          c: z.array(z.enum(["x", "y"])),
          d: z.enum(Level),
          e: role.column(),
          f: z.enum(["k"]).meta({ type: "varchar(3)" }),
        }),
      ),
    }),
  );
  const checks = await database.ask<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conrelid = 't'::regclass order by conname",
  );
  assert.deepEqual(checks.map(({ text }) => text), [
    "CHECK ((a = ANY (ARRAY['a'::text, 'it''s'::text])))",
    "CHECK ((b = ANY (ARRAY[1, 2])))",
    "CHECK ((c <@ ARRAY['x'::text, 'y'::text]))",
    "CHECK ((d = ANY (ARRAY[0, 1])))",
    "CHECK (((f)::text = 'k'::text))",
  ]);
});

test("what has no PostgreSQL type is refused with its table and column", () => {
  const bad: Readonly<Record<string, readonly [z.ZodType, string]>> = {
    map: [z.map(z.string(), z.string()), "map"],
    set: [z.set(z.string()), "set"],
    promise: [z.promise(z.string()), "promise"],
    symbol: [z.symbol(), "symbol"],
    undefined: [z.undefined(), "undefined"],
    null: [z.null(), "null"],
    never: [z.never(), "never"],
    void: [z.void(), "void"],
    file: [z.file(), "file"],
    class: [z.instanceof(Map), "instanceof(Map)"],
    custom: [z.custom(() => true), "custom"],
    array: [z.array(z.set(z.int())), "set"],
    transform: [z.transform(String), "transform"],
    mixed: [z.literal(["a", 1]), "literals of several types"],
  };
  for (const [column, [type, name]] of Object.entries(bad)) {
    assert.throws(() => ddlOf({ t: table("t", z.object({ [column]: type })) }), (error) => {
      assert.ok(error instanceof Problem, String(error));
      assert.equal(error.code, "model/unmappable-type");
      assert.deepEqual(error.data, { table: "t", column, type: name });
      assert.match(error.at?.file ?? "", /mapping\.test\.ts$/);
      return true;
    });
  }
  assert.doesNotThrow(() =>
    ddlOf({ t: table("t", z.object({ a: z.map(z.string(), z.int()).meta({ type: "hstore" }) })) })
  );
});

test("zod's own limits become checks only on request", async () => {
  await using database = await scratch();
  const shape = z.object({
    a: z.string().min(2).max(5).regex(/^[a-z]\d+\/x$/i),
    b: z.number().positive().max(9).multipleOf(0.5),
    c: z.int().min(-1).lt(10).multipleOf(5),
    d: z.bigint().min(1n),
    e: z.array(z.int()).min(1).max(3),
    f: z.string().startsWith("x%").endsWith("'y").includes("_").lowercase(),
    g: z.date().min(new Date(0)),
    h: z.int().min(1).nullable(),
    i: z.string().length(4),
  });
  const without = ddlOf({ t: table("t", shape) });
  assert.ok(without.every(({ sql: text }) => !text.includes("CHECK")));
  await apply(
    database,
    ddlOf({ t: table("t", shape, { checks: ["from-zod", { name: "own", expression: sql`a <> ''` }] }) }),
  );
  const checks = await database.ask<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conrelid = 't'::regclass order by oid",
  );
  assert.deepEqual(checks.map(({ text }) => text), [
    "CHECK ((char_length((a)::text) >= 2))",
    "CHECK (((a)::text ~* '^[a-z]\\d+/x$'::text))",
    "CHECK ((b > (0)::double precision))",
    "CHECK ((b <= (9)::double precision))",
    "CHECK ((((b)::numeric % 0.5) = (0)::numeric))",
    "CHECK ((c >= '-1'::integer))",
    "CHECK ((c < 10))",
    "CHECK (((c % 5) = 0))",
    "CHECK ((d >= 1))",
    "CHECK ((cardinality(e) >= 1))",
    "CHECK ((cardinality(e) <= 3))",
    "CHECK (starts_with(f, 'x%'::text))",
    "CHECK ((\"right\"(f, 2) = '''y'::text))",
    "CHECK ((POSITION(('_'::text) IN (f)) > 0))",
    "CHECK ((f = lower(f)))",
    "CHECK ((g >= '1970-01-01 00:00:00+00'::timestamp with time zone))",
    "CHECK ((h >= 1))",
    "CHECK ((char_length((i)::text) = 4))",
    "CHECK (((a)::text <> ''::text))",
  ]);
  assert.throws(
    () => ddlOf({ t: table("t", z.object({ a: z.string().regex(/(?<year>\d+)/) }), { checks: "from-zod" }) }),
    (error) => error instanceof Problem && error.code === "model/bad-option",
  );
});
