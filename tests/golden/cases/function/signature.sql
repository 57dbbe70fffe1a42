-- Another result is another function: what uses it steps aside and comes back.

-- [have]
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x';
COMMENT ON FUNCTION f IS 'kept';
CREATE TABLE t (a int, b bigint DEFAULT f(1));
CREATE VIEW v AS SELECT a, f(a)::bigint AS f FROM t;

-- [want]
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql AS 'SELECT x::bigint';
COMMENT ON FUNCTION f IS 'kept';
CREATE TABLE t (a int, b bigint DEFAULT f(1));
CREATE VIEW v AS SELECT a, f(a)::bigint AS f FROM t;

-- [sql]
-- migrate:up
DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

DROP FUNCTION public.f(integer);

CREATE FUNCTION public.f(x integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT x::bigint$function$;

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT public.f(1);

CREATE VIEW public.v AS
 SELECT a,
    public.f(a) AS f
   FROM public.t;

COMMENT ON FUNCTION public.f(integer) IS 'kept';

-- migrate:down
DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

DROP FUNCTION public.f(integer);

CREATE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT x$function$;

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT public.f(1);

CREATE VIEW public.v AS
 SELECT a,
    (public.f(a))::bigint AS f
   FROM public.t;

COMMENT ON FUNCTION public.f(integer) IS 'kept';

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  sql`DROP VIEW public.v`,
  alterColumn("t", "b", { default: null }),
  sql`DROP FUNCTION public.f(integer)`,
  sql`CREATE FUNCTION public.f(x integer)
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT x::bigint$function$`,
  alterColumn("t", "b", { default: sql`public.f(1)` }),
  sql`CREATE VIEW public.v AS
 SELECT a,
    public.f(a) AS f
   FROM public.t`,
  sql`COMMENT ON FUNCTION public.f(integer) IS 'kept'`,
];
export const down = [
  sql`DROP VIEW public.v`,
  alterColumn("t", "b", { default: null }),
  sql`DROP FUNCTION public.f(integer)`,
  sql`CREATE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT x$function$`,
  alterColumn("t", "b", { default: sql`public.f(1)` }),
  sql`CREATE VIEW public.v AS
 SELECT a,
    (public.f(a))::bigint AS f
   FROM public.t`,
  sql`COMMENT ON FUNCTION public.f(integer) IS 'kept'`,
];

-- [summary]
-- up: Drop view public.v
-- up: Drop the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Drop function public.f(integer)
-- up: Create function public.f(integer)
-- up: Set the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Create view public.v
-- up: Set the comment on function public.f(integer)
-- down: Drop view public.v
-- down: Drop the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- down: Drop function public.f(integer)
-- down: Create function public.f(integer)
-- down: Set the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- down: Create view public.v
-- down: Set the comment on function public.f(integer)
