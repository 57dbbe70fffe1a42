-- Another collation keeps the rows and builds the indexes anew.

-- [have]
CREATE TABLE t (a text);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES ('x');

-- [want]
CREATE TABLE t (a text COLLATE "C");
CREATE INDEX t_a ON t (a);

-- [sql]
-- migrate:up
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE pg_catalog."C";

-- migrate:down
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE pg_catalog."C"`,
];
export const down = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "text" }),
];

-- [summary]
-- up: Change the collation of column public.t.a from that of text to pg_catalog."C" | ACCESS EXCLUSIVE on public.t, scans
-- down: Change the collation of column public.t.a from pg_catalog."C" to that of text | ACCESS EXCLUSIVE on public.t, scans
