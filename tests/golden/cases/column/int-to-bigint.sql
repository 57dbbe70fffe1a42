-- A type change keeps index, key, default, comment and grant; foreign keys on both sides go over.

-- [have]
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1);
CREATE INDEX t_a ON t (a);
COMMENT ON COLUMN t.a IS 'kept';
CREATE TABLE u (t_id int REFERENCES t);
INSERT INTO t VALUES (1);
INSERT INTO u VALUES (1);

-- [want]
CREATE TABLE t (id bigint PRIMARY KEY, a bigint DEFAULT 1);
CREATE INDEX t_a ON t (a);
COMMENT ON COLUMN t.a IS 'kept';
CREATE TABLE u (t_id bigint REFERENCES t);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN id TYPE bigint,
  ALTER COLUMN a TYPE bigint;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.u ALTER COLUMN t_id TYPE bigint;

-- migrate:down
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN id TYPE integer,
  ALTER COLUMN a TYPE integer;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.u ALTER COLUMN t_id TYPE integer;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN id TYPE bigint,
  ALTER COLUMN a TYPE bigint`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("u", "t_id", { type: "bigint" }),
];
export const down = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN id TYPE integer,
  ALTER COLUMN a TYPE integer`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("u", "t_id", { type: "integer" }),
];

-- [summary]
-- up: Change the type of column public.t.id from integer to bigint; change the type of column public.t.a from integer to bigint | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Change the type of column public.u.t_id from integer to bigint | ACCESS EXCLUSIVE on public.u, rewrites
-- down: Change the type of column public.t.id from bigint to integer; change the type of column public.t.a from bigint to integer | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Change the type of column public.u.t_id from bigint to integer | ACCESS EXCLUSIVE on public.u, rewrites
