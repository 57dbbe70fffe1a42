-- A family of its own takes members one by one, and its class stays.

-- [have]
CREATE FUNCTION cmp48(int, bigint) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint48cmp($1, $2)';
CREATE OPERATOR FAMILY sizes USING btree;
CREATE OPERATOR CLASS small_sizes FOR TYPE int USING btree FAMILY sizes AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a small_sizes);

-- [want]
CREATE FUNCTION cmp48(int, bigint) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT btint48cmp($1, $2)';
CREATE OPERATOR FAMILY sizes USING btree;
CREATE OPERATOR CLASS small_sizes FOR TYPE int USING btree FAMILY sizes AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
ALTER OPERATOR FAMILY sizes USING btree ADD OPERATOR 1 < (int, bigint), FUNCTION 1 (int, bigint) cmp48(int, bigint);
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a small_sizes);

-- [sql]
-- migrate:up
ALTER OPERATOR FAMILY public.sizes USING btree ADD
  FUNCTION 1 (integer, bigint) public.cmp48(integer,bigint),
  OPERATOR 1 <(integer,bigint);

-- migrate:down
ALTER OPERATOR FAMILY public.sizes USING btree DROP FUNCTION 1 (integer, bigint), OPERATOR 1 (integer, bigint);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER OPERATOR FAMILY public.sizes USING btree ADD
  FUNCTION 1 (integer, bigint) public.cmp48(integer,bigint),
  OPERATOR 1 <(integer,bigint)`,
];
export const down = [
  sql`ALTER OPERATOR FAMILY public.sizes USING btree DROP FUNCTION 1 (integer, bigint), OPERATOR 1 (integer, bigint)`,
];

-- [summary]
-- up: Add members to operator family public.sizes USING btree
-- down: Take members out of operator family public.sizes USING btree
