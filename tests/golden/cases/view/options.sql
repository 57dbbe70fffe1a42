-- A view's options are set in place.

-- [have]
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w WITH (security_barrier) AS SELECT a FROM t;

-- [want]
CREATE TABLE t (a int);
CREATE VIEW v WITH (security_invoker) AS SELECT a FROM t WITH CASCADED CHECK OPTION;
CREATE VIEW w AS SELECT a FROM t;

-- [sql]
-- migrate:up
ALTER VIEW public.v SET (security_invoker=true, check_option=cascaded);

ALTER VIEW public.w RESET (security_barrier);

-- migrate:down
ALTER VIEW public.v RESET (security_invoker, check_option);

ALTER VIEW public.w SET (security_barrier=true);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER VIEW public.v SET (security_invoker=true, check_option=cascaded)`,
  sql`ALTER VIEW public.w RESET (security_barrier)`,
];
export const down = [
  sql`ALTER VIEW public.v RESET (security_invoker, check_option)`,
  sql`ALTER VIEW public.w SET (security_barrier=true)`,
];

-- [summary]
-- up: Change options of view public.v
-- up: Change options of view public.w
-- down: Change options of view public.v
-- down: Change options of view public.w
