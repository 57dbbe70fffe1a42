-- Values are added in place, at their place.

-- [have]
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (m mood);

-- [want]
CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'happy', 'great');
CREATE TABLE t (m mood);

-- [sql]
-- migrate:up
ALTER TYPE public.mood ADD VALUE 'awful' BEFORE 'sad';

ALTER TYPE public.mood ADD VALUE 'ok' AFTER 'sad';

ALTER TYPE public.mood ADD VALUE 'great';

-- migrate:down
ALTER TYPE public.mood RENAME TO mood__old;

CREATE TYPE public.mood AS ENUM ('sad', 'happy');

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

DROP TYPE public.mood__old;

-- [typescript]
import { addEnumValue, alterColumn, createEnum, dropEnum, sql } from "migrate:kit";

export const up = [
  addEnumValue("mood", "awful", { before: "sad" }),
  addEnumValue("mood", "ok", { after: "sad" }),
  addEnumValue("mood", "great"),
];
export const down = [
  sql`ALTER TYPE public.mood RENAME TO mood__old`,
  createEnum("mood", ["sad", "happy"]),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "m", { type: "public.mood", using: sql`m::text::public.mood` }),
  dropEnum("mood__old"),
];

-- [summary]
-- up: Add value 'awful' to enum public.mood
-- up: Add value 'ok' to enum public.mood
-- up: Add value 'great' to enum public.mood
-- down: Move type public.mood aside
-- down: Create enum public.mood
-- down: Take column public.t.m over to the new public.mood | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop enum public.mood__old
