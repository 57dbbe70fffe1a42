-- A check on a new column reads the table wherever it is written: with a column that writes every row it is one pass.

-- [have]
CREATE TABLE t (a int);
INSERT INTO t VALUES (1);

-- [want]
CREATE TABLE t (
  a int,
  b text CONSTRAINT t_b CHECK (b IN ('x', 'y')),
  c uuid DEFAULT gen_random_uuid() CONSTRAINT t_c CHECK (c IS NOT NULL)
);

-- [sql]
-- migrate:up
ALTER TABLE public.t ADD COLUMN b text;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ADD COLUMN c uuid DEFAULT gen_random_uuid(),
  ADD CONSTRAINT t_b CHECK ((b = ANY (ARRAY['x'::text, 'y'::text]))),
  ADD CONSTRAINT t_c CHECK ((c IS NOT NULL));

-- migrate:down
-- Loses data
ALTER TABLE public.t DROP COLUMN b;

-- Loses data
ALTER TABLE public.t DROP COLUMN c;

-- [typescript]
import { addColumn, dropColumn, sql } from "migrate:kit";

export const up = [
  addColumn("t", "b", "text"),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ADD COLUMN c uuid DEFAULT gen_random_uuid(),
  ADD CONSTRAINT t_b CHECK ((b = ANY (ARRAY['x'::text, 'y'::text]))),
  ADD CONSTRAINT t_c CHECK ((c IS NOT NULL))`,
];
export const down = [
  // Loses data
  dropColumn("t", "b"),
  // Loses data
  dropColumn("t", "c"),
];

-- [summary]
-- up: Add column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Add column public.t.c; add constraint t_b to public.t; add constraint t_c to public.t | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop column public.t.b | ACCESS EXCLUSIVE on public.t, loses data
-- down: Drop column public.t.c | ACCESS EXCLUSIVE on public.t, loses data
