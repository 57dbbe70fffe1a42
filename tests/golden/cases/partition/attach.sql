-- A partitioned table gets a partition: made by itself and attached.

-- [have]
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
INSERT INTO t VALUES (1, 1);

-- [want]
CREATE TABLE t (k int, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
CREATE TABLE rest PARTITION OF t DEFAULT;

-- [sql]
-- migrate:up
CREATE TABLE public.rest (
  k integer,
  a integer
);

CREATE TABLE public.t2 (
  k integer,
  a integer
);

ALTER TABLE public.t ATTACH PARTITION public.rest DEFAULT;

ALTER TABLE public.t ATTACH PARTITION public.t2 FOR VALUES FROM (10) TO (20);

-- migrate:down
-- Loses data
DROP TABLE public.rest;

-- Loses data
DROP TABLE public.t2;

-- [typescript]
import { createTable, dropTable, sql } from "migrate:kit";

export const up = [
  createTable("rest", { k: "integer", a: "integer" }),
  createTable("t2", { k: "integer", a: "integer" }),
  sql`ALTER TABLE public.t ATTACH PARTITION public.rest DEFAULT`,
  sql`ALTER TABLE public.t ATTACH PARTITION public.t2 FOR VALUES FROM (10) TO (20)`,
];
export const down = [
  // Loses data
  dropTable("rest"),
  // Loses data
  dropTable("t2"),
];

-- [summary]
-- up: Create table public.rest
-- up: Create table public.t2
-- up: Attach partition public.rest to public.t | SHARE UPDATE EXCLUSIVE on public.t
-- up: Attach partition public.t2 to public.t | SHARE UPDATE EXCLUSIVE on public.t
-- down: Drop table public.rest | ACCESS EXCLUSIVE on public.rest, loses data
-- down: Drop table public.t2 | ACCESS EXCLUSIVE on public.t2, loses data
