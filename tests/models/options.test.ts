import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import {
  columnOf,
  type ColumnReference,
  compositeType,
  ddl,
  domain,
  enumType,
  extension,
  fn,
  materializedView,
  schema,
  sequence,
  sql,
  table,
  view,
  z,
} from "../../src/kit/mod.ts";
import { collectZod } from "../../src/models/zod/collect.ts";
import { definedTables } from "../../src/models/zod/table.ts";
import { schemaDump } from "../support/mod.ts";
import { apply, ddlOf, scratch } from "./scratch.ts";

/** Every option of tables and columns, and every builder, in one schema. */
function everything() {
  const shop = schema("shop", { comment: "What is sold", owner: "postgres" });
  const trigrams = extension("pg_trgm", { schema: "shop" });
  const gist = extension("btree_gist");
  const kind = enumType("kind", ["big", "small"], { schema: "shop", comment: "Sizes" });
  const positive = domain("positive", "integer", {
    checks: { is_positive: sql`value > 0` },
    null: false,
    comment: "> 0",
  });
  const address = compositeType("address", { street: "text", "Post code": "varchar(10)" });
  const numbers = sequence("numbers", {
    start: 1000,
    increment: 5,
    cache: 10,
    ownedBy: { table: "people", column: "number" },
  });
  const People = table(
    "people",
    z.object({
      id: z.int().meta({ primaryKey: true, identity: { generated: "always", start: 100 } }),
      number: z.int().meta({ default: sql`nextval('numbers')` }),
      email: z.email().meta({ unique: "people_mail", collate: "C", comment: "it's; where", index: "people_mail_idx" }),
      fullName: z.string().max(120).nullable().meta({ name: "Full Name", renamedFrom: "name" }),
      initials: z.string().meta({ generated: sql`left(email, 2)` }).optional(),
      size: kind.column().default("big"),
      home: z.any().meta({ type: "address" }).nullable(),
      age: z.int().meta({ type: "positive", check: sql`age < 150` }),
      data: z.json().meta({ storage: "external", compression: "pglz" }),
      room: z.int(),
      during: z.any().meta({ type: "tsrange" }),
      shape: z.string().meta({ index: { name: "people_shape", using: "hash" } }),
    }),
    {
      naming: "snake_case",
      uniques: [["fullName", "email"], {
        name: "people_room",
        columns: ["room"],
        include: ["age"],
        nullsNotDistinct: true,
        deferrable: "deferred",
      }],
      checks: { people_age: sql`age <> 13`, "odd; name": "room > 0 -- comment" },
      excludes: [{
        name: "people_overlap",
        elements: [{ column: "room", with: "=" }, { column: "during", with: "&&" }],
        where: sql`room > 1`,
      }],
      indexes: [
        { name: "people_lower", columns: [sql`lower(email)`], unique: true, where: sql`age > 1`, comment: "by mail" },
        { columns: [{ column: "email", opclass: sql`shop.gin_trgm_ops` }], using: "gin" },
        { columns: [{ column: "age", order: "desc", nulls: "last" }], include: ["room"], with: { fillfactor: 70 } },
      ],
      rowSecurity: "force",
      policies: [{ name: "own", as: "restrictive", for: "select", to: ["public"], using: sql`room = 1` }, {
        name: "write it",
        for: "insert",
        withCheck: sql`true`,
      }],
      triggers: [{
        name: "touch",
        when: "before",
        events: ["insert", "update of email, Full Name"],
        condition: sql`new.age > 1`,
        execute: "touched()",
      }, {
        name: "late",
        when: "after",
        events: ["delete"],
        constraint: true,
        deferrable: "deferred",
        execute: "touched",
        enabled: "always",
      }, {
        name: "many",
        when: "after",
        events: ["update"],
        forEach: "statement",
        referencing: { old: "before", new: "after" },
        execute: "touched",
        enabled: "disabled",
      }],
      with: { fillfactor: 80 },
      comment: "People",
      renamedFrom: "persons",
      owner: "postgres",
      grants: [{ to: "public", privileges: ["select", "update"], columns: ["email"] }, {
        to: "pg_read_all_data",
        privileges: ["delete"],
        withGrantOption: true,
      }],
    },
  );
  const Pets = table(
    "pets",
    z.object({
      owner: z.int().meta({ references: () => People.id, onDelete: "cascade", onUpdate: "restrict", deferrable: true }),
      name: z.string(),
      house: z.int().nullable(),
      street: z.string().nullable(),
      friend: z.string().nullable().meta({ references: "people.email" }),
      mark: z.string().meta({ unique: true }),
    }),
    {
      schema: "shop",
      primaryKey: { name: "pets_key", columns: ["owner", "name"], include: ["mark"] },
      foreignKeys: [{
        name: "pets_house",
        columns: ["house", "street"],
        references: () => [Houses.number, columnOf(Houses, "street")],
        onDelete: "set null",
        setColumns: ["street"],
        match: "simple",
        deferrable: "deferred",
      }],
      unlogged: true,
    },
  );
  const Houses = table("houses", z.object({ number: z.int(), street: z.string(), pet: z.string().nullable() }), {
    primaryKey: ["number", "street"],
    unlogged: true,
    foreignKeys: [{
      name: "houses_pet",
      columns: ["pet"],
      references: { schema: "shop", table: "pets", columns: ["mark"] },
    }],
  });
  const Events = table("events", z.object({ at: z.date(), what: z.string() }), {
    partitionBy: "range (at)",
    partitions: [
      { name: "events_2026", bound: "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')" },
      {
        name: "events_rest",
        bound: "DEFAULT",
        partitionBy: "list (what)",
        partitions: [{ name: "events_rest_a", bound: "FOR VALUES IN ('a')" }],
      },
    ],
  });
  const Child = table("child", z.object({ extra: z.string() }), { inherits: [Houses, "other parent"] });
  const Parent = table("other parent", z.object({ a: z.int() }));
  return {
    shop,
    trigrams,
    gist,
    kind,
    positive,
    address,
    numbers,
    tables: { People, list: [Pets, Houses] },
    Events,
    Child,
    Parent,
    touched: fn("touched", {
      returns: "trigger",
      language: "plpgsql",
      body: "begin\n  -- $$ stands here\n  return new;\nend",
      comment: "touches",
      set: { search_path: "public, pg_temp", work_mem: "8MB" },
    }),
    add: fn("add", {
      arguments: "a integer, b integer default 1, c text default ', '",
      returns: "integer",
      sqlBody: sql`return a + b`,
      volatility: "immutable",
      strict: true,
      parallel: "safe",
      cost: 5,
      comment: "adds",
      grants: [{ to: "public", privileges: ["execute"] }],
    }),
    procedure: fn("clean", { returns: null, language: "sql", body: "delete from shop.pets", securityDefiner: true }),
    young: view("young", sql`select id, email from people where age < ${30}`, {
      schema: "shop",
      securityBarrier: true,
      checkOption: "local",
      comment: "the young",
      grants: [{ to: "public", privileges: ["select"] }],
    }),
    totals: materializedView("totals", sql`select room, count(*) as n from people group by room`, {
      schema: "shop",
      indexes: [{ name: "totals_room", columns: ["room"], unique: true, comment: "by room" }],
      withData: false,
      comment: "sums",
    }),
    search: ddl`create text search configuration plain_english (copy = english); comment on type kind2 is ${"x;'y"}`,
    later: ddl("create type kind2 as enum ('a')"),
  };
}

