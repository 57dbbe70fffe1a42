-- All that changes on one column is one operation in TypeScript.

-- [have]
CREATE TABLE t (a int);
INSERT INTO t VALUES (1);

-- [want]
CREATE TABLE t (a bigint NOT NULL);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN a TYPE bigint,
  ALTER COLUMN a SET NOT NULL;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE integer;

-- [typescript]
import { alterColumn } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "bigint", null: false }),
];
export const down = [
  alterColumn("t", "a", { null: true }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "integer" }),
];

-- [summary]
-- up: Change the type of column public.t.a from integer to bigint; let column public.t.a take no nulls | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Let column public.t.a take nulls | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.a from bigint to integer | ACCESS EXCLUSIVE on public.t, rewrites
