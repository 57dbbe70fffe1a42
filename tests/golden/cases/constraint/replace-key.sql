-- A key over other columns is a new key; the foreign keys that stand on it step aside.

-- [have]
CREATE TABLE t (id int, tenant int NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (id), CONSTRAINT t_u UNIQUE (tenant, id));
CREATE TABLE c (t_id int CONSTRAINT c_t REFERENCES t (id), n int);

-- [want]
CREATE TABLE t (id int, tenant int NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (tenant, id), CONSTRAINT t_u UNIQUE (id));
CREATE TABLE c (t_id int CONSTRAINT c_t REFERENCES t (id), n int);

-- [sql]
-- migrate:up
ALTER TABLE public.t DROP CONSTRAINT t_u;

ALTER TABLE public.c DROP CONSTRAINT c_t;

ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (tenant, id);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_u UNIQUE (id);

-- Reads the whole table, under SHARE ROW EXCLUSIVE
ALTER TABLE public.c ADD CONSTRAINT c_t FOREIGN KEY (t_id) REFERENCES public.t(id);

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

ALTER TABLE public.c DROP CONSTRAINT c_t;

ALTER TABLE public.t DROP CONSTRAINT t_u;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_u UNIQUE (tenant, id);

-- Reads the whole table, under SHARE ROW EXCLUSIVE
ALTER TABLE public.c ADD CONSTRAINT c_t FOREIGN KEY (t_id) REFERENCES public.t(id);

-- [typescript]
import { createForeignKey, createPrimaryKey, createUniqueConstraint, dropConstraint } from "migrate:kit";

export const up = [
  dropConstraint("t_u", "t"),
  dropConstraint("c_t", "c"),
  dropConstraint("t_pkey", "t"),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createPrimaryKey("t_pkey", "t", ["tenant", "id"]),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createUniqueConstraint("t_u", "t", ["id"]),
  // Reads the whole table, under SHARE ROW EXCLUSIVE
  createForeignKey("c_t", "c", ["t_id"], { table: "t", columns: ["id"] }),
];
export const down = [
  dropConstraint("t_pkey", "t"),
  dropConstraint("c_t", "c"),
  dropConstraint("t_u", "t"),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createPrimaryKey("t_pkey", "t", ["id"]),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createUniqueConstraint("t_u", "t", ["tenant", "id"]),
  // Reads the whole table, under SHARE ROW EXCLUSIVE
  createForeignKey("c_t", "c", ["t_id"], { table: "t", columns: ["id"] }),
];

-- [summary]
-- up: Drop constraint t_u of public.t | ACCESS EXCLUSIVE on public.t
-- up: Drop constraint c_t of public.c | ACCESS EXCLUSIVE on public.c
-- up: Drop constraint t_pkey of public.t | ACCESS EXCLUSIVE on public.t
-- up: Add constraint t_pkey to public.t | ACCESS EXCLUSIVE on public.t, scans
-- up: Add constraint t_u to public.t | ACCESS EXCLUSIVE on public.t, scans
-- up: Add constraint c_t to public.c | SHARE ROW EXCLUSIVE on public.c, scans
-- down: Drop constraint t_pkey of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint c_t of public.c | ACCESS EXCLUSIVE on public.c
-- down: Drop constraint t_u of public.t | ACCESS EXCLUSIVE on public.t
-- down: Add constraint t_pkey to public.t | ACCESS EXCLUSIVE on public.t, scans
-- down: Add constraint t_u to public.t | ACCESS EXCLUSIVE on public.t, scans
-- down: Add constraint c_t to public.c | SHARE ROW EXCLUSIVE on public.c, scans
