-- A not-null constraint that is not valid reads nothing; validating it reads under a weak lock.

-- [have]
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD CONSTRAINT b_there NOT NULL b NOT VALID;
INSERT INTO t VALUES (1, 2);

-- [want]
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD CONSTRAINT a_there NOT NULL a NOT VALID;
ALTER TABLE t ADD CONSTRAINT b_there NOT NULL b;

-- [sql]
-- migrate:up
ALTER TABLE public.t ADD CONSTRAINT a_there NOT NULL a NOT VALID;

-- Reads the whole table, under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT b_there;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

ALTER TABLE public.t ALTER COLUMN b DROP NOT NULL;

ALTER TABLE public.t ADD CONSTRAINT b_there NOT NULL b NOT VALID;

-- [typescript]
import { alterColumn, sql, validateConstraint } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t ADD CONSTRAINT a_there NOT NULL a NOT VALID`,
  // Reads the whole table, under SHARE UPDATE EXCLUSIVE
  validateConstraint("b_there", "t"),
];
export const down = [
  alterColumn("t", "a", { null: true }),
  alterColumn("t", "b", { null: true }),
  sql`ALTER TABLE public.t ADD CONSTRAINT b_there NOT NULL b NOT VALID`,
];

-- [summary]
-- up: Let column public.t.a take no nulls | ACCESS EXCLUSIVE on public.t
-- up: Validate the not-null constraint of public.t.b | SHARE UPDATE EXCLUSIVE on public.t, scans
-- down: Let column public.t.a take nulls | ACCESS EXCLUSIVE on public.t
-- down: Let column public.t.b take nulls | ACCESS EXCLUSIVE on public.t
-- down: Let column public.t.b take no nulls | ACCESS EXCLUSIVE on public.t
