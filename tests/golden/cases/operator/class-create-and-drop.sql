-- An operator class comes after its function and before its index; its family, which PostgreSQL makes of itself, with it.

-- [have]
CREATE TABLE t (a int);
INSERT INTO t SELECT generate_series(-5, 5);

-- [want]
CREATE FUNCTION by_size(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(abs($1), abs($2))';
CREATE OPERATOR CLASS size_ops FOR TYPE int4 USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 by_size(int, int);
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a size_ops);

-- [sql]
-- migrate:up
CREATE FUNCTION public.by_size(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT btint4cmp(abs($1), abs($2))$function$;

CREATE OPERATOR FAMILY public.size_ops USING btree;

CREATE OPERATOR CLASS public.size_ops FOR TYPE integer USING btree FAMILY public.size_ops AS
  FUNCTION 1 (integer, integer) public.by_size(integer,integer),
  OPERATOR 1 <(integer,integer),
  OPERATOR 2 <=(integer,integer),
  OPERATOR 3 =(integer,integer),
  OPERATOR 4 >=(integer,integer),
  OPERATOR 5 >(integer,integer);

-- Reads the whole table, under SHARE
CREATE INDEX t_a ON public.t USING btree (a public.size_ops);

-- migrate:down
DROP INDEX public.t_a;

DROP OPERATOR FAMILY public.size_ops USING btree;

DROP FUNCTION public.by_size(integer, integer);

-- [typescript]
import { dropIndex, sql } from "migrate:kit";

export const up = [
  sql`CREATE FUNCTION public.by_size(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT btint4cmp(abs($1), abs($2))$function$`,
  sql`CREATE OPERATOR FAMILY public.size_ops USING btree`,
  sql`CREATE OPERATOR CLASS public.size_ops FOR TYPE integer USING btree FAMILY public.size_ops AS
  FUNCTION 1 (integer, integer) public.by_size(integer,integer),
  OPERATOR 1 <(integer,integer),
  OPERATOR 2 <=(integer,integer),
  OPERATOR 3 =(integer,integer),
  OPERATOR 4 >=(integer,integer),
  OPERATOR 5 >(integer,integer)`,
  // Reads the whole table, under SHARE
  sql`CREATE INDEX t_a ON public.t USING btree (a public.size_ops)`,
];
export const down = [
  dropIndex("t_a"),
  sql`DROP OPERATOR FAMILY public.size_ops USING btree`,
  sql`DROP FUNCTION public.by_size(integer, integer)`,
];

-- [summary]
-- up: Create function public.by_size(integer, integer)
-- up: Create operator family public.size_ops USING btree
-- up: Create operator class public.size_ops USING btree
-- up: Create index public.t_a on public.t | SHARE on public.t, scans
-- down: Drop index public.t_a | ACCESS EXCLUSIVE on public.t
-- down: Drop operator family public.size_ops USING btree
-- down: Drop function public.by_size(integer, integer)
