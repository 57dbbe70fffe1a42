-- A value that goes takes a new type: columns, defaults, arrays, indexes and comments go over to it.

-- [have]
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
COMMENT ON TYPE mood IS 'kept';
CREATE TABLE t (m mood DEFAULT 'ok', all_m mood[]);
CREATE INDEX t_m ON t (m) WHERE m = 'ok';
INSERT INTO t VALUES ('ok', '{ok,happy}');

-- [want]
CREATE TYPE mood AS ENUM ('ok', 'happy');
COMMENT ON TYPE mood IS 'kept';
CREATE TABLE t (m mood DEFAULT 'ok', all_m mood[]);
CREATE INDEX t_m ON t (m) WHERE m = 'ok';

-- [sql]
-- migrate:up
DROP INDEX public.t_m;

ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

ALTER TYPE public.mood RENAME TO mood__old;

CREATE TYPE public.mood AS ENUM ('ok', 'happy');

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN m TYPE public.mood USING m::text::public.mood,
  ALTER COLUMN all_m TYPE public.mood[] USING all_m::text[]::public.mood[];

ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;

-- Reads the whole table, under SHARE
CREATE INDEX t_m ON public.t USING btree (m) WHERE (m = 'ok'::public.mood);

COMMENT ON TYPE public.mood IS 'kept';

DROP TYPE public.mood__old;

-- migrate:down
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';

-- [typescript]
import { addEnumValue, alterColumn, createEnum, createIndex, dropEnum, dropIndex, sql } from "migrate:kit";

export const up = [
  dropIndex("t_m"),
  alterColumn("t", "m", { default: null }),
  sql`ALTER TYPE public.mood RENAME TO mood__old`,
  createEnum("mood", ["ok", "happy"]),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN m TYPE public.mood USING m::text::public.mood,
  ALTER COLUMN all_m TYPE public.mood[] USING all_m::text[]::public.mood[]`,
  alterColumn("t", "m", { default: sql`'ok'::public.mood` }),
  // Reads the whole table, under SHARE
  createIndex("t_m", "t", ["m"], { where: sql`m = 'ok'::public.mood` }),
  sql`COMMENT ON TYPE public.mood IS 'kept'`,
  dropEnum("mood__old"),
];
export const down = [
  addEnumValue("mood", "sad", { before: "ok" }),
];

-- [summary]
-- up: Drop index public.t_m | ACCESS EXCLUSIVE on public.t
-- up: Drop the default of column public.t.m | ACCESS EXCLUSIVE on public.t
-- up: Move type public.mood aside
-- up: Create enum public.mood
-- up: Take column public.t.m over to the new public.mood; take column public.t.all_m over to the new public.mood[] | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Set the default of column public.t.m | ACCESS EXCLUSIVE on public.t
-- up: Create index public.t_m on public.t | SHARE on public.t, scans
-- up: Set the comment on type public.mood
-- up: Drop enum public.mood__old
-- down: Add value 'sad' to enum public.mood
