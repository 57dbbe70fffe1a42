-- Storage parameters are set and reset in place.

-- [have]
CREATE TABLE t (id int, body text) WITH (fillfactor = 70, autovacuum_enabled = false);

-- [want]
CREATE TABLE t (id int, body text) WITH (fillfactor = 90, toast.autovacuum_enabled = false);

-- [sql]
-- migrate:up
ALTER TABLE public.t RESET (autovacuum_enabled);

ALTER TABLE public.t SET (fillfactor=90, toast.autovacuum_enabled=false);

-- migrate:down
ALTER TABLE public.t RESET (toast.autovacuum_enabled);

ALTER TABLE public.t SET (fillfactor=70, autovacuum_enabled=false);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t RESET (autovacuum_enabled)`,
  sql`ALTER TABLE public.t SET (fillfactor=90, toast.autovacuum_enabled=false)`,
];
export const down = [
  sql`ALTER TABLE public.t RESET (toast.autovacuum_enabled)`,
  sql`ALTER TABLE public.t SET (fillfactor=70, autovacuum_enabled=false)`,
];

-- [summary]
-- up: Change storage parameters of public.t | SHARE UPDATE EXCLUSIVE on public.t
-- up: Change storage parameters of public.t | SHARE UPDATE EXCLUSIVE on public.t
-- down: Change storage parameters of public.t | SHARE UPDATE EXCLUSIVE on public.t
-- down: Change storage parameters of public.t | SHARE UPDATE EXCLUSIVE on public.t
