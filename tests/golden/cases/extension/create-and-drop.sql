-- An extension is there before what uses it, and gone after it.

-- [have]
CREATE EXTENSION citext;
CREATE TABLE users (id int PRIMARY KEY, email citext, name text);
INSERT INTO users SELECT i, 'e' || i, 'n' || i FROM generate_series(1, 10) AS i;

-- [want]
CREATE EXTENSION pg_trgm;
CREATE TABLE users (id int PRIMARY KEY, email text, name text);
CREATE INDEX users_name ON users USING gin (name gin_trgm_ops);

-- [sql]
-- migrate:up
CREATE EXTENSION pg_trgm SCHEMA public;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN email TYPE text;

-- Reads the whole table, under SHARE
CREATE INDEX users_name ON public.users USING gin (name public.gin_trgm_ops);

DROP EXTENSION citext;

-- migrate:down
DROP INDEX public.users_name;

CREATE EXTENSION citext SCHEMA public;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN email TYPE public.citext;

DROP EXTENSION pg_trgm;

-- [typescript]
import { alterColumn, dropIndex, sql } from "migrate:kit";

export const up = [
  sql`CREATE EXTENSION pg_trgm SCHEMA public`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("users", "email", { type: "text" }),
  // Reads the whole table, under SHARE
  sql`CREATE INDEX users_name ON public.users USING gin (name public.gin_trgm_ops)`,
  sql`DROP EXTENSION citext`,
];
export const down = [
  dropIndex("users_name"),
  sql`CREATE EXTENSION citext SCHEMA public`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("users", "email", { type: "public.citext" }),
  sql`DROP EXTENSION pg_trgm`,
];

-- [summary]
-- up: Install extension pg_trgm
-- up: Change the type of column public.users.email from public.citext to text | ACCESS EXCLUSIVE on public.users, rewrites
-- up: Create index public.users_name on public.users | SHARE on public.users, scans
-- up: Drop extension citext
-- down: Drop index public.users_name | ACCESS EXCLUSIVE on public.users
-- down: Install extension citext
-- down: Change the type of column public.users.email from text to public.citext | ACCESS EXCLUSIVE on public.users, rewrites
-- down: Drop extension pg_trgm
