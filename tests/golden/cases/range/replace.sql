-- A range over another subtype is a new type; its columns go over while the old one stands aside.

-- [have]
CREATE TYPE span AS RANGE (subtype = int4);
CREATE TABLE t (s span);
INSERT INTO t VALUES ('[1,2)');

-- [want]
CREATE TYPE span AS RANGE (subtype = int8);
CREATE TABLE t (s span);

-- [sql]
-- migrate:up
ALTER TYPE public.span RENAME TO span__old;

ALTER TYPE public.span_multirange RENAME TO span_multirange__old;

ALTER FUNCTION public.span_multirange() RENAME TO span_multirange__old;

CREATE TYPE public.span AS RANGE (
  subtype = bigint,
  multirange_type_name = public.span_multirange
);

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;

DROP TYPE public.span__old;

-- migrate:down
ALTER TYPE public.span RENAME TO span__old;

ALTER TYPE public.span_multirange RENAME TO span_multirange__old;

ALTER FUNCTION public.span_multirange() RENAME TO span_multirange__old;

CREATE TYPE public.span AS RANGE (
  subtype = integer,
  multirange_type_name = public.span_multirange
);

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN s TYPE public.span USING s::text::public.span;

DROP TYPE public.span__old;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  sql`ALTER TYPE public.span RENAME TO span__old`,
  sql`ALTER TYPE public.span_multirange RENAME TO span_multirange__old`,
  sql`ALTER FUNCTION public.span_multirange() RENAME TO span_multirange__old`,
  sql`CREATE TYPE public.span AS RANGE (
  subtype = bigint,
  multirange_type_name = public.span_multirange
)`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "s", { type: "public.span", using: sql`s::text::public.span` }),
  sql`DROP TYPE public.span__old`,
];
export const down = [
  sql`ALTER TYPE public.span RENAME TO span__old`,
  sql`ALTER TYPE public.span_multirange RENAME TO span_multirange__old`,
  sql`ALTER FUNCTION public.span_multirange() RENAME TO span_multirange__old`,
  sql`CREATE TYPE public.span AS RANGE (
  subtype = integer,
  multirange_type_name = public.span_multirange
)`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "s", { type: "public.span", using: sql`s::text::public.span` }),
  sql`DROP TYPE public.span__old`,
];

-- [summary]
-- up: Move type public.span aside
-- up: Move type public.span_multirange aside
-- up: Move a constructor of public.span_multirange aside
-- up: Create range type public.span
-- up: Take column public.t.s over to the new public.span | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Drop range type public.span__old
-- down: Move type public.span aside
-- down: Move type public.span_multirange aside
-- down: Move a constructor of public.span_multirange aside
-- down: Create range type public.span
-- down: Take column public.t.s over to the new public.span | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop range type public.span__old
