-- A sequence gets an owner, and another.

-- [have]
CREATE TABLE t (id int, n int);
CREATE SEQUENCE s OWNED BY t.n;
CREATE SEQUENCE free;

-- [want]
CREATE TABLE t (id int, n int);
CREATE SEQUENCE s OWNED BY t.id;
CREATE SEQUENCE free OWNED BY t.n;

-- [sql]
-- migrate:up
ALTER SEQUENCE public.free OWNED BY public.t.n;

ALTER SEQUENCE public.s OWNED BY public.t.id;

-- migrate:down
ALTER SEQUENCE public.free OWNED BY NONE;

ALTER SEQUENCE public.s OWNED BY public.t.n;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER SEQUENCE public.free OWNED BY public.t.n`,
  sql`ALTER SEQUENCE public.s OWNED BY public.t.id`,
];
export const down = [
  sql`ALTER SEQUENCE public.free OWNED BY NONE`,
  sql`ALTER SEQUENCE public.s OWNED BY public.t.n`,
];

-- [summary]
-- up: Let column public.t.n own sequence public.free
-- up: Let column public.t.id own sequence public.s
-- down: Let no column own sequence public.free
-- down: Let column public.t.n own sequence public.s
