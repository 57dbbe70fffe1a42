-- An identity column writes the table anew.

-- [have]
CREATE TABLE t (a int);
INSERT INTO t SELECT generate_series(1, 10);

-- [want]
CREATE TABLE t (a int, id bigint GENERATED ALWAYS AS IDENTITY);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY NOT NULL;

-- migrate:down
-- Loses data
ALTER TABLE public.t DROP COLUMN id;

-- [typescript]
import { addColumn, dropColumn } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  addColumn("t", "id", { type: "bigint", identity: "always", null: false }),
];
export const down = [
  // Loses data
  dropColumn("t", "id"),
];

-- [summary]
-- up: Add column public.t.id | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop column public.t.id | ACCESS EXCLUSIVE on public.t, loses data
