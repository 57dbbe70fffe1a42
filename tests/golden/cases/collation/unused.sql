-- A collation has no ALTER for its locale: it is made anew, where nothing is sorted by it.

-- [have]
CREATE COLLATION plain (provider = libc, locale = 'C');

-- [want]
CREATE COLLATION plain (provider = libc, locale = 'POSIX');

-- [sql]
-- migrate:up
DROP COLLATION public.plain;

CREATE COLLATION public.plain (provider = libc, locale = 'POSIX');

-- migrate:down
DROP COLLATION public.plain;

CREATE COLLATION public.plain (provider = libc, locale = 'C');

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`DROP COLLATION public.plain`,
  sql`CREATE COLLATION public.plain (provider = libc, locale = 'POSIX')`,
];
export const down = [
  sql`DROP COLLATION public.plain`,
  sql`CREATE COLLATION public.plain (provider = libc, locale = 'C')`,
];

-- [summary]
-- up: Drop collation public.plain
-- up: Create collation public.plain
-- down: Drop collation public.plain
-- down: Create collation public.plain
