-- A column without a default, or with a constant or stable one, needs no rewrite.

-- [have]
CREATE TABLE t (id int);
INSERT INTO t SELECT generate_series(1, 10);

-- [want]
CREATE TABLE t (id int, a int, b text NOT NULL DEFAULT 'x', c timestamptz DEFAULT now());

-- [sql]
-- migrate:up
ALTER TABLE public.t ADD COLUMN a integer;

ALTER TABLE public.t ADD COLUMN b text DEFAULT 'x'::text NOT NULL;

ALTER TABLE public.t ADD COLUMN c timestamp with time zone DEFAULT now();

-- migrate:down
-- Loses data
ALTER TABLE public.t DROP COLUMN a;

-- Loses data
ALTER TABLE public.t DROP COLUMN b;

-- Loses data
ALTER TABLE public.t DROP COLUMN c;

-- [typescript]
import { addColumn, dropColumn, sql } from "migrate:kit";

export const up = [
  addColumn("t", "a", "integer"),
  addColumn("t", "b", { type: "text", default: sql`'x'::text`, null: false }),
  addColumn("t", "c", { type: "timestamp with time zone", default: sql`now()` }),
];
export const down = [
  // Loses data
  dropColumn("t", "a"),
  // Loses data
  dropColumn("t", "b"),
  // Loses data
  dropColumn("t", "c"),
];

-- [summary]
-- up: Add column public.t.a | ACCESS EXCLUSIVE on public.t
-- up: Add column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Add column public.t.c | ACCESS EXCLUSIVE on public.t
-- down: Drop column public.t.a | ACCESS EXCLUSIVE on public.t, loses data
-- down: Drop column public.t.b | ACCESS EXCLUSIVE on public.t, loses data
-- down: Drop column public.t.c | ACCESS EXCLUSIVE on public.t, loses data
