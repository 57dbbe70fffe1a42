-- What a table of a type has of its own changes where it stands: its columns are the type's.

-- [have]
CREATE TYPE place AS (street text, zip int);
CREATE TABLE homes OF place (PRIMARY KEY (street), zip WITH OPTIONS DEFAULT 1);
INSERT INTO homes VALUES ('a', 1);

-- [want]
CREATE TYPE place AS (street text, zip int);
CREATE TABLE homes OF place (zip WITH OPTIONS NOT NULL DEFAULT 2, CHECK (zip > 0), UNIQUE (zip));

-- [sql]
-- migrate:up
ALTER TABLE public.homes DROP CONSTRAINT homes_pkey;

ALTER TABLE public.homes ALTER COLUMN street DROP NOT NULL;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.homes
  ALTER COLUMN zip SET NOT NULL,
  ADD CONSTRAINT homes_zip_check CHECK ((zip > 0));

ALTER TABLE public.homes ALTER COLUMN zip SET DEFAULT 2;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.homes ADD CONSTRAINT homes_zip_key UNIQUE (zip);

-- migrate:down
ALTER TABLE public.homes DROP CONSTRAINT homes_zip_key;

ALTER TABLE public.homes DROP CONSTRAINT homes_zip_check;

ALTER TABLE public.homes ALTER COLUMN zip DROP NOT NULL;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.homes ALTER COLUMN street SET NOT NULL;

ALTER TABLE public.homes ALTER COLUMN zip SET DEFAULT 1;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.homes ADD CONSTRAINT homes_pkey PRIMARY KEY (street);

-- [typescript]
import { alterColumn, createPrimaryKey, createUniqueConstraint, dropConstraint, sql } from "migrate:kit";

export const up = [
  dropConstraint("homes_pkey", "homes"),
  alterColumn("homes", "street", { null: true }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.homes
  ALTER COLUMN zip SET NOT NULL,
  ADD CONSTRAINT homes_zip_check CHECK ((zip > 0))`,
  alterColumn("homes", "zip", { default: 2 }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createUniqueConstraint("homes_zip_key", "homes", ["zip"]),
];
export const down = [
  dropConstraint("homes_zip_key", "homes"),
  dropConstraint("homes_zip_check", "homes"),
  alterColumn("homes", "zip", { null: true }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  alterColumn("homes", "street", { null: false }),
  alterColumn("homes", "zip", { default: 1 }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createPrimaryKey("homes_pkey", "homes", ["street"]),
];

-- [summary]
-- up: Drop constraint homes_pkey of public.homes | ACCESS EXCLUSIVE on public.homes
-- up: Let column public.homes.street take nulls | ACCESS EXCLUSIVE on public.homes
-- up: Let column public.homes.zip take no nulls; add constraint homes_zip_check to public.homes | ACCESS EXCLUSIVE on public.homes, scans
-- up: Set the default of column public.homes.zip | ACCESS EXCLUSIVE on public.homes
-- up: Add constraint homes_zip_key to public.homes | ACCESS EXCLUSIVE on public.homes, scans
-- down: Drop constraint homes_zip_key of public.homes | ACCESS EXCLUSIVE on public.homes
-- down: Drop constraint homes_zip_check of public.homes | ACCESS EXCLUSIVE on public.homes
-- down: Let column public.homes.zip take nulls | ACCESS EXCLUSIVE on public.homes
-- down: Let column public.homes.street take no nulls | ACCESS EXCLUSIVE on public.homes, scans
-- down: Set the default of column public.homes.zip | ACCESS EXCLUSIVE on public.homes
-- down: Add constraint homes_pkey to public.homes | ACCESS EXCLUSIVE on public.homes, scans
