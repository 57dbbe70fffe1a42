-- A partition becomes a table of its own with its rows.

-- [have]
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE TABLE rest PARTITION OF t DEFAULT;
INSERT INTO t VALUES (1, 1), (50, 1);

-- [want]
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 (k int, a int);
CREATE TABLE rest PARTITION OF t DEFAULT;

-- [sql]
-- migrate:up
ALTER TABLE public.t DETACH PARTITION public.t1;

-- migrate:down
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t DETACH PARTITION public.t1`,
];
export const down = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10)`,
];

-- [summary]
-- up: Detach partition public.t1 from public.t | ACCESS EXCLUSIVE on public.t
-- down: Attach partition public.t1 to public.t | ACCESS EXCLUSIVE on public.t1, scans
