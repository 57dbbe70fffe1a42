-- Extended statistics are made under a weak lock; their target changes in place.

-- [have]
CREATE TABLE t (a int, b int, c int);
CREATE STATISTICS s ON a, b FROM t;

-- [want]
CREATE TABLE t (a int, b int, c int);
CREATE STATISTICS s ON a, b FROM t;
ALTER STATISTICS s SET STATISTICS 500;
CREATE STATISTICS d (dependencies) ON b, c FROM t;

-- [sql]
-- migrate:up
CREATE STATISTICS public.d (dependencies) ON b, c FROM public.t;

ALTER STATISTICS public.s SET STATISTICS 500;

-- migrate:down
DROP STATISTICS public.d;

ALTER STATISTICS public.s SET STATISTICS -1;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`CREATE STATISTICS public.d (dependencies) ON b, c FROM public.t`,
  sql`ALTER STATISTICS public.s SET STATISTICS 500`,
];
export const down = [
  sql`DROP STATISTICS public.d`,
  sql`ALTER STATISTICS public.s SET STATISTICS -1`,
];

-- [summary]
-- up: Create statistics public.d | SHARE UPDATE EXCLUSIVE on public.t
-- up: Change the target of statistics public.s
-- down: Drop statistics public.d | SHARE UPDATE EXCLUSIVE on public.t
-- down: Change the target of statistics public.s
