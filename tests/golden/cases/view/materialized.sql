-- A materialized view with another query is made again with its indexes; one without a change is left alone.

-- [have]
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE UNIQUE INDEX m_a ON m (a);
COMMENT ON MATERIALIZED VIEW m IS 'kept';
INSERT INTO t VALUES (1, 2);

-- [want]
CREATE TABLE t (a int, b int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t WHERE b > 0;
CREATE UNIQUE INDEX m_a ON m (a);
COMMENT ON MATERIALIZED VIEW m IS 'kept';

-- [sql]
-- migrate:up
DROP MATERIALIZED VIEW public.m;

-- Reads the whole table, under ACCESS SHARE
CREATE MATERIALIZED VIEW public.m AS
 SELECT a
   FROM public.t
  WHERE (b > 0);

CREATE UNIQUE INDEX m_a ON public.m USING btree (a);

COMMENT ON MATERIALIZED VIEW public.m IS 'kept';

-- migrate:down
DROP MATERIALIZED VIEW public.m;

-- Reads the whole table, under ACCESS SHARE
CREATE MATERIALIZED VIEW public.m AS
 SELECT a
   FROM public.t;

CREATE UNIQUE INDEX m_a ON public.m USING btree (a);

COMMENT ON MATERIALIZED VIEW public.m IS 'kept';

-- [typescript]
import { createIndex, sql } from "migrate:kit";

export const up = [
  sql`DROP MATERIALIZED VIEW public.m`,
  // Reads the whole table, under ACCESS SHARE
  sql`CREATE MATERIALIZED VIEW public.m AS
 SELECT a
   FROM public.t
  WHERE (b > 0)`,
  createIndex("m_a", "m", ["a"], { unique: true }),
  sql`COMMENT ON MATERIALIZED VIEW public.m IS 'kept'`,
];
export const down = [
  sql`DROP MATERIALIZED VIEW public.m`,
  // Reads the whole table, under ACCESS SHARE
  sql`CREATE MATERIALIZED VIEW public.m AS
 SELECT a
   FROM public.t`,
  createIndex("m_a", "m", ["a"], { unique: true }),
  sql`COMMENT ON MATERIALIZED VIEW public.m IS 'kept'`,
];

-- [summary]
-- up: Drop materialized view public.m | ACCESS EXCLUSIVE on public.m
-- up: Create materialized view public.m | ACCESS SHARE on public.t, scans
-- up: Create unique index public.m_a on public.m
-- up: Set the comment on materialized view public.m
-- down: Drop materialized view public.m | ACCESS EXCLUSIVE on public.m
-- down: Create materialized view public.m | ACCESS SHARE on public.t, scans
-- down: Create unique index public.m_a on public.m
-- down: Set the comment on materialized view public.m
