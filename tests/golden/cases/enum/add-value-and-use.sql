-- A value that is used at once is committed first.

-- [have]
CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE t (m mood DEFAULT 'sad');

-- [want]
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (m mood DEFAULT 'ok');

-- [sql]
-- migrate:up
ALTER TYPE public.mood ADD VALUE 'ok';

-- migrate:up
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'ok'::public.mood;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

ALTER TYPE public.mood RENAME TO mood__old;

CREATE TYPE public.mood AS ENUM ('sad');

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'sad'::public.mood;

DROP TYPE public.mood__old;

-- [typescript]
import { alterColumn, createEnum, dropEnum, execute, sql } from "migrate:kit";

export const up = [
  execute(`ALTER TYPE public.mood ADD VALUE 'ok'`, { transaction: false }),
  alterColumn("t", "m", { default: sql`'ok'::public.mood` }),
];
export const down = [
  alterColumn("t", "m", { default: null }),
  sql`ALTER TYPE public.mood RENAME TO mood__old`,
  createEnum("mood", ["sad"]),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "m", { type: "public.mood", using: sql`m::text::public.mood` }),
  alterColumn("t", "m", { default: sql`'sad'::public.mood` }),
  dropEnum("mood__old"),
];

-- [summary]
-- up: Add value 'ok' to enum public.mood | own transaction
-- up: Set the default of column public.t.m | ACCESS EXCLUSIVE on public.t
-- down: Drop the default of column public.t.m | ACCESS EXCLUSIVE on public.t
-- down: Move type public.mood aside
-- down: Create enum public.mood
-- down: Take column public.t.m over to the new public.mood | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Set the default of column public.t.m | ACCESS EXCLUSIVE on public.t
-- down: Drop enum public.mood__old
