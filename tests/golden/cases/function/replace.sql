-- A function's body, cost and volatility change in place; what uses it stays.

-- [have]
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT x';
CREATE TABLE t (a int DEFAULT f(1));
CREATE VIEW v AS SELECT f(a) FROM t;

-- [want]
CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql STABLE COST 5 AS 'SELECT x + 1';
CREATE TABLE t (a int DEFAULT f(1));
CREATE VIEW v AS SELECT f(a) FROM t;

-- [sql]
-- migrate:up
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
 STABLE COST 5
AS $function$SELECT x + 1$function$;

-- migrate:down
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT x$function$;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
 STABLE COST 5
AS $function$SELECT x + 1$function$`,
];
export const down = [
  sql`CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT x$function$`,
];

-- [summary]
-- up: Change function public.f(integer)
-- down: Change function public.f(integer)