test("every option of tables, columns and builders reaches the database", async () => {
  await using database = await scratch();
  await apply(database, ddlOf(everything()));
  const dump = schemaDump(database.url);
  const wanted = [
    `COMMENT ON SCHEMA shop IS 'What is sold'`,
    `COMMENT ON TYPE shop.kind IS 'Sizes'`,
    `CONSTRAINT is_positive CHECK ((VALUE > 0))`,
    `"Post code" character varying(10)`,
    `ALTER SEQUENCE public.numbers OWNED BY public.people.number`,
    `"Full Name" character varying(120)`,
    `email text NOT NULL COLLATE pg_catalog."C"`,
    `initials text GENERATED ALWAYS AS ("left"(email, 2)) STORED`,
    `size shop.kind DEFAULT 'big'::shop.kind NOT NULL`,
    `CONSTRAINT "odd; name" CHECK ((room > 0))`,
    `ALTER COLUMN data SET STORAGE EXTERNAL`,
    `COMMENT ON COLUMN public.people.email IS 'it''s; where'`,
    `ADD CONSTRAINT people_room UNIQUE NULLS NOT DISTINCT (room) INCLUDE (age) DEFERRABLE INITIALLY DEFERRED`,
    `ADD CONSTRAINT people_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 1))`,
    `CREATE UNIQUE INDEX people_lower ON public.people USING btree (lower(email)) WHERE`,
    `COMMENT ON INDEX public.people_lower IS 'by mail'`,
    `USING gin (email shop.gin_trgm_ops)`,
    `(age DESC NULLS LAST) INCLUDE (room) WITH (fillfactor='70')`,
    `ALTER TABLE ONLY public.people FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY own ON public.people AS RESTRICTIVE FOR SELECT USING ((room = 1))`,
    `CREATE POLICY "write it" ON public.people FOR INSERT WITH CHECK (true)`,
    `CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF email, "Full Name" ON public.people FOR EACH ROW WHEN`,
    `CREATE CONSTRAINT TRIGGER late AFTER DELETE ON public.people DEFERRABLE INITIALLY DEFERRED FOR EACH ROW`,
    `REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT`,
    `ALTER TABLE public.people DISABLE TRIGGER many`,
    `GRANT SELECT(email),UPDATE(email) ON TABLE public.people TO PUBLIC`,
    `GRANT DELETE ON TABLE public.people TO pg_read_all_data WITH GRANT OPTION`,
    `REFERENCES public.people(id) ON UPDATE RESTRICT ON DELETE CASCADE DEFERRABLE`,
    `ON DELETE SET NULL (street) DEFERRABLE INITIALLY DEFERRED`,
    `CREATE UNLOGGED TABLE shop.pets`,
    `ADD CONSTRAINT pets_key PRIMARY KEY (owner, name) INCLUDE (mark)`,
    `PARTITION BY RANGE (at)`,
    `ATTACH PARTITION public.events_rest_a FOR VALUES IN ('a')`,
    `INHERITS (public.houses, public."other parent")`,
    `SET search_path TO 'public', 'pg_temp'`,
    `SET work_mem TO '8MB'`,
    `RETURN (a + b)`,
    `CREATE PROCEDURE public.clean()`,
    `WITH (security_barrier='true')`,
    `WITH LOCAL CHECK OPTION`,
    `COMMENT ON MATERIALIZED VIEW shop.totals IS 'sums'`,
    `CREATE TEXT SEARCH CONFIGURATION public.plain_english`,
    `COMMENT ON TYPE public.kind2 IS 'x;''y'`,
  ];
  assert.deepEqual(wanted.filter((text) => !dump.includes(text)), [], dump);
});

