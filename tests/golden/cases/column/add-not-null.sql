-- A column that takes no nulls and has no value for the rows that are there: PostgreSQL looks whether there are any.

-- [have]
CREATE TABLE t (a int);

-- [want]
CREATE TABLE t (a int, b int NOT NULL, c int NOT NULL DEFAULT 1);

-- [sql]
-- migrate:up
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN b integer NOT NULL;

ALTER TABLE public.t ADD COLUMN c integer DEFAULT 1 NOT NULL;

-- migrate:down
-- Loses data
ALTER TABLE public.t DROP COLUMN b;

-- Loses data
ALTER TABLE public.t DROP COLUMN c;

-- [typescript]
import { addColumn, dropColumn } from "migrate:kit";

export const up = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  addColumn("t", "b", { type: "integer", null: false }),
  addColumn("t", "c", { type: "integer", default: 1, null: false }),
];
export const down = [
  // Loses data
  dropColumn("t", "b"),
  // Loses data
  dropColumn("t", "c"),
];

-- [summary]
-- up: Add column public.t.b | ACCESS EXCLUSIVE on public.t, scans
-- up: Add column public.t.c | ACCESS EXCLUSIVE on public.t
-- down: Drop column public.t.b | ACCESS EXCLUSIVE on public.t, loses data
-- down: Drop column public.t.c | ACCESS EXCLUSIVE on public.t, loses data
