-- A default that differs from row to row writes the table anew.

-- [have]
CREATE TABLE t (id int);
INSERT INTO t SELECT generate_series(1, 10);

-- [want]
CREATE TABLE t (id int, token uuid NOT NULL DEFAULT gen_random_uuid());

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL;

-- migrate:down
-- Loses data
ALTER TABLE public.t DROP COLUMN token;

-- [typescript]
import { addColumn, dropColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  addColumn("t", "token", { type: "uuid", default: sql`gen_random_uuid()`, null: false }),
];
export const down = [
  // Loses data
  dropColumn("t", "token"),
];

-- [summary]
-- up: Add column public.t.token | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop column public.t.token | ACCESS EXCLUSIVE on public.t, loses data
