-- Keys build their index under a lock that nobody passes.

-- [have]
CREATE TABLE t (id int NOT NULL, a int, r int4range);
INSERT INTO t VALUES (1, 1, '[1,2)');

-- [want]
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE NULLS NOT DISTINCT, r int4range, CONSTRAINT apart EXCLUDE USING gist (r WITH &&));

-- [sql]
-- migrate:up
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE NULLS NOT DISTINCT (a);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT apart EXCLUDE USING gist (r WITH &&);

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

ALTER TABLE public.t DROP CONSTRAINT t_a_key;

ALTER TABLE public.t DROP CONSTRAINT apart;

-- [typescript]
import { createPrimaryKey, createUniqueConstraint, dropConstraint, sql } from "migrate:kit";

export const up = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  createPrimaryKey("t_pkey", "t", ["id"]),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createUniqueConstraint("t_a_key", "t", ["a"], { nullsNotDistinct: true }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t ADD CONSTRAINT apart EXCLUDE USING gist (r WITH &&)`,
];
export const down = [
  dropConstraint("t_pkey", "t"),
  dropConstraint("t_a_key", "t"),
  dropConstraint("apart", "t"),
];

-- [summary]
-- up: Add constraint t_pkey to public.t | ACCESS EXCLUSIVE on public.t, scans
-- up: Add constraint t_a_key to public.t | ACCESS EXCLUSIVE on public.t, scans
-- up: Add constraint apart to public.t | ACCESS EXCLUSIVE on public.t, scans
-- down: Drop constraint t_pkey of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint t_a_key of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint apart of public.t | ACCESS EXCLUSIVE on public.t
