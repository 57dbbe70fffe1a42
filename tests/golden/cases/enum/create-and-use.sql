-- A new type comes before the table that uses it, and a text column goes over to it.

-- [have]
CREATE TABLE t (state text NOT NULL DEFAULT 'new');
INSERT INTO t VALUES ('new');

-- [want]
CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE t (state state NOT NULL DEFAULT 'new');
CREATE TABLE log (state state);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;

CREATE TYPE public.state AS ENUM ('new', 'done');

CREATE TABLE public.log (
  state public.state
);

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN state TYPE public.state USING state::public.state;

ALTER TABLE public.t ALTER COLUMN state SET DEFAULT 'new'::public.state;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN state TYPE text;

ALTER TABLE public.t ALTER COLUMN state SET DEFAULT 'new'::text;

-- Loses data
DROP TABLE public.log;

DROP TYPE public.state;

-- [typescript]
import { alterColumn, createEnum, createTable, dropEnum, dropTable, sql } from "migrate:kit";

export const up = [
  alterColumn("t", "state", { default: null }),
  createEnum("state", ["new", "done"]),
  createTable("log", { state: "public.state" }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "state", { type: "public.state", using: sql`state::public.state` }),
  alterColumn("t", "state", { default: sql`'new'::public.state` }),
];
export const down = [
  alterColumn("t", "state", { default: null }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "state", { type: "text" }),
  alterColumn("t", "state", { default: sql`'new'::text` }),
  // Loses data
  dropTable("log"),
  dropEnum("state"),
];

-- [summary]
-- up: Drop the default of column public.t.state | ACCESS EXCLUSIVE on public.t
-- up: Create enum public.state
-- up: Create table public.log
-- up: Change the type of column public.t.state from text to public.state | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Set the default of column public.t.state | ACCESS EXCLUSIVE on public.t
-- down: Drop the default of column public.t.state | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.state from public.state to text | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Set the default of column public.t.state | ACCESS EXCLUSIVE on public.t
-- down: Drop table public.log | ACCESS EXCLUSIVE on public.log, loses data
-- down: Drop enum public.state