test("what was renamed is told", () => {
  const { renames } = collectZod([everything()], definedTables().length);
  assert.deepEqual(renames, [
    { kind: "table", schema: null, from: "persons", to: "people" },
    { kind: "column", schema: null, table: "people", from: "name", to: "Full Name" },
  ]);
});

test("a table stays the zod object that it was", () => {
  const shape = z.object({ id: z.int(), name: z.string() });
  const Thing = table("things", shape);
  assert.ok(Object.is(Thing, shape));
  assert.deepEqual(Thing.parse({ id: 1, name: "a" }), { id: 1, name: "a" });
  assert.deepEqual(Thing.pick({ id: true }).parse({ id: 1 }), { id: 1 });
  const Again = table("again", shape);
  assert.equal(Thing.id.table.name, "things");
  assert.equal(Again.id.table.name, "again");
  const names = ddlOf({ Thing, Again }).map(({ sql: text }) => /TABLE (\w+)/.exec(text)?.[1]);
  assert.deepEqual(names, ["things", "again"]);
});

test("names of constraints and indexes follow patterns, cut to 63 bytes and still unique", async () => {
  await using database = await scratch();
  const long = "a_very_long_name_of_a_table_that_leaves_no_room_for_its_columns";
  const T = table(
    long,
    z.object({
      first_column: z.int().meta({ primaryKey: true }),
      second_column: z.int().meta({ unique: true, index: true }),
      third_column: z.int().meta({ unique: true, references: (): ColumnReference => T.first_column }),
    }),
    { checks: { limit: sql`first_column > 0` } },
  );
  await apply(
    database,
    ddlOf({ T }, {
      ix: "ix_%(column_0_label)s",
      uq: "uq_%(table_name)s_%(column_0_name)s",
      ck: "ck_{table}_{constraint}",
      fk: "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
      pk: "pk_%(table_name)s",
    }),
  );
  const names = await database.ask<{ name: string }>(`
    select conname::text as name from pg_constraint where conrelid = '${long}'::regclass and contype <> 'n'
    union all (select 'index ' || relname from pg_class where relkind = 'i' and relname like 'ix%')`);
  assert.deepEqual(names.map(({ name }) => name).sort(), [
    `ck_${long}`.slice(0, 63),
    `fk_${long}`.slice(0, 63),
    `index ix_${long}`.slice(0, 69),
    `pk_${long}`.slice(0, 63),
    `${`uq_${long}`.slice(0, 62)}1`,
    `uq_${long}`.slice(0, 63),
  ]);
});

