-- A renamed view stays the view that it is.
-- @rename view:v=w

-- [have]
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- [want]
CREATE TABLE t (a int);
CREATE VIEW w AS SELECT a FROM t;

-- [sql]
-- migrate:up
ALTER VIEW public.v RENAME TO w;

-- migrate:down
ALTER VIEW public.w RENAME TO v;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER VIEW public.v RENAME TO w`,
];
export const down = [
  sql`ALTER VIEW public.w RENAME TO v`,
];

-- [summary]
-- up: Rename view public.v to w
-- down: Rename view public.w to v
