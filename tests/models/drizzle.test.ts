import assert from "node:assert/strict";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { loaderCommand } from "../../src/commands/load-models.ts";
import { modelDdl } from "../../src/models/mod.ts";
import { schemaDump } from "../support/mod.ts";
import { apply, scratch } from "./scratch.ts";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

test("everything that Drizzle can say reaches the database", async () => {
  const { statements, roles } = await modelDdl(["drizzle-everything.ts"], {
    root: fixtures,
    cwd: fixtures,
    typescript: "allow",
    timeoutMs: 60_000,
    naming: {},
    environment: process.env,
    loader: loaderCommand(),
  });
  assert.deepEqual(roles, ["pg_monitor", "pg_read_all_data"]);
  await using database = await scratch();
  await apply(database, statements);
  const dump = schemaDump(database.url);
  const wanted = [
    `CREATE TYPE public."Mood" AS ENUM (\n    'it''s ok',`,
    `CREATE TYPE shop.size AS ENUM`,
    `CREATE TYPE public.kind AS ENUM (\n    'big',`,
    `CREATE SEQUENCE public.numbers\n    START WITH 10\n    INCREMENT BY 5\n    MINVALUE -3\n    NO MAXVALUE\n    CACHE 1\n    CYCLE;`,
    `CREATE SEQUENCE shop.more`,
    `a integer NOT NULL`,
    `b bigint NOT NULL`,
    `c character(3) DEFAULT 'x''y'::bpchar`,
    `d character varying(5)[] DEFAULT '{a,"b\\""}'::character varying[]`,
    `e integer[] DEFAULT '{{1},{2}}'::integer[]`,
    `f numeric(5,2) DEFAULT 1.50`,
    `g bigint DEFAULT '1234567890123456789'::bigint`,
    `h boolean DEFAULT false`,
    `i timestamp(3) with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone`,
    `j timestamp without time zone DEFAULT '2026-01-02 03:04:05'::timestamp without time zone`,
    `k date DEFAULT '2026-11-22'::date`,
    `l time(0) without time zone DEFAULT '10:00:00'::time without time zone`,
    `m interval day to second(3)`,
    `n json DEFAULT '[1,"a''b"]'::json`,
    `o jsonb DEFAULT '{"a": 1}'::jsonb`,
    `p point DEFAULT '(1,2)'::point`,
    `t bytea`,
    `u public."Mood" DEFAULT 'it''s ok'::public."Mood"`,
    `v shop.size[]`,
    `w public.kind DEFAULT 'big'::public.kind`,
    `x real DEFAULT 1.5`,
    `z smallint,`,
    `aa bit(3)`,
    `ac text DEFAULT 'a'::text`,
    `ad uuid DEFAULT gen_random_uuid()`,
    `ae integer GENERATED ALWAYS AS ((z + 1)) STORED`,
    `af text GENERATED ALWAYS AS ((ac || '!'::text)) STORED`,
    `ag integer DEFAULT '-5'::integer NOT NULL`,
    `SEQUENCE NAME shop."parent ids"\n    START WITH 100\n    INCREMENT BY 2`,
    `CONSTRAINT "part; check" CHECK (((part > 5) AND ((code)::text <> 'it''s'::text)))`,
    `CONSTRAINT "the mail" UNIQUE NULLS NOT DISTINCT (mail)`,
    `CONSTRAINT parents_code_part_unique UNIQUE (code, part)`,
    `CONSTRAINT named UNIQUE NULLS NOT DISTINCT (part)`,
    `CONSTRAINT parents_id_pk PRIMARY KEY (id)`,
    `CONSTRAINT parents_self_parents_id_fk FOREIGN KEY (self) REFERENCES shop.parents(id)`,
    `CREATE UNIQUE INDEX parents_lower ON shop.parents USING btree (lower(mail) DESC NULLS LAST, part DESC) WHERE (part > 1)`,
    `CREATE INDEX parents_code_index ON shop.parents USING hash (code)`,
    `CREATE INDEX parents_ops ON shop.parents USING btree (code text_pattern_ops) WITH (fillfactor='70')`,
    `CREATE TABLE public.app_children`,
    `CONSTRAINT app_children_parent_parents_id_fk FOREIGN KEY (parent) REFERENCES shop.parents(id) ON UPDATE CASCADE ON DELETE SET NULL`,
    `CONSTRAINT app_children_code_part_parents_code_part_fk FOREIGN KEY (code, part) REFERENCES shop.parents(code, part) ON DELETE CASCADE`,
    `ALTER TABLE public.app_children ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY mine ON public.app_children AS RESTRICTIVE FOR SELECT TO pg_read_all_data, pg_monitor USING ((id > 0))`,
    `ALTER TABLE public.guarded ENABLE ROW LEVEL SECURITY`,
    `CREATE POLICY linked ON public.guarded FOR INSERT WITH CHECK (true)`,
    `CREATE VIEW public.young WITH (security_invoker='true') AS`,
    `WITH CASCADED CHECK OPTION`,
    `CREATE MATERIALIZED VIEW shop.sums\nWITH (fillfactor='60', autovacuum_enabled='false') AS`,
    `CREATE MATERIALIZED VIEW public.plain_sums AS`,
  ];
  assert.deepEqual(wanted.filter((text) => !dump.includes(text)), []);
  assert.ok(!dump.includes("others"));
});
