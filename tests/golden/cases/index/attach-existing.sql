-- An index that a partition has already becomes part of the new one of its table.

-- [have]
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE INDEX t1_a_idx ON t1 (a);
INSERT INTO t VALUES (1, 1);

-- [want]
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE INDEX t_a ON t (a);

-- [sql]
-- migrate:up
CREATE INDEX t_a ON ONLY public.t USING btree (a);

ALTER INDEX public.t_a ATTACH PARTITION public.t1_a_idx;

-- migrate:down
DROP INDEX public.t_a;

-- Reads the whole table, under SHARE
CREATE INDEX t1_a_idx ON public.t1 USING btree (a);

-- [typescript]
import { createIndex, dropIndex, sql } from "migrate:kit";

export const up = [
  sql`CREATE INDEX t_a ON ONLY public.t USING btree (a)`,
  sql`ALTER INDEX public.t_a ATTACH PARTITION public.t1_a_idx`,
];
export const down = [
  dropIndex("t_a"),
  // Reads the whole table, under SHARE
  createIndex("t1_a_idx", "t1", ["a"]),
];

-- [summary]
-- up: Create index public.t_a on public.t | SHARE on public.t
-- up: Attach index public.t1_a_idx to public.t_a | ACCESS EXCLUSIVE on public.t1
-- down: Drop index public.t_a | ACCESS EXCLUSIVE on public.t
-- down: Create index public.t1_a_idx on public.t1 | SHARE on public.t1, scans
