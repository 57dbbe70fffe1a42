-- Defaults are set and dropped by themselves.

-- [have]
CREATE TABLE t (a int DEFAULT 1, b int DEFAULT 2, c int);

-- [want]
CREATE TABLE t (a int DEFAULT 3, b int, c int DEFAULT 4);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 3;

ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 4;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 2;

-- [typescript]
import { alterColumn } from "migrate:kit";

export const up = [
  alterColumn("t", "b", { default: null }),
  alterColumn("t", "a", { default: 3 }),
  alterColumn("t", "c", { default: 4 }),
];
export const down = [
  alterColumn("t", "c", { default: null }),
  alterColumn("t", "a", { default: 1 }),
  alterColumn("t", "b", { default: 2 }),
];

-- [summary]
-- up: Drop the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Set the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- up: Set the default of column public.t.c | ACCESS EXCLUSIVE on public.t
-- down: Drop the default of column public.t.c | ACCESS EXCLUSIVE on public.t
-- down: Set the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- down: Set the default of column public.t.b | ACCESS EXCLUSIVE on public.t
