-- A view that gets columns at its end, or another condition, is replaced in place: grants and comments stay.

-- [have]
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW on_v AS SELECT a FROM v;
COMMENT ON VIEW v IS 'kept';

-- [want]
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t WHERE b > 0;
CREATE VIEW on_v AS SELECT a FROM v;
COMMENT ON VIEW v IS 'kept';

-- [sql]
-- migrate:up
CREATE OR REPLACE VIEW public.v AS
 SELECT a,
    b
   FROM public.t
  WHERE (b > 0);

-- migrate:down
DROP VIEW public.on_v;

DROP VIEW public.v;

CREATE VIEW public.v AS
 SELECT a
   FROM public.t;

CREATE VIEW public.on_v AS
 SELECT a
   FROM public.v;

COMMENT ON VIEW public.v IS 'kept';

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`CREATE OR REPLACE VIEW public.v AS
 SELECT a,
    b
   FROM public.t
  WHERE (b > 0)`,
];
export const down = [
  sql`DROP VIEW public.on_v`,
  sql`DROP VIEW public.v`,
  sql`CREATE VIEW public.v AS
 SELECT a
   FROM public.t`,
  sql`CREATE VIEW public.on_v AS
 SELECT a
   FROM public.v`,
  sql`COMMENT ON VIEW public.v IS 'kept'`,
];

-- [summary]
-- up: Change view public.v
-- down: Drop view public.on_v
-- down: Drop view public.v
-- down: Create view public.v
-- down: Create view public.on_v
-- down: Set the comment on view public.v
