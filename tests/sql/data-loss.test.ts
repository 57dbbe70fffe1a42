import assert from "node:assert/strict";
import { test } from "node:test";
import { dataLossOf } from "../../src/sql/data-loss.ts";

const losses: readonly (readonly [string, string])[] = [
  ["drop table if exists a", "DROP TABLE"],
  ["/* x */ DROP -- y\n TABLE a", "DROP TABLE"],
  ["drop owned by a", "DROP OWNED"],
  ["drop schema s cascade", "DROP SCHEMA CASCADE"],
  ["drop type t cascade", "DROP TYPE CASCADE"],
  ["truncate a", "TRUNCATE"],
  ["delete from a where b", "DELETE"],
  ["with gone as (delete from a returning *) insert into b select * from gone", "DELETE"],
  ["with x as (select 1) delete from a", "DELETE"],
  ["merge into a using b on a.i = b.i when matched then delete", "DELETE"],
  ["alter table a drop b", "DROP COLUMN"],
  ["alter table if exists only s.a drop column if exists b", "DROP COLUMN"],
  ['alter table "A"."drop" add c int check (c in (1, 2)), drop "b c"', "DROP COLUMN"],
  ["alter table a * drop b", "DROP COLUMN"],
  ["alter table a drop constraint c, drop b cascade", "DROP COLUMN"],
  ["alter type s.t add attribute a int, drop attribute b", "DROP ATTRIBUTE"],
];

const harmless: readonly string[] = [
  "",
  "drop index a",
  "drop view a cascade",
  "drop schema s",
  "drop type t",
  "alter table a drop constraint b",
  "alter table a alter column b drop not null, alter c drop default, alter d drop identity",
  'alter table a rename to "drop"',
  "alter table a add column drop_at date default now()",
  "alter table a add check (b in ('drop', 'x'))",
  "alter table a add exclude using gist (b with =, c with &&)",
  "alter type t add value 'drop'",
  "alter index a rename to b",
  "create table a (b int references c on delete cascade)",
  "create rule r as on delete to a do nothing",
  "comment on table a is 'drop table a'",
  "with x as (select 1) select * from x",
  "with x as (select delete from a) select 1",
  "insert into a values ('delete from a')",
];

test("what loses stored data, and what the loss is called", () => {
  for (const [sql, expected] of losses) assert.equal(dataLossOf(sql), expected, sql);
});

test("what loses nothing", () => {
  for (const sql of harmless) assert.equal(dataLossOf(sql), null, sql);
});
