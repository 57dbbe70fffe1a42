-- SET NOT NULL reads the table; a column that may be null again needs nothing.

-- [have]
CREATE TABLE t (a int, b int NOT NULL);
INSERT INTO t VALUES (1, 2);

-- [want]
CREATE TABLE t (a int NOT NULL, b int);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;

-- [typescript]
import { alterColumn } from "migrate:kit";

export const up = [
  alterColumn("t", "b", { null: true }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { null: false }),
];
export const down = [
  alterColumn("t", "a", { null: true }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  alterColumn("t", "b", { null: false }),
];

-- [summary]
-- up: Let column public.t.b take nulls | ACCESS EXCLUSIVE on public.t
-- up: Let column public.t.a take no nulls | ACCESS EXCLUSIVE on public.t, scans
-- down: Let column public.t.a take nulls | ACCESS EXCLUSIVE on public.t
-- down: Let column public.t.b take no nulls | ACCESS EXCLUSIVE on public.t, scans
