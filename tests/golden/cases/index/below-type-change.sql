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
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- migrate:down
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10);

-- [typescript]
import { alterColumn } from "migrate:kit";

export const up = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "text" }),
];
export const down = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "character varying(10)" }),
];

-- [summary]
-- up: Change the type of column public.t.a from character varying(10) to text | ACCESS EXCLUSIVE on public.t, scans
-- down: Change the type of column public.t.a from text to character varying(10) | ACCESS EXCLUSIVE on public.t, rewrites
