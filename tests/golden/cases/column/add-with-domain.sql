-- A domain with a constraint is checked for every row.

-- [have]
CREATE DOMAIN positive AS int CHECK (value > 0);
CREATE DOMAIN plain AS int;
CREATE TABLE t (a int);
INSERT INTO t SELECT generate_series(1, 10);

-- [want]
CREATE DOMAIN positive AS int CHECK (value > 0);
CREATE DOMAIN plain AS int;
CREATE TABLE t (a int, b positive, c plain);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN b public.positive;

ALTER TABLE public.t ADD COLUMN c public.plain;

-- migrate:down
-- Loses data
ALTER TABLE public.t DROP COLUMN b;

-- Loses data
ALTER TABLE public.t DROP COLUMN c;

-- [typescript]
import { addColumn, dropColumn } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  addColumn("t", "b", "public.positive"),
  addColumn("t", "c", "public.plain"),
];
export const down = [
  // Loses data
  dropColumn("t", "b"),
  // Loses data
  dropColumn("t", "c"),
];

-- [summary]
-- up: Add column public.t.b | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Add column public.t.c | ACCESS EXCLUSIVE on public.t
-- down: Drop column public.t.b | ACCESS EXCLUSIVE on public.t, loses data
-- down: Drop column public.t.c | ACCESS EXCLUSIVE on public.t, loses data
