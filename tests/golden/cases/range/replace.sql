-- A range over another subtype is a new type; its columns hold text meanwhile.

-- [have]
CREATE TYPE span AS RANGE (subtype = int4);
CREATE TABLE t (s span);
INSERT INTO t VALUES ('[1,2)');

-- [want]
CREATE TYPE span AS RANGE (subtype = int8);
CREATE TABLE t (s span);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s::text;

DROP TYPE public.span;

CREATE TYPE public.span AS RANGE (
  subtype = bigint,
  multirange_type_name = public.span_multirange
);

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;

-- migrate:down
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN s TYPE text USING s::text;

DROP TYPE public.span;

CREATE TYPE public.span AS RANGE (
  subtype = integer,
  multirange_type_name = public.span_multirange
);

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "s", { type: "text", using: sql`s::text` }),
  sql`DROP TYPE public.span`,
  sql`CREATE TYPE public.span AS RANGE (
  subtype = bigint,
  multirange_type_name = public.span_multirange
)`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "s", { type: "public.span", using: sql`s::text::public.span` }),
];
export const down = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "s", { type: "text", using: sql`s::text` }),
  sql`DROP TYPE public.span`,
  sql`CREATE TYPE public.span AS RANGE (
  subtype = integer,
  multirange_type_name = public.span_multirange
)`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "s", { type: "public.span", using: sql`s::text::public.span` }),
];

-- [summary]
-- up: Let column public.t.s hold text meanwhile | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Drop range type public.span
-- up: Create range type public.span
-- up: Take column public.t.s over to the new public.span | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Let column public.t.s hold text meanwhile | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop range type public.span
-- down: Create range type public.span
-- down: Take column public.t.s over to the new public.span | ACCESS EXCLUSIVE on public.t, rewrites
