-- What a class can do without, PostgreSQL keeps in its family: it comes and goes there, and class and index stay.

-- [have]
CREATE FUNCTION by_size(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(abs($1), abs($2))';
CREATE OPERATOR CLASS size_ops FOR TYPE int4 USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 by_size(int, int);
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a size_ops);
INSERT INTO t SELECT generate_series(-5, 5);

-- [want]
CREATE FUNCTION by_size(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(abs($1), abs($2))';
CREATE FUNCTION equal_image(oid) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false';
CREATE OPERATOR CLASS size_ops FOR TYPE int4 USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 by_size(int, int),
  FUNCTION 4 equal_image(oid);
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a size_ops);

-- [sql]
-- migrate:up
CREATE FUNCTION public.equal_image(oid)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT false$function$;

ALTER OPERATOR FAMILY public.size_ops USING btree ADD
  FUNCTION 4 (integer, integer) public.equal_image(oid);

-- migrate:down
ALTER OPERATOR FAMILY public.size_ops USING btree DROP FUNCTION 4 (integer, integer);

DROP FUNCTION public.equal_image(oid);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`CREATE FUNCTION public.equal_image(oid)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT false$function$`,
  sql`ALTER OPERATOR FAMILY public.size_ops USING btree ADD
  FUNCTION 4 (integer, integer) public.equal_image(oid)`,
];
export const down = [
  sql`ALTER OPERATOR FAMILY public.size_ops USING btree DROP FUNCTION 4 (integer, integer)`,
  sql`DROP FUNCTION public.equal_image(oid)`,
];

-- [summary]
-- up: Create function public.equal_image(oid)
-- up: Add members to operator family public.size_ops USING btree
-- down: Take members out of operator family public.size_ops USING btree
-- down: Drop function public.equal_image(oid)
