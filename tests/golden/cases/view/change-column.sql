-- A view whose column changes is made again, with the views on it and what they carry.
-- @privileges

-- [have]
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW on_v AS SELECT b FROM v;
GRANT SELECT ON on_v TO reader;
COMMENT ON COLUMN on_v.b IS 'kept';

-- [want]
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a::text AS a, b FROM t;
CREATE VIEW on_v AS SELECT b FROM v;
GRANT SELECT ON on_v TO reader;
COMMENT ON COLUMN on_v.b IS 'kept';

-- [sql]
-- migrate:up
DROP VIEW public.on_v;

DROP VIEW public.v;

CREATE VIEW public.v AS
 SELECT (a)::text AS a,
    b
   FROM public.t;

CREATE VIEW public.on_v AS
 SELECT b
   FROM public.v;

COMMENT ON COLUMN public.on_v.b IS 'kept';

GRANT SELECT ON TABLE public.on_v TO reader;

-- migrate:down
DROP VIEW public.on_v;

DROP VIEW public.v;

CREATE VIEW public.v AS
 SELECT a,
    b
   FROM public.t;

CREATE VIEW public.on_v AS
 SELECT b
   FROM public.v;

COMMENT ON COLUMN public.on_v.b IS 'kept';

GRANT SELECT ON TABLE public.on_v TO reader;

-- [typescript]
import { commentOnColumn, sql } from "migrate:kit";

export const up = [
  sql`DROP VIEW public.on_v`,
  sql`DROP VIEW public.v`,
  sql`CREATE VIEW public.v AS
 SELECT (a)::text AS a,
    b
   FROM public.t`,
  sql`CREATE VIEW public.on_v AS
 SELECT b
   FROM public.v`,
  commentOnColumn("on_v", "b", "kept"),
  sql`GRANT SELECT ON TABLE public.on_v TO reader`,
];
export const down = [
  sql`DROP VIEW public.on_v`,
  sql`DROP VIEW public.v`,
  sql`CREATE VIEW public.v AS
 SELECT a,
    b
   FROM public.t`,
  sql`CREATE VIEW public.on_v AS
 SELECT b
   FROM public.v`,
  commentOnColumn("on_v", "b", "kept"),
  sql`GRANT SELECT ON TABLE public.on_v TO reader`,
];

-- [summary]
-- up: Drop view public.on_v
-- up: Drop view public.v
-- up: Create view public.v
-- up: Create view public.on_v
-- up: Set the comment on column public.on_v.b
-- up: Change what reader may do with table public.on_v
-- down: Drop view public.on_v
-- down: Drop view public.v
-- down: Create view public.v
-- down: Create view public.on_v
-- down: Set the comment on column public.on_v.b
-- down: Change what reader may do with table public.on_v
