-- A plain table becomes one of a type that has the same columns, and a table of a type a plain one, where they stand.

-- [have]
CREATE TYPE place AS (street text, zip int);
CREATE TABLE homes (street text, zip int);
CREATE TABLE shops OF place (zip WITH OPTIONS NOT NULL);
INSERT INTO homes VALUES ('a', 1);
INSERT INTO shops VALUES ('b', 2);

-- [want]
CREATE TYPE place AS (street text, zip int);
CREATE TABLE homes OF place;
CREATE TABLE shops (street text, zip int NOT NULL);

-- [sql]
-- migrate:up
ALTER TABLE public.homes OF public.place;

ALTER TABLE public.shops NOT OF;

-- migrate:down
ALTER TABLE public.homes NOT OF;

ALTER TABLE public.shops OF public.place;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.homes OF public.place`,
  sql`ALTER TABLE public.shops NOT OF`,
];
export const down = [
  sql`ALTER TABLE public.homes NOT OF`,
  sql`ALTER TABLE public.shops OF public.place`,
];

-- [summary]
-- up: Make public.homes a table of type public.place | ACCESS EXCLUSIVE on public.homes
-- up: Make public.shops a table of no type | ACCESS EXCLUSIVE on public.shops
-- down: Make public.homes a table of no type | ACCESS EXCLUSIVE on public.homes
-- down: Make public.shops a table of type public.place | ACCESS EXCLUSIVE on public.shops
