-- A collation is there before the column that is sorted by it, and gone after it.

-- [have]
CREATE COLLATION old_order (provider = libc, locale = 'C');
CREATE TABLE names (id int PRIMARY KEY, name text COLLATE old_order);
INSERT INTO names SELECT i, 'n' || i FROM generate_series(1, 10) AS i;

-- [want]
CREATE COLLATION new_order (provider = builtin, locale = 'C.UTF-8');
COMMENT ON COLLATION new_order IS 'by code point';
CREATE TABLE names (id int PRIMARY KEY, name text COLLATE new_order, other text COLLATE "C");

-- [sql]
-- migrate:up
CREATE COLLATION public.new_order (provider = builtin, locale = 'C.UTF-8');

ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.new_order;

DROP COLLATION public.old_order;

ALTER TABLE public.names ADD COLUMN other text COLLATE pg_catalog."C";

COMMENT ON COLLATION public.new_order IS 'by code point';

-- migrate:down
CREATE COLLATION public.old_order (provider = libc, locale = 'C');

ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.old_order;

DROP COLLATION public.new_order;

-- Loses data
ALTER TABLE public.names DROP COLUMN other;

-- [typescript]
import { addColumn, dropColumn, sql } from "migrate:kit";

export const up = [
  sql`CREATE COLLATION public.new_order (provider = builtin, locale = 'C.UTF-8')`,
  sql`ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.new_order`,
  sql`DROP COLLATION public.old_order`,
  addColumn("names", "other", { type: "text", collate: sql`pg_catalog."C"` }),
  sql`COMMENT ON COLLATION public.new_order IS 'by code point'`,
];
export const down = [
  sql`CREATE COLLATION public.old_order (provider = libc, locale = 'C')`,
  sql`ALTER TABLE public.names ALTER COLUMN name TYPE text COLLATE public.old_order`,
  sql`DROP COLLATION public.new_order`,
  // Loses data
  dropColumn("names", "other"),
];

-- [summary]
-- up: Create collation public.new_order
-- up: Change the collation of column public.names.name from public.old_order to public.new_order | ACCESS EXCLUSIVE on public.names
-- up: Drop collation public.old_order
-- up: Add column public.names.other | ACCESS EXCLUSIVE on public.names
-- up: Set the comment on collation public.new_order
-- down: Create collation public.old_order
-- down: Change the collation of column public.names.name from public.new_order to public.old_order | ACCESS EXCLUSIVE on public.names
-- down: Drop collation public.new_order
-- down: Drop column public.names.other | ACCESS EXCLUSIVE on public.names, loses data
