-- An operator class has no ALTER for its members: it is made anew, and with it the index that uses it.

-- [have]
CREATE FUNCTION by_size(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(abs($1), abs($2))';
CREATE OPERATOR CLASS size_ops FOR TYPE int4 USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 by_size(int, int);
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a size_ops);
INSERT INTO t SELECT generate_series(-5, 5);

-- [want]
CREATE FUNCTION by_rest(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp($1 % 10, $2 % 10)';
CREATE OPERATOR CLASS size_ops FOR TYPE int4 USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 by_rest(int, int);
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a size_ops);

-- [sql]
-- migrate:up
DROP INDEX public.t_a;

DROP OPERATOR CLASS public.size_ops USING btree;

DROP FUNCTION public.by_size(integer, integer);

CREATE FUNCTION public.by_rest(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT btint4cmp($1 % 10, $2 % 10)$function$;

CREATE OPERATOR CLASS public.size_ops FOR TYPE integer USING btree FAMILY public.size_ops AS
  FUNCTION 1 (integer, integer) public.by_rest(integer,integer),
  OPERATOR 1 <(integer,integer),
  OPERATOR 2 <=(integer,integer),
  OPERATOR 3 =(integer,integer),
  OPERATOR 4 >=(integer,integer),
  OPERATOR 5 >(integer,integer);

-- Reads the whole table, under SHARE
CREATE INDEX t_a ON public.t USING btree (a public.size_ops);

-- migrate:down
DROP INDEX public.t_a;

DROP OPERATOR CLASS public.size_ops USING btree;

DROP FUNCTION public.by_rest(integer, integer);

CREATE FUNCTION public.by_size(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT btint4cmp(abs($1), abs($2))$function$;

CREATE OPERATOR CLASS public.size_ops FOR TYPE integer USING btree FAMILY public.size_ops AS
  FUNCTION 1 (integer, integer) public.by_size(integer,integer),
  OPERATOR 1 <(integer,integer),
  OPERATOR 2 <=(integer,integer),
  OPERATOR 3 =(integer,integer),
  OPERATOR 4 >=(integer,integer),
  OPERATOR 5 >(integer,integer);

-- Reads the whole table, under SHARE
CREATE INDEX t_a ON public.t USING btree (a public.size_ops);

-- [typescript]
import { dropIndex, sql } from "migrate:kit";

export const up = [
  dropIndex("t_a"),
  sql`DROP OPERATOR CLASS public.size_ops USING btree`,
  sql`DROP FUNCTION public.by_size(integer, integer)`,
  sql`CREATE FUNCTION public.by_rest(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT btint4cmp($1 % 10, $2 % 10)$function$`,
  sql`CREATE OPERATOR CLASS public.size_ops FOR TYPE integer USING btree FAMILY public.size_ops AS
  FUNCTION 1 (integer, integer) public.by_rest(integer,integer),
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
  sql`DROP OPERATOR CLASS public.size_ops USING btree`,
  sql`DROP FUNCTION public.by_rest(integer, integer)`,
  sql`CREATE FUNCTION public.by_size(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT btint4cmp(abs($1), abs($2))$function$`,
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

-- [summary]
-- up: Drop index public.t_a | ACCESS EXCLUSIVE on public.t
-- up: Drop operator class public.size_ops USING btree
-- up: Drop function public.by_size(integer, integer)
-- up: Create function public.by_rest(integer, integer)
-- up: Create operator class public.size_ops USING btree
-- up: Create index public.t_a on public.t | SHARE on public.t, scans
-- down: Drop index public.t_a | ACCESS EXCLUSIVE on public.t
-- down: Drop operator class public.size_ops USING btree
-- down: Drop function public.by_rest(integer, integer)
-- down: Create function public.by_size(integer, integer)
-- down: Create operator class public.size_ops USING btree
-- down: Create index public.t_a on public.t | SHARE on public.t, scans
