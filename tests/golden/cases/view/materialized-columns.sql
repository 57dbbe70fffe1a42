-- How a materialized view's columns are stored changes in place; a new one reads the tables that its views read.

-- [have]
CREATE TABLE t (a text);
CREATE VIEW v AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a FROM v;

-- [want]
CREATE TABLE t (a text);
CREATE VIEW v AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a FROM v;
ALTER MATERIALIZED VIEW m ALTER a SET STORAGE EXTERNAL, ALTER a SET STATISTICS 50;
CREATE MATERIALIZED VIEW n AS SELECT a AS b FROM v;

-- [sql]
-- migrate:up
-- Reads the whole table, under ACCESS SHARE
CREATE MATERIALIZED VIEW public.n AS
 SELECT a AS b
   FROM public.v;

ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STORAGE EXTERNAL;

ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STATISTICS 50;

-- migrate:down
DROP MATERIALIZED VIEW public.n;

ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STORAGE EXTENDED;

ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STATISTICS -1;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  // Reads the whole table, under ACCESS SHARE
  sql`CREATE MATERIALIZED VIEW public.n AS
 SELECT a AS b
   FROM public.v`,
  sql`ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STORAGE EXTERNAL`,
  sql`ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STATISTICS 50`,
];
export const down = [
  sql`DROP MATERIALIZED VIEW public.n`,
  sql`ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STORAGE EXTENDED`,
  sql`ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STATISTICS -1`,
];

-- [summary]
-- up: Create materialized view public.n | ACCESS SHARE on public.t, scans
-- up: Change column public.m.a | ACCESS EXCLUSIVE on public.m
-- up: Change column public.m.a | SHARE UPDATE EXCLUSIVE on public.m
-- down: Drop materialized view public.n | ACCESS EXCLUSIVE on public.n
-- down: Change column public.m.a | ACCESS EXCLUSIVE on public.m
-- down: Change column public.m.a | SHARE UPDATE EXCLUSIVE on public.m
