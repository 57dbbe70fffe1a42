-- Another key is another index: PostgreSQL alters no index's columns.

-- [have]
CREATE TABLE t (a int, b int);
CREATE INDEX t_i ON t (a);
COMMENT ON INDEX t_i IS 'kept';
INSERT INTO t VALUES (1, 2);

-- [want]
CREATE TABLE t (a int, b int);
CREATE INDEX t_i ON t (a, b DESC NULLS LAST);
COMMENT ON INDEX t_i IS 'kept';

-- [sql]
-- migrate:up
DROP INDEX public.t_i;

-- Reads the whole table, under SHARE
CREATE INDEX t_i ON public.t USING btree (a, b DESC NULLS LAST);

COMMENT ON INDEX public.t_i IS 'kept';

-- migrate:down
DROP INDEX public.t_i;

-- Reads the whole table, under SHARE
CREATE INDEX t_i ON public.t USING btree (a);

COMMENT ON INDEX public.t_i IS 'kept';

-- [typescript]
import { createIndex, dropIndex, sql } from "migrate:kit";

export const up = [
  dropIndex("t_i"),
  // Reads the whole table, under SHARE
  createIndex("t_i", "t", ["a", { column: "b", order: "desc", nulls: "last" }]),
  sql`COMMENT ON INDEX public.t_i IS 'kept'`,
];
export const down = [
  dropIndex("t_i"),
  // Reads the whole table, under SHARE
  createIndex("t_i", "t", ["a"]),
  sql`COMMENT ON INDEX public.t_i IS 'kept'`,
];

-- [summary]
-- up: Drop index public.t_i | ACCESS EXCLUSIVE on public.t
-- up: Create index public.t_i on public.t | SHARE on public.t, scans
-- up: Set the comment on index public.t_i
-- down: Drop index public.t_i | ACCESS EXCLUSIVE on public.t
-- down: Create index public.t_i on public.t | SHARE on public.t, scans
-- down: Set the comment on index public.t_i
