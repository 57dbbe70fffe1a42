-- There is no cast between the two, and as text they do not fit: the values go by integer.

-- [have]
CREATE TABLE t (a boolean);
INSERT INTO t VALUES (true);

-- [want]
CREATE TABLE t (a smallint);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE smallint USING a::integer::smallint;

-- migrate:down
-- Loses data, writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE boolean USING a::integer::boolean;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "smallint", using: sql`a::integer::smallint` }),
];
export const down = [
  // Loses data, writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "boolean", using: sql`a::integer::boolean` }),
];

-- [summary]
-- up: Change the type of column public.t.a from boolean to smallint | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Change the type of column public.t.a from smallint to boolean | ACCESS EXCLUSIVE on public.t, rewrites, loses data
