-- A scalar becomes an array of one, and back.

-- [have]
CREATE TABLE t (tags text DEFAULT 'x');
INSERT INTO t VALUES ('a');

-- [want]
CREATE TABLE t (tags text[] DEFAULT '{x}');

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN tags DROP DEFAULT;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN tags TYPE text[] USING ARRAY[tags]::text[];

ALTER TABLE public.t ALTER COLUMN tags SET DEFAULT '{x}'::text[];

-- migrate:down
ALTER TABLE public.t ALTER COLUMN tags DROP DEFAULT;

-- Loses data, writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN tags TYPE text USING tags[1]::text;

ALTER TABLE public.t ALTER COLUMN tags SET DEFAULT 'x'::text;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  alterColumn("t", "tags", { default: null }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "tags", { type: "text[]", using: sql`ARRAY[tags]::text[]` }),
  alterColumn("t", "tags", { default: sql`'{x}'::text[]` }),
];
export const down = [
  alterColumn("t", "tags", { default: null }),
  // Loses data, writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "tags", { type: "text", using: sql`tags[1]::text` }),
  alterColumn("t", "tags", { default: sql`'x'::text` }),
];

-- [summary]
-- up: Drop the default of column public.t.tags | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.t.tags from text to text[] | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Set the default of column public.t.tags | ACCESS EXCLUSIVE on public.t
-- down: Drop the default of column public.t.tags | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.tags from text[] to text | ACCESS EXCLUSIVE on public.t, rewrites, loses data
-- down: Set the default of column public.t.tags | ACCESS EXCLUSIVE on public.t
