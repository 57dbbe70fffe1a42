-- An index that is added keeps writers out; dropped, it keeps everyone out.

-- [have]
CREATE TABLE t (a int, b text);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1, 'x');

-- [want]
CREATE TABLE t (a int, b text);
CREATE UNIQUE INDEX t_b ON t (lower(b) DESC) INCLUDE (a) WHERE a > 0;
COMMENT ON INDEX t_b IS 'one of a kind';

-- [sql]
-- migrate:up
DROP INDEX public.t_a;

-- Reads the whole table, under SHARE
CREATE UNIQUE INDEX t_b ON public.t USING btree (lower(b) DESC) INCLUDE (a) WHERE (a > 0);

COMMENT ON INDEX public.t_b IS 'one of a kind';

-- migrate:down
DROP INDEX public.t_b;

-- Reads the whole table, under SHARE
CREATE INDEX t_a ON public.t USING btree (a);

-- [typescript]
import { createIndex, dropIndex, sql } from "migrate:kit";

export const up = [
  dropIndex("t_a"),
  // Reads the whole table, under SHARE
  sql`CREATE UNIQUE INDEX t_b ON public.t USING btree (lower(b) DESC) INCLUDE (a) WHERE (a > 0)`,
  sql`COMMENT ON INDEX public.t_b IS 'one of a kind'`,
];
export const down = [
  dropIndex("t_b"),
  // Reads the whole table, under SHARE
  createIndex("t_a", "t", ["a"]),
];

-- [summary]
-- up: Drop index public.t_a | ACCESS EXCLUSIVE on public.t
-- up: Create unique index public.t_b on public.t | SHARE on public.t, scans
-- up: Set the comment on index public.t_b
-- down: Drop index public.t_b | ACCESS EXCLUSIVE on public.t
-- down: Create index public.t_a on public.t | SHARE on public.t, scans
