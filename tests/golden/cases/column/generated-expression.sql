-- An expression changes by SET EXPRESSION; a generated column becomes a plain one by DROP EXPRESSION.

-- [have]
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED, c int GENERATED ALWAYS AS (a + 1) STORED);
CREATE INDEX t_b ON t (b);
INSERT INTO t VALUES (1);

-- [want]
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 3) STORED, c int);
CREATE INDEX t_b ON t (b);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 3));

ALTER TABLE public.t ALTER COLUMN c DROP EXPRESSION;

-- migrate:down
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 2));

-- Loses data
ALTER TABLE public.t DROP COLUMN c;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN c integer GENERATED ALWAYS AS ((a + 1)) STORED;

-- [typescript]
import { addColumn, dropColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 3))`,
  sql`ALTER TABLE public.t ALTER COLUMN c DROP EXPRESSION`,
];
export const down = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t ALTER COLUMN b SET EXPRESSION AS ((a * 2))`,
  // Loses data
  dropColumn("t", "c"),
  // Writes the table anew, under ACCESS EXCLUSIVE
  addColumn("t", "c", { type: "integer", generated: sql`a + 1` }),
];

-- [summary]
-- up: Change the expression of generated column public.t.b | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Make generated column public.t.c a plain one | ACCESS EXCLUSIVE on public.t
-- down: Change the expression of generated column public.t.b | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Drop column public.t.c | ACCESS EXCLUSIVE on public.t, loses data
-- down: Add column public.t.c | ACCESS EXCLUSIVE on public.t, rewrites
