-- A table of a type changes with its type: one ALTER TYPE … CASCADE, and the table keeps its rows.

-- [have]
CREATE TYPE place AS (street text, zip int);
CREATE TABLE homes OF place (PRIMARY KEY (street));
INSERT INTO homes VALUES ('a', 1), ('b', 2);

-- [want]
CREATE TYPE place AS (street text, zip bigint, city text);
CREATE TABLE homes OF place (PRIMARY KEY (street), city WITH OPTIONS DEFAULT 'here');

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TYPE public.place ALTER ATTRIBUTE zip TYPE bigint CASCADE;

ALTER TYPE public.place ADD ATTRIBUTE city text CASCADE;

ALTER TABLE public.homes ALTER COLUMN city SET DEFAULT 'here'::text;

-- migrate:down
-- Loses data
ALTER TYPE public.place DROP ATTRIBUTE city CASCADE;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TYPE public.place ALTER ATTRIBUTE zip TYPE integer CASCADE;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TYPE public.place ALTER ATTRIBUTE zip TYPE bigint CASCADE`,
  sql`ALTER TYPE public.place ADD ATTRIBUTE city text CASCADE`,
  alterColumn("homes", "city", { default: sql`'here'::text` }),
];
export const down = [
  // Loses data
  sql`ALTER TYPE public.place DROP ATTRIBUTE city CASCADE`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TYPE public.place ALTER ATTRIBUTE zip TYPE integer CASCADE`,
];

-- [summary]
-- up: Change the type of attribute zip of public.place | ACCESS EXCLUSIVE on public.homes, rewrites
-- up: Add attribute city to public.place | ACCESS EXCLUSIVE on public.homes
-- up: Set the default of column public.homes.city | ACCESS EXCLUSIVE on public.homes
-- down: Drop attribute city of public.place | ACCESS EXCLUSIVE on public.homes, loses data
-- down: Change the type of attribute zip of public.place | ACCESS EXCLUSIVE on public.homes, rewrites
