-- A unique index becomes a constraint without being built again.

-- [have]
CREATE TABLE t (id int NOT NULL, a int);
CREATE UNIQUE INDEX t_pkey ON t (id);
CREATE UNIQUE INDEX t_a_key ON t (a);
INSERT INTO t VALUES (1, 1);

-- [want]
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE);

-- [sql]
-- migrate:up
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key;

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

ALTER TABLE public.t DROP CONSTRAINT t_a_key;

-- Reads the whole table, under SHARE
CREATE UNIQUE INDEX t_a_key ON public.t USING btree (a);

-- Reads the whole table, under SHARE
CREATE UNIQUE INDEX t_pkey ON public.t USING btree (id);

-- [typescript]
import { createIndex, dropConstraint, sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey`,
  sql`ALTER TABLE public.t ADD CONSTRAINT t_a_key UNIQUE USING INDEX t_a_key`,
];
export const down = [
  dropConstraint("t_pkey", "t"),
  dropConstraint("t_a_key", "t"),
  // Reads the whole table, under SHARE
  createIndex("t_a_key", "t", ["a"], { unique: true }),
  // Reads the whole table, under SHARE
  createIndex("t_pkey", "t", ["id"], { unique: true }),
];

-- [summary]
-- up: Add constraint t_pkey to public.t | ACCESS EXCLUSIVE on public.t
-- up: Add constraint t_a_key to public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint t_pkey of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint t_a_key of public.t | ACCESS EXCLUSIVE on public.t
-- down: Create unique index public.t_a_key on public.t | SHARE on public.t, scans
-- down: Create unique index public.t_pkey on public.t | SHARE on public.t, scans
