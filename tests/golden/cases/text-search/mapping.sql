-- A text search configuration's mappings and a dictionary's options change in place.

-- [have]
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);

-- [want]
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION c (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR asciiword WITH d;

-- [sql]
-- migrate:up
ALTER TEXT SEARCH DICTIONARY public.d (accept = 'false');

ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR asciiword WITH public.d;

-- migrate:down
ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR asciiword WITH pg_catalog.simple;

ALTER TEXT SEARCH DICTIONARY public.d (accept);

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TEXT SEARCH DICTIONARY public.d (accept = 'false')`,
  sql`ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR asciiword WITH public.d`,
];
export const down = [
  sql`ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR asciiword WITH pg_catalog.simple`,
  sql`ALTER TEXT SEARCH DICTIONARY public.d (accept)`,
];

-- [summary]
-- up: Change text search dictionary public.d
-- up: Change mappings of text search configuration public.c
-- down: Change mappings of text search configuration public.c
-- down: Change text search dictionary public.d
