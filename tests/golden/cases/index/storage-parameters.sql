-- An index's parameters change in place.

-- [have]
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a) WITH (fillfactor = 70);

-- [want]
CREATE TABLE t (a int);
CREATE INDEX t_a ON t (a) WITH (fillfactor = 90, deduplicate_items = off);

-- [sql]
-- migrate:up
ALTER INDEX public.t_a SET (fillfactor=90, deduplicate_items=off);

-- migrate:down
ALTER INDEX public.t_a RESET (deduplicate_items);

ALTER INDEX public.t_a SET (fillfactor=70);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER INDEX public.t_a SET (fillfactor=90, deduplicate_items=off)`,
];
export const down = [
  sql`ALTER INDEX public.t_a RESET (deduplicate_items)`,
  sql`ALTER INDEX public.t_a SET (fillfactor=70)`,
];

-- [summary]
-- up: Change storage parameters of index public.t_a | SHARE UPDATE EXCLUSIVE on public.t
-- down: Change storage parameters of index public.t_a | SHARE UPDATE EXCLUSIVE on public.t
-- down: Change storage parameters of index public.t_a | SHARE UPDATE EXCLUSIVE on public.t
