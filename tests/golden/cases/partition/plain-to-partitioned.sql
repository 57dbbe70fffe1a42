-- A plain table becomes a partitioned one: its rows are copied over.

-- [have]
CREATE TABLE t (k int NOT NULL, a int);
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1, 1);

-- [want]
CREATE TABLE t (k int NOT NULL, a int) PARTITION BY RANGE (k);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE INDEX t_a ON t (a);

-- [sql]
-- migrate:up
DROP INDEX public.t_a;

ALTER TABLE public.t RENAME TO t__old;

CREATE TABLE public.t (
  k integer CONSTRAINT t_k_not_null NOT NULL,
  a integer
) PARTITION BY RANGE (k);

CREATE TABLE public.t1 (
  k integer CONSTRAINT t_k_not_null NOT NULL,
  a integer
);

CREATE INDEX t1_a_idx ON public.t1 USING btree (a);

CREATE INDEX t_a ON ONLY public.t USING btree (a);

ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10);

-- Writes the table anew
INSERT INTO public.t (k, a) SELECT k, a FROM public.t__old;

ALTER INDEX public.t_a ATTACH PARTITION public.t1_a_idx;

DROP TABLE public.t__old;

-- migrate:down
DROP INDEX public.t_a;

ALTER TABLE public.t RENAME TO t__old;

CREATE TABLE public.t (
  k integer CONSTRAINT t_k_not_null NOT NULL,
  a integer
);

-- Writes the table anew
INSERT INTO public.t (k, a) SELECT k, a FROM public.t__old;

-- Reads the whole table
CREATE INDEX t_a ON public.t USING btree (a);

DROP TABLE public.t__old;

-- [typescript]
import { createIndex, dropIndex, dropTable, renameTable, sql } from "migrate:kit";

export const up = [
  dropIndex("t_a"),
  renameTable("t", "t__old"),
  sql`CREATE TABLE public.t (
  k integer CONSTRAINT t_k_not_null NOT NULL,
  a integer
) PARTITION BY RANGE (k)`,
  sql`CREATE TABLE public.t1 (
  k integer CONSTRAINT t_k_not_null NOT NULL,
  a integer
)`,
  createIndex("t1_a_idx", "t1", ["a"]),
  sql`CREATE INDEX t_a ON ONLY public.t USING btree (a)`,
  sql`ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES FROM (0) TO (10)`,
  // Writes the table anew
  sql`INSERT INTO public.t (k, a) SELECT k, a FROM public.t__old`,
  sql`ALTER INDEX public.t_a ATTACH PARTITION public.t1_a_idx`,
  dropTable("t__old"),
];
export const down = [
  dropIndex("t_a"),
  renameTable("t", "t__old"),
  sql`CREATE TABLE public.t (
  k integer CONSTRAINT t_k_not_null NOT NULL,
  a integer
)`,
  // Writes the table anew
  sql`INSERT INTO public.t (k, a) SELECT k, a FROM public.t__old`,
  // Reads the whole table
  createIndex("t_a", "t", ["a"]),
  dropTable("t__old"),
];

-- [summary]
-- up: Drop index public.t_a | ACCESS EXCLUSIVE on public.t
-- up: Move table public.t aside | ACCESS EXCLUSIVE on public.t
-- up: Create table public.t
-- up: Create table public.t1
-- up: Create index public.t1_a_idx on public.t1
-- up: Create index public.t_a on public.t
-- up: Attach partition public.t1 to public.t
-- up: Copy the rows of public.t into its new form | rewrites
-- up: Attach index public.t1_a_idx to public.t_a
-- up: Drop table public.t__old | ACCESS EXCLUSIVE on public.t
-- down: Drop index public.t_a | ACCESS EXCLUSIVE on public.t
-- down: Move table public.t aside | ACCESS EXCLUSIVE on public.t
-- down: Create table public.t
-- down: Copy the rows of public.t into its new form | rewrites
-- down: Create index public.t_a on public.t | scans
-- down: Drop table public.t__old | ACCESS EXCLUSIVE on public.t
