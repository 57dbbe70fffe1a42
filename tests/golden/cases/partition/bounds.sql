-- A partition with other bounds is detached and attached again: its rows stay.

-- [have]
CREATE TABLE t (k int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
INSERT INTO t VALUES (1);

-- [want]
CREATE TABLE t (k int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);

-- [sql]
-- migrate:up
ALTER TABLE public.t DETACH PARTITION public.t1;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (100);

-- migrate:down
ALTER TABLE public.t DETACH PARTITION public.t1;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t DETACH PARTITION public.t1`,
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (100)`,
];
export const down = [
  sql`ALTER TABLE public.t DETACH PARTITION public.t1`,
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10)`,
];

-- [summary]
-- up: Detach partition public.t1 from public.t | ACCESS EXCLUSIVE on public.t
-- up: Attach partition public.t1 to public.t | ACCESS EXCLUSIVE on public.t1, scans
-- down: Detach partition public.t1 from public.t | ACCESS EXCLUSIVE on public.t
-- down: Attach partition public.t1 to public.t | ACCESS EXCLUSIVE on public.t1, scans
