-- Storage, compression, statistics and options are set in place.

-- [have]
CREATE TABLE t (a text, b text, c int);

-- [want]
CREATE TABLE t (a text STORAGE EXTERNAL, b text COMPRESSION pglz, c int);
ALTER TABLE t ALTER c SET STATISTICS 500, ALTER c SET (n_distinct = 5);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL;

ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz;

ALTER TABLE public.t ALTER COLUMN c SET STATISTICS 500;

ALTER TABLE public.t ALTER COLUMN c SET (n_distinct=5);

-- migrate:down
ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTENDED;

ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION default;

ALTER TABLE public.t ALTER COLUMN c SET STATISTICS -1;

ALTER TABLE public.t ALTER COLUMN c RESET (n_distinct);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTERNAL`,
  sql`ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION pglz`,
  sql`ALTER TABLE public.t ALTER COLUMN c SET STATISTICS 500`,
  sql`ALTER TABLE public.t ALTER COLUMN c SET (n_distinct=5)`,
];
export const down = [
  sql`ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTENDED`,
  sql`ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION default`,
  sql`ALTER TABLE public.t ALTER COLUMN c SET STATISTICS -1`,
  sql`ALTER TABLE public.t ALTER COLUMN c RESET (n_distinct)`,
];

-- [summary]
-- up: Change the storage of column public.t.a | ACCESS EXCLUSIVE on public.t
-- up: Change the compression of column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Change the statistics target of column public.t.c | SHARE UPDATE EXCLUSIVE on public.t
-- up: Change the options of column public.t.c | SHARE UPDATE EXCLUSIVE on public.t
-- down: Change the storage of column public.t.a | ACCESS EXCLUSIVE on public.t
-- down: Change the compression of column public.t.b | ACCESS EXCLUSIVE on public.t
-- down: Change the statistics target of column public.t.c | SHARE UPDATE EXCLUSIVE on public.t
-- down: Change the options of column public.t.c | SHARE UPDATE EXCLUSIVE on public.t
