-- A materialized view's parameters, its index and its comment change in place.

-- [have]
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
INSERT INTO t VALUES (1);
REFRESH MATERIALIZED VIEW m;

-- [want]
CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT a FROM t;
CREATE INDEX m_a ON m (a);
COMMENT ON COLUMN m.a IS 'set';

-- [sql]
-- migrate:up
ALTER MATERIALIZED VIEW public.m SET (fillfactor=70);

-- Reads the whole table, under SHARE
CREATE INDEX m_a ON public.m USING btree (a);

COMMENT ON COLUMN public.m.a IS 'set';

-- migrate:down
COMMENT ON COLUMN public.m.a IS NULL;

DROP INDEX public.m_a;

ALTER MATERIALIZED VIEW public.m RESET (fillfactor);

-- [typescript]
import { commentOnColumn, createIndex, dropIndex, sql } from "migrate:kit";

export const up = [
  sql`ALTER MATERIALIZED VIEW public.m SET (fillfactor=70)`,
  // Reads the whole table, under SHARE
  createIndex("m_a", "m", ["a"]),
  commentOnColumn("m", "a", "set"),
];
export const down = [
  commentOnColumn("m", "a", null),
  dropIndex("m_a"),
  sql`ALTER MATERIALIZED VIEW public.m RESET (fillfactor)`,
];

-- [summary]
-- up: Change options of materialized view public.m | SHARE UPDATE EXCLUSIVE on public.m
-- up: Create index public.m_a on public.m | SHARE on public.m, scans
-- up: Set the comment on column public.m.a | SHARE UPDATE EXCLUSIVE on public.m
-- down: Remove the comment on column public.m.a | SHARE UPDATE EXCLUSIVE on public.m
-- down: Drop index public.m_a | ACCESS EXCLUSIVE on public.m
-- down: Change options of materialized view public.m | SHARE UPDATE EXCLUSIVE on public.m
