-- A table of a type comes after its type, with what the table adds of its own.

-- [have]
CREATE TYPE place AS (street text, zip int);
CREATE TABLE shops OF place (zip WITH OPTIONS NOT NULL);

-- [want]
CREATE TYPE place AS (street text, zip int);
CREATE TABLE homes OF place (PRIMARY KEY (street), zip WITH OPTIONS DEFAULT 1, CHECK (zip > 0));

-- [sql]
-- migrate:up
CREATE TABLE public.homes OF public.place (
  street WITH OPTIONS NOT NULL,
  zip WITH OPTIONS DEFAULT 1,
  CONSTRAINT homes_pkey PRIMARY KEY (street),
  CONSTRAINT homes_zip_check CHECK ((zip > 0))
);

-- Loses data
DROP TABLE public.shops;

-- migrate:down
CREATE TABLE public.shops OF public.place (
  zip WITH OPTIONS NOT NULL
);

-- Loses data
DROP TABLE public.homes;

-- [typescript]
import { dropTable, sql } from "migrate:kit";

export const up = [
  sql`CREATE TABLE public.homes OF public.place (
  street WITH OPTIONS NOT NULL,
  zip WITH OPTIONS DEFAULT 1,
  CONSTRAINT homes_pkey PRIMARY KEY (street),
  CONSTRAINT homes_zip_check CHECK ((zip > 0))
)`,
  // Loses data
  dropTable("shops"),
];
export const down = [
  sql`CREATE TABLE public.shops OF public.place (
  zip WITH OPTIONS NOT NULL
)`,
  // Loses data
  dropTable("homes"),
];

-- [summary]
-- up: Create table public.homes
-- up: Drop table public.shops | ACCESS EXCLUSIVE on public.shops, loses data
-- down: Create table public.shops
-- down: Drop table public.homes | ACCESS EXCLUSIVE on public.homes, loses data
