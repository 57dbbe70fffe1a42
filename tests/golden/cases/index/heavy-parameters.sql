-- Parameters of GIN and BRIN are changed under the strongest lock.

-- [have]
CREATE TABLE t (a int[], b int);
CREATE INDEX t_a ON t USING gin (a) WITH (fastupdate = off);
CREATE INDEX t_b ON t USING brin (b);

-- [want]
CREATE TABLE t (a int[], b int);
CREATE INDEX t_a ON t USING gin (a) WITH (fastupdate = on);
CREATE INDEX t_b ON t USING brin (b) WITH (autosummarize = on);

-- [sql]
-- migrate:up
ALTER INDEX public.t_a SET (fastupdate=on);

ALTER INDEX public.t_b SET (autosummarize=on);

-- migrate:down
ALTER INDEX public.t_a SET (fastupdate=off);

ALTER INDEX public.t_b RESET (autosummarize);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER INDEX public.t_a SET (fastupdate=on)`,
  sql`ALTER INDEX public.t_b SET (autosummarize=on)`,
];
export const down = [
  sql`ALTER INDEX public.t_a SET (fastupdate=off)`,
  sql`ALTER INDEX public.t_b RESET (autosummarize)`,
];

-- [summary]
-- up: Change storage parameters of index public.t_a | ACCESS EXCLUSIVE on public.t
-- up: Change storage parameters of index public.t_b | ACCESS EXCLUSIVE on public.t
-- down: Change storage parameters of index public.t_a | ACCESS EXCLUSIVE on public.t
-- down: Change storage parameters of index public.t_b | ACCESS EXCLUSIVE on public.t