test("what is wrong with a table is said with the table, the column and the place", () => {
  const T = () => table("t", z.object({ a: z.int(), b: z.string() }));
  // What TypeScript would refuse can still arrive from a file that nobody checked.
  const unchecked = (value: unknown) => value as never;
  const cases: readonly (readonly [string, () => object, string, Readonly<Record<string, unknown>>])[] = [
    ["an unknown option", () => ({ t: table("t", z.object({}), unchecked({ indexs: [] })) }), "model/unknown-option", {
      option: "indexs",
      nearest: "indexes",
    }],
    [
      "an unknown metadata key",
      () => ({ t: table("t", z.object({ a: z.int().meta({ primarykey: true }) })) }),
      "model/unknown-option",
      { column: "a", nearest: "primaryKey" },
    ],
    [
      "metadata of the wrong sort",
      () => ({ t: table("t", z.object({ a: z.int().meta(unchecked({ primaryKey: "yes" })) })) }),
      "model/bad-option",
      { column: "a", option: "primaryKey" },
    ],
    [
      "an unknown column in a key",
      () => ({ t: table("t", z.object({ a: z.int() }), { primaryKey: unchecked(["A"]) }) }),
      "model/unknown-column",
      { column: "A", nearest: "a" },
    ],
    [
      "an unknown column in an index",
      () => ({ t: table("t", z.object({ a: z.int() }), { indexes: [{ columns: unchecked(["zz"]) }] }) }),
      "model/unknown-column",
      { column: "zz", option: "indexes" },
    ],
    [
      "a reference to an unknown column",
      () => ({ t: table("t", z.object({ a: z.int().meta({ references: () => unchecked(Reflect.get(T(), "c")) }) })) }),
      "model/unknown-reference",
      { column: "a" },
    ],
    [
      "a reference that throws",
      () => ({
        t: table(
          "t",
          z.object({
            a: z.int().meta({
              references: () => {
                throw new Error("no");
              },
            }),
          }),
        ),
      }),
      "model/unknown-reference",
      { column: "a" },
    ],
    [
      "a reference of a bad form",
      () => ({ t: table("t", z.object({ a: z.int().meta({ references: "users" }) })) }),
      "model/unknown-reference",
      { column: "a" },
    ],
    ["two tables of one name", () => ({ one: T(), two: T() }), "model/duplicate-name", { kind: "table", name: "t" }],
    ["a view and a table of one name", () => ({ one: T(), two: view("t", "select 1") }), "model/duplicate-name", {
      kind: "view",
    }],
    ["two types of one name", () => ({ a: enumType("e", ["a"]), b: domain("e", "text") }), "model/duplicate-name", {
      kind: "domain",
    }],
    [
      "a bad option of a constraint",
      () => ({ t: table("t", z.object({ a: z.int() }), { uniques: [[]] }) }),
      "model/bad-option",
      { table: "t", option: "columns" },
    ],
    [
      "a default beside an identity",
      () => ({ t: table("t", z.object({ a: z.int().meta({ identity: "always", generated: "1" }) })) }),
      "model/bad-option",
      { table: "t" },
    ],
    [
      "a primary key said twice",
      () => ({ t: table("t", z.object({ a: z.int().meta({ primaryKey: true }), b: z.int() }), { primaryKey: ["b"] }) }),
      "model/bad-option",
      { column: "a" },
    ],
    ["a body said twice", () => ({ f: fn("f", { returns: "int", body: "a", sqlBody: "b" }) }), "model/bad-option", {
      option: "body",
    }],
    [
      "something that is no type",
      () => ({ t: table("t", unchecked(z.object(unchecked({ a: 5 })))) }),
      "model/bad-option",
      { column: "a" },
    ],
  ];
  for (const [name, make, code, data] of cases) {
    assert.throws(() => ddlOf(make()), (error) => {
      assert.ok(error instanceof Problem, `${name}: ${error}`);
      assert.equal(error.code, code, name);
      const found = error.data as Readonly<Record<string, unknown>>;
      for (const [key, value] of Object.entries(data)) assert.deepEqual(found[key], value, `${name}: ${key}`);
      assert.match(error.at?.file ?? "", /options\.test\.ts$/, name);
      return true;
    }, name);
  }
});

test("a table that is not exported is not forgotten", () => {
  const before = definedTables().length;
  const Shown = table("shown", z.object({ a: z.int() }));
  table("hidden", z.object({ a: z.int() }));
  assert.throws(
    () => collectZod([{ Shown }], before),
    (error) => error instanceof Problem && error.code === "model/not-exported",
  );
});
