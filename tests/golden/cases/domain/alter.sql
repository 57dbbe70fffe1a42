-- A domain's default, null and checks change in place; what is checked reads every table that uses it.

-- [have]
CREATE DOMAIN email AS text DEFAULT '' CONSTRAINT has_at CHECK (value LIKE '%@%');
CREATE TABLE t (e email);
INSERT INTO t VALUES ('a@b');

-- [want]
CREATE DOMAIN email AS text NOT NULL CONSTRAINT short CHECK (length(value) < 100);
CREATE TABLE t (e email);

-- [sql]
-- migrate:up
ALTER DOMAIN public.email DROP CONSTRAINT has_at;

ALTER DOMAIN public.email DROP DEFAULT;

-- Reads the whole table
ALTER DOMAIN public.email SET NOT NULL;

-- Reads the whole table
ALTER DOMAIN public.email ADD CONSTRAINT short CHECK ((length(VALUE) < 100));

-- migrate:down
ALTER DOMAIN public.email DROP NOT NULL;

ALTER DOMAIN public.email DROP CONSTRAINT short;

ALTER DOMAIN public.email SET DEFAULT ''::text;

-- Reads the whole table
ALTER DOMAIN public.email ADD CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text));

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER DOMAIN public.email DROP CONSTRAINT has_at`,
  sql`ALTER DOMAIN public.email DROP DEFAULT`,
  // Reads the whole table
  sql`ALTER DOMAIN public.email SET NOT NULL`,
  // Reads the whole table
  sql`ALTER DOMAIN public.email ADD CONSTRAINT short CHECK ((length(VALUE) < 100))`,
];
export const down = [
  sql`ALTER DOMAIN public.email DROP NOT NULL`,
  sql`ALTER DOMAIN public.email DROP CONSTRAINT short`,
  sql`ALTER DOMAIN public.email SET DEFAULT ''::text`,
  // Reads the whole table
  sql`ALTER DOMAIN public.email ADD CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text))`,
];

-- [summary]
-- up: Drop constraint has_at of domain public.email
-- up: Change the default of domain public.email
-- up: Let domain public.email take no nulls | SHARE, scans
-- up: Add constraint short to domain public.email | SHARE, scans
-- down: Let domain public.email take nulls
-- down: Drop constraint short of domain public.email
-- down: Change the default of domain public.email
-- down: Add constraint has_at to domain public.email | SHARE, scans
