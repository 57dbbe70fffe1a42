-- A stored generated column writes the table anew, a virtual one does not.

-- [have]
CREATE TABLE t (a int);
INSERT INTO t SELECT generate_series(1, 10);

-- [want]
CREATE TABLE t (a int, twice int GENERATED ALWAYS AS (a * 2) STORED, thrice int GENERATED ALWAYS AS (a * 3) VIRTUAL);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN twice integer GENERATED ALWAYS AS ((a * 2)) STORED;

ALTER TABLE public.t ADD COLUMN thrice integer GENERATED ALWAYS AS ((a * 3)) VIRTUAL;

-- migrate:down
ALTER TABLE public.t DROP COLUMN twice;

ALTER TABLE public.t DROP COLUMN thrice;

-- [typescript]
import { addColumn, dropColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  addColumn("t", "twice", { type: "integer", generated: sql`a * 2` }),
  addColumn("t", "thrice", { type: "integer", generated: { as: sql`a * 3`, kind: "virtual" } }),
];
export const down = [
  dropColumn("t", "twice"),
  dropColumn("t", "thrice"),
];

-- [summary]
-- up: Add column public.t.twice | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Add column public.t.thrice | ACCESS EXCLUSIVE on public.t
-- down: Drop column public.t.twice | ACCESS EXCLUSIVE on public.t
-- down: Drop column public.t.thrice | ACCESS EXCLUSIVE on public.t
