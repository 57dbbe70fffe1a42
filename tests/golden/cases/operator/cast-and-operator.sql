-- A cast and an operator come after their functions.

-- [have]
CREATE TYPE pair AS (a int, b int);

-- [want]
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION total(pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1.a + $1.b';
CREATE FUNCTION less(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT total($1) < total($2)';
CREATE OPERATOR <<< (LEFTARG = pair, RIGHTARG = pair, FUNCTION = less);
CREATE CAST (pair AS int) WITH FUNCTION total(pair);

-- [sql]
-- migrate:up
CREATE FUNCTION public.total(public.pair)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1.a + $1.b$function$;

CREATE FUNCTION public.less(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT total($1) < total($2)$function$;

CREATE OPERATOR public.<<< (
  FUNCTION = public.less,
  LEFTARG = public.pair,
  RIGHTARG = public.pair
);

CREATE CAST (public.pair AS integer) WITH FUNCTION public.total(public.pair);

-- migrate:down
DROP CAST (public.pair AS integer);

DROP OPERATOR public.<<< (public.pair, public.pair);

DROP FUNCTION public.less(public.pair, public.pair);

DROP FUNCTION public.total(public.pair);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`CREATE FUNCTION public.total(public.pair)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1.a + $1.b$function$`,
  sql`CREATE FUNCTION public.less(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT total($1) < total($2)$function$`,
  sql`CREATE OPERATOR public.<<< (
  FUNCTION = public.less,
  LEFTARG = public.pair,
  RIGHTARG = public.pair
)`,
  sql`CREATE CAST (public.pair AS integer) WITH FUNCTION public.total(public.pair)`,
];
export const down = [
  sql`DROP CAST (public.pair AS integer)`,
  sql`DROP OPERATOR public.<<< (public.pair, public.pair)`,
  sql`DROP FUNCTION public.less(public.pair, public.pair)`,
  sql`DROP FUNCTION public.total(public.pair)`,
];

-- [summary]
-- up: Create function public.total(public.pair)
-- up: Create function public.less(public.pair, public.pair)
-- up: Create operator public.<<< (public.pair, public.pair)
-- up: Create cast (public.pair AS integer)
-- down: Drop cast (public.pair AS integer)
-- down: Drop operator public.<<< (public.pair, public.pair)
-- down: Drop function public.less(public.pair, public.pair)
-- down: Drop function public.total(public.pair)
