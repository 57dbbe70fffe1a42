-- A collation has no ALTER for its locale: it is made anew, and the column goes over to it with its rows, which stay.

-- [have]
CREATE COLLATION plain (provider = libc, locale = 'C');
CREATE TABLE names (id int PRIMARY KEY, name text COLLATE plain);
INSERT INTO names SELECT i, 'n' || i FROM generate_series(1, 10) AS i;

-- [want]
CREATE COLLATION plain (provider = libc, locale = 'POSIX');
CREATE TABLE names (id int PRIMARY KEY, name text COLLATE plain);

-- [sql]
-- migrate:up
ALTER COLLATION public.plain RENAME TO plain__old;

CREATE COLLATION public.plain (provider = libc, locale = 'POSIX');

ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.plain;

DROP COLLATION public.plain__old;

-- migrate:down
ALTER COLLATION public.plain RENAME TO plain__old;

CREATE COLLATION public.plain (provider = libc, locale = 'C');

ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.plain;

DROP COLLATION public.plain__old;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER COLLATION public.plain RENAME TO plain__old`,
  sql`CREATE COLLATION public.plain (provider = libc, locale = 'POSIX')`,
  sql`ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.plain`,
  sql`DROP COLLATION public.plain__old`,
];
export const down = [
  sql`ALTER COLLATION public.plain RENAME TO plain__old`,
  sql`CREATE COLLATION public.plain (provider = libc, locale = 'C')`,
  sql`ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.plain`,
  sql`DROP COLLATION public.plain__old`,
];

-- [summary]
-- up: Move collation public.plain aside
-- up: Create collation public.plain
-- up: Take column public.names.name over to the new collation public.plain | ACCESS EXCLUSIVE on public.names
-- up: Drop collation public.plain__old
-- down: Move collation public.plain aside
-- down: Create collation public.plain
-- down: Take column public.names.name over to the new collation public.plain | ACCESS EXCLUSIVE on public.names
-- down: Drop collation public.plain__old
