-- A dropped column takes its index and its constraint along; its view is made without it.

-- [have]
CREATE TABLE t (id int, a int, b int, CONSTRAINT positive CHECK (a > 0));
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id, b, a FROM t;
COMMENT ON VIEW v IS 'kept';

-- [want]
CREATE TABLE t (id int, b int);
CREATE VIEW v AS SELECT id, b FROM t;
COMMENT ON VIEW v IS 'kept';

-- [sql]
-- migrate:up
DROP VIEW public.v;

CREATE VIEW public.v AS
 SELECT id,
    b
   FROM public.t;

COMMENT ON VIEW public.v IS 'kept';

-- Loses data
ALTER TABLE public.t DROP COLUMN a;

-- migrate:down
ALTER TABLE public.t ADD COLUMN a integer;

-- Reads the whole table, under SHARE
CREATE INDEX t_a ON public.t USING btree (a);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0));

CREATE OR REPLACE VIEW public.v AS
 SELECT id,
    b,
    a
   FROM public.t;

-- [typescript]
import { addColumn, createCheckConstraint, createIndex, dropColumn, sql } from "migrate:kit";

export const up = [
  sql`DROP VIEW public.v`,
  sql`CREATE VIEW public.v AS
 SELECT id,
    b
   FROM public.t`,
  sql`COMMENT ON VIEW public.v IS 'kept'`,
  // Loses data
  dropColumn("t", "a"),
];
export const down = [
  addColumn("t", "a", "integer"),
  // Reads the whole table, under SHARE
  createIndex("t_a", "t", ["a"]),
  // Reads the whole table, under ACCESS EXCLUSIVE
  createCheckConstraint("positive", "t", sql`a > 0`),
  sql`CREATE OR REPLACE VIEW public.v AS
 SELECT id,
    b,
    a
   FROM public.t`,
];

-- [summary]
-- up: Drop view public.v
-- up: Create view public.v
-- up: Set the comment on view public.v
-- up: Drop column public.t.a | ACCESS EXCLUSIVE on public.t, loses data
-- down: Add column public.t.a | ACCESS EXCLUSIVE on public.t
-- down: Create index public.t_a on public.t | SHARE on public.t, scans
-- down: Add constraint positive to public.t | ACCESS EXCLUSIVE on public.t, scans
-- down: Change view public.v
