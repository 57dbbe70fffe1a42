-- Only what PostgreSQL refuses is dropped around a type change, and comes back with all that it carries.
-- @privileges

-- [have]
CREATE TABLE t (id int, a int);
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 0;
COMMENT ON VIEW v IS 'kept';
GRANT SELECT ON v TO reader;
CREATE VIEW unrelated AS SELECT id FROM t;
INSERT INTO t VALUES (1, 1);

-- [want]
CREATE TABLE t (id int, a bigint);
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 0;
COMMENT ON VIEW v IS 'kept';
GRANT SELECT ON v TO reader;
CREATE VIEW unrelated AS SELECT id FROM t;

-- [sql]
-- migrate:up
DROP VIEW public.v;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE bigint;

CREATE VIEW public.v AS
 SELECT id,
    a
   FROM public.t
  WHERE (a > 0);

COMMENT ON VIEW public.v IS 'kept';

GRANT SELECT ON TABLE public.v TO reader;

-- migrate:down
DROP VIEW public.v;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE integer;

CREATE VIEW public.v AS
 SELECT id,
    a
   FROM public.t
  WHERE (a > 0);

COMMENT ON VIEW public.v IS 'kept';

GRANT SELECT ON TABLE public.v TO reader;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  sql`DROP VIEW public.v`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "bigint" }),
  sql`CREATE VIEW public.v AS
 SELECT id,
    a
   FROM public.t
  WHERE (a > 0)`,
  sql`COMMENT ON VIEW public.v IS 'kept'`,
  sql`GRANT SELECT ON TABLE public.v TO reader`,
];
export const down = [
  sql`DROP VIEW public.v`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "integer" }),
  sql`CREATE VIEW public.v AS
 SELECT id,
    a
   FROM public.t
  WHERE (a > 0)`,
  sql`COMMENT ON VIEW public.v IS 'kept'`,
  sql`GRANT SELECT ON TABLE public.v TO reader`,
];

-- [summary]
-- up: Drop view public.v
-- up: Change the type of column public.t.a from integer to bigint | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Create view public.v
-- up: Set the comment on view public.v
-- up: Change what reader may do with table public.v
-- down: Drop view public.v
-- down: Change the type of column public.t.a from bigint to integer | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Create view public.v
-- down: Set the comment on view public.v
-- down: Change what reader may do with table public.v
