-- Grants are given and taken one by one; the rest stays.
-- @privileges

-- [have]
CREATE TABLE t (id int, secret text);
GRANT SELECT, INSERT ON t TO reader;

-- [want]
CREATE TABLE t (id int, secret text);
GRANT SELECT ON t TO reader WITH GRANT OPTION;
GRANT UPDATE (secret) ON t TO reader;

-- [sql]
-- migrate:up
REVOKE INSERT ON TABLE public.t FROM reader;

GRANT SELECT ON TABLE public.t TO reader WITH GRANT OPTION;

GRANT UPDATE (secret) ON TABLE public.t TO reader;

-- migrate:down
REVOKE UPDATE (secret) ON TABLE public.t FROM reader;

REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM reader;

GRANT INSERT ON TABLE public.t TO reader;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`REVOKE INSERT ON TABLE public.t FROM reader`,
  sql`GRANT SELECT ON TABLE public.t TO reader WITH GRANT OPTION`,
  sql`GRANT UPDATE (secret) ON TABLE public.t TO reader`,
];
export const down = [
  sql`REVOKE UPDATE (secret) ON TABLE public.t FROM reader`,
  sql`REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM reader`,
  sql`GRANT INSERT ON TABLE public.t TO reader`,
];

-- [summary]
-- up: Change what reader may do with table public.t
-- up: Change what reader may do with table public.t
-- up: Change what reader may do with table public.t (secret)
-- down: Change what reader may do with table public.t (secret)
-- down: Change what reader may do with table public.t
-- down: Change what reader may do with table public.t
