-- NOT NULL and checks on one table read its rows once; what validates later does so under a weaker lock, once too.

-- [have]
CREATE TABLE t (a int, b int, c int);
CREATE TABLE v (a int, b int);
ALTER TABLE v ADD CONSTRAINT v_a CHECK (a > 0) NOT VALID, ADD CONSTRAINT v_b CHECK (b > 0) NOT VALID;
INSERT INTO t VALUES (1, 2, 3);
INSERT INTO v VALUES (1, 2);

-- [want]
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, CONSTRAINT t_a CHECK (a > 0), CONSTRAINT t_c CHECK (c > b));
CREATE TABLE v (a int, b int, CONSTRAINT v_a CHECK (a > 0), CONSTRAINT v_b CHECK (b > 0));

-- [sql]
-- migrate:up
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN a SET NOT NULL,
  ALTER COLUMN b SET NOT NULL,
  ADD CONSTRAINT t_a CHECK ((a > 0)),
  ADD CONSTRAINT t_c CHECK ((c > b));

-- Reads the whole table, under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.v
  VALIDATE CONSTRAINT v_a,
  VALIDATE CONSTRAINT v_b;

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT t_a;

ALTER TABLE public.t DROP CONSTRAINT t_c;

ALTER TABLE public.v DROP CONSTRAINT v_a;

ALTER TABLE public.v DROP CONSTRAINT v_b;

ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

ALTER TABLE public.v ADD CONSTRAINT v_a CHECK ((a > 0)) NOT VALID;

ALTER TABLE public.v ADD CONSTRAINT v_b CHECK ((b > 0)) NOT VALID;

-- [typescript]
import { alterColumn, createCheckConstraint, dropConstraint, sql } from "migrate:kit";

export const up = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN a SET NOT NULL,
  ALTER COLUMN b SET NOT NULL,
  ADD CONSTRAINT t_a CHECK ((a > 0)),
  ADD CONSTRAINT t_c CHECK ((c > b))`,
  // Reads the whole table, under SHARE UPDATE EXCLUSIVE
  sql`ALTER TABLE public.v
  VALIDATE CONSTRAINT v_a,
  VALIDATE CONSTRAINT v_b`,
];
export const down = [
  dropConstraint("t_a", "t"),
  dropConstraint("t_c", "t"),
  dropConstraint("v_a", "v"),
  dropConstraint("v_b", "v"),
  alterColumn("t", "a", { null: true }),
  alterColumn("t", "b", { null: true }),
  createCheckConstraint("v_a", "v", sql`a > 0`, { notValid: true }),
  createCheckConstraint("v_b", "v", sql`b > 0`, { notValid: true }),
];

-- [summary]
-- up: Let column public.t.a take no nulls; let column public.t.b take no nulls; add constraint t_a to public.t; add constraint t_c to public.t | ACCESS EXCLUSIVE on public.t, scans
-- up: Validate constraint v_a of public.v; validate constraint v_b of public.v | SHARE UPDATE EXCLUSIVE on public.v, scans
-- down: Drop constraint t_a of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint t_c of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint v_a of public.v | ACCESS EXCLUSIVE on public.v
-- down: Drop constraint v_b of public.v | ACCESS EXCLUSIVE on public.v
-- down: Let column public.t.a take nulls | ACCESS EXCLUSIVE on public.t
-- down: Let column public.t.b take nulls | ACCESS EXCLUSIVE on public.t
-- down: Add constraint v_a to public.v | ACCESS EXCLUSIVE on public.v
-- down: Add constraint v_b to public.v | ACCESS EXCLUSIVE on public.v
