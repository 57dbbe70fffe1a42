-- More precision at the same scale keeps the rows, another scale writes them anew.

-- [have]
CREATE TABLE t (a numeric(10, 2), b numeric(10, 2), c numeric(10, 2));
INSERT INTO t VALUES (1, 2, 3);

-- [want]
CREATE TABLE t (a numeric(12, 2), b numeric(12, 4), c numeric);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN a TYPE numeric(12,2);

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b TYPE numeric(12,4);

ALTER TABLE public.t ALTER COLUMN c TYPE numeric;

-- migrate:down
-- Loses data, writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN a TYPE numeric(10,2),
  ALTER COLUMN b TYPE numeric(10,2),
  ALTER COLUMN c TYPE numeric(10,2);

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  alterColumn("t", "a", { type: "numeric(12,2)" }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "b", { type: "numeric(12,4)" }),
  alterColumn("t", "c", { type: "numeric" }),
];
export const down = [
  // Loses data, writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN a TYPE numeric(10,2),
  ALTER COLUMN b TYPE numeric(10,2),
  ALTER COLUMN c TYPE numeric(10,2)`,
];

-- [summary]
-- up: Change the type of column public.t.a from numeric(10,2) to numeric(12,2) | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.t.b from numeric(10,2) to numeric(12,4) | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Change the type of column public.t.c from numeric(10,2) to numeric | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.a from numeric(12,2) to numeric(10,2); change the type of column public.t.b from numeric(12,4) to numeric(10,2); change the type of column public.t.c from numeric to numeric(10,2) | ACCESS EXCLUSIVE on public.t, rewrites, loses data
