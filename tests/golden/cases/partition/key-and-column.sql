-- A column and a key reach the partitions.

-- [have]
CREATE TABLE t (k int NOT NULL, a int) PARTITION BY LIST (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
INSERT INTO t VALUES (1, 1);

-- [want]
CREATE TABLE t (k int NOT NULL, a bigint, b int DEFAULT 0, PRIMARY KEY (k)) PARTITION BY LIST (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

ALTER TABLE public.t ADD COLUMN b integer DEFAULT 0;

ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (k);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t1 ADD CONSTRAINT t1_pkey PRIMARY KEY (k);

ALTER INDEX public.t_pkey ATTACH PARTITION public.t1_pkey;

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE integer;

-- Loses data
ALTER TABLE public.t DROP COLUMN b;

-- [typescript]
import { addColumn, alterColumn, createPrimaryKey, dropColumn, dropConstraint, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "bigint" }),
  addColumn("t", "b", { type: "integer", default: 0 }),
  sql`ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (k)`,
  // Reads the whole table, under ACCESS EXCLUSIVE
  createPrimaryKey("t1_pkey", "t1", ["k"]),
  sql`ALTER INDEX public.t_pkey ATTACH PARTITION public.t1_pkey`,
];
export const down = [
  dropConstraint("t_pkey", "t"),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "integer" }),
  // Loses data
  dropColumn("t", "b"),
];

-- [summary]
-- up: Change the type of column public.t.a from integer to bigint | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Add column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Add constraint t_pkey to public.t | ACCESS EXCLUSIVE on public.t
-- up: Add constraint t1_pkey to public.t1 | ACCESS EXCLUSIVE on public.t1, scans
-- up: Attach index public.t1_pkey to public.t_pkey
-- down: Drop constraint t_pkey of public.t | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.a from bigint to integer | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop column public.t.b | ACCESS EXCLUSIVE on public.t, loses data
