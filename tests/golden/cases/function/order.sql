-- What a body mentions comes first; a procedure and an aggregate come in their turn.

-- [have]


-- [want]
CREATE TABLE t (a int);
CREATE FUNCTION z() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t';
CREATE FUNCTION a() RETURNS bigint LANGUAGE sql AS 'SELECT z()';
CREATE PROCEDURE p() LANGUAGE sql AS 'INSERT INTO t SELECT a()';
CREATE FUNCTION plus(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total(int) (SFUNC = plus, STYPE = int, INITCOND = '0');

-- [sql]
-- migrate:up
CREATE FUNCTION public.plus(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 + $2$function$;

CREATE AGGREGATE public.total(integer) (
  SFUNC = public.plus,
  STYPE = integer,
  INITCOND = '0'
);

CREATE TABLE public.t (
  a integer
);

CREATE FUNCTION public.z()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT count(*) FROM t$function$;

CREATE FUNCTION public.a()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT z()$function$;

CREATE PROCEDURE public.p()
 LANGUAGE sql
AS $procedure$INSERT INTO t SELECT a()$procedure$;

-- migrate:down
DROP AGGREGATE public.total(integer);

DROP FUNCTION public.a();

DROP PROCEDURE public.p();

DROP FUNCTION public.plus(integer, integer);

DROP FUNCTION public.z();

-- Loses data
DROP TABLE public.t;

-- [typescript]
import { createTable, dropTable, sql } from "migrate:kit";

export const up = [
  sql`CREATE FUNCTION public.plus(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 + $2$function$`,
  sql`CREATE AGGREGATE public.total(integer) (
  SFUNC = public.plus,
  STYPE = integer,
  INITCOND = '0'
)`,
  createTable("t", { a: "integer" }),
  sql`CREATE FUNCTION public.z()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT count(*) FROM t$function$`,
  sql`CREATE FUNCTION public.a()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT z()$function$`,
  sql`CREATE PROCEDURE public.p()
 LANGUAGE sql
AS $procedure$INSERT INTO t SELECT a()$procedure$`,
];
export const down = [
  sql`DROP AGGREGATE public.total(integer)`,
  sql`DROP FUNCTION public.a()`,
  sql`DROP PROCEDURE public.p()`,
  sql`DROP FUNCTION public.plus(integer, integer)`,
  sql`DROP FUNCTION public.z()`,
  // Loses data
  dropTable("t"),
];

-- [summary]
-- up: Create function public.plus(integer, integer)
-- up: Create aggregate public.total(integer)
-- up: Create table public.t
-- up: Create function public.z()
-- up: Create function public.a()
-- up: Create procedure public.p()
-- down: Drop aggregate public.total(integer)
-- down: Drop function public.a()
-- down: Drop procedure public.p()
-- down: Drop function public.plus(integer, integer)
-- down: Drop function public.z()
-- down: Drop table public.t | ACCESS EXCLUSIVE on public.t, loses data
