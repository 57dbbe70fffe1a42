-- A type that nothing converts to by itself takes USING.

-- [have]
CREATE TABLE t (a text DEFAULT '7', b text, c int);
INSERT INTO t VALUES ('1', '2', 3);

-- [want]
CREATE TABLE t (a int DEFAULT 7, b jsonb, c text);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN a TYPE integer USING a::integer,
  ALTER COLUMN b TYPE jsonb USING b::jsonb,
  ALTER COLUMN c TYPE text;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 7;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN a TYPE text,
  ALTER COLUMN b TYPE text,
  ALTER COLUMN c TYPE integer USING c::integer;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT '7'::text;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  alterColumn("t", "a", { default: null }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN a TYPE integer USING a::integer,
  ALTER COLUMN b TYPE jsonb USING b::jsonb,
  ALTER COLUMN c TYPE text`,
  alterColumn("t", "a", { default: 7 }),
];
export const down = [
  alterColumn("t", "a", { default: null }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN a TYPE text,
  ALTER COLUMN b TYPE text,
  ALTER COLUMN c TYPE integer USING c::integer`,
  alterColumn("t", "a", { default: sql`'7'::text` }),
];

-- [summary]
-- up: Drop the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.t.a from text to integer; change the type of column public.t.b from text to jsonb; change the type of column public.t.c from integer to text | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Set the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- down: Drop the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.a from integer to text; change the type of column public.t.b from jsonb to text; change the type of column public.t.c from text to integer | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Set the default of column public.t.a | ACCESS EXCLUSIVE on public.t
