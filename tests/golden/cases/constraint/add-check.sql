-- A check that is added reads the table.

-- [have]
CREATE TABLE t (a int);
INSERT INTO t VALUES (1);

-- [want]
CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));

-- [sql]
-- migrate:up
-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0));

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT positive;

-- [typescript]
import { createCheckConstraint, dropConstraint, sql } from "migrate:kit";

export const up = [
  // Reads the whole table, under ACCESS EXCLUSIVE
  createCheckConstraint("positive", "t", sql`a > 0`),
];
export const down = [
  dropConstraint("positive", "t"),
];

-- [summary]
-- up: Add constraint positive to public.t | ACCESS EXCLUSIVE on public.t, scans
-- down: Drop constraint positive of public.t | ACCESS EXCLUSIVE on public.t
