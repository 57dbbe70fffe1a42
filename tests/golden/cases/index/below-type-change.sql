-- PostgreSQL carries indexes and checks over a type change by itself.

-- [have]
CREATE TABLE t (a varchar(10), CONSTRAINT filled CHECK (a <> ''));
CREATE INDEX t_a ON t (a);
CREATE INDEX t_lower ON t (lower(a)) WHERE a IS NOT NULL;
INSERT INTO t VALUES ('x');

-- [want]
CREATE TABLE t (a text, CONSTRAINT filled CHECK (a <> ''));
CREATE INDEX t_a ON t (a);
CREATE INDEX t_lower ON t (lower(a)) WHERE a IS NOT NULL;

-- [sql]
-- migrate:up
ALTER TABLE public.t DROP CONSTRAINT filled;

DROP INDEX public.t_lower;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- Reads the whole table, under SHARE
CREATE INDEX t_lower ON public.t USING btree (lower(a)) WHERE (a IS NOT NULL);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT filled CHECK ((a <> ''::text));

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT filled;

DROP INDEX public.t_lower;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10);

-- Reads the whole table, under SHARE
CREATE INDEX t_lower ON public.t USING btree (lower((a)::text)) WHERE (a IS NOT NULL);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT filled CHECK (((a)::text <> ''::text));

-- [typescript]
import { alterColumn, createCheckConstraint, createIndex, dropConstraint, dropIndex, sql } from "migrate:kit";

export const up = [
  dropConstraint("filled", "t"),
  dropIndex("t_lower"),
  // Reads the whole table, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "text" }),
  // Reads the whole table, under SHARE
  createIndex("t_lower", "t", [sql`lower(a)`], { where: sql`a IS NOT NULL` }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createCheckConstraint("filled", "t", sql`a <> ''::text`),
];
export const down = [
  dropConstraint("filled", "t"),
  dropIndex("t_lower"),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "character varying(10)" }),
  // Reads the whole table, under SHARE
  createIndex("t_lower", "t", [sql`lower((a)::text)`], { where: sql`a IS NOT NULL` }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createCheckConstraint("filled", "t", sql`(a)::text <> ''::text`),
];

-- [summary]
-- up: Drop constraint filled of public.t | ACCESS EXCLUSIVE on public.t
-- up: Drop index public.t_lower | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.t.a from character varying(10) to text | ACCESS EXCLUSIVE on public.t, scans
-- up: Create index public.t_lower on public.t | SHARE on public.t, scans
-- up: Add constraint filled to public.t | ACCESS EXCLUSIVE on public.t, scans
-- down: Drop constraint filled of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop index public.t_lower | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.a from text to character varying(10) | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Create index public.t_lower on public.t | SHARE on public.t, scans
-- down: Add constraint filled to public.t | ACCESS EXCLUSIVE on public.t, scans
