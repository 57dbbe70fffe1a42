-- A domain's check that is not valid becomes valid in place.

-- [have]
CREATE DOMAIN email AS text;
ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (value LIKE '%@%') NOT VALID;
CREATE TABLE t (e email);
INSERT INTO t VALUES ('a@b');

-- [want]
CREATE DOMAIN email AS text CONSTRAINT has_at CHECK (value LIKE '%@%');
CREATE TABLE t (e email);

-- [sql]
-- migrate:up
-- Reads the whole table
ALTER DOMAIN public.email VALIDATE CONSTRAINT has_at;

-- migrate:down
ALTER DOMAIN public.email DROP CONSTRAINT has_at;

ALTER DOMAIN public.email ADD CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text)) NOT VALID;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  // Reads the whole table
  sql`ALTER DOMAIN public.email VALIDATE CONSTRAINT has_at`,
];
export const down = [
  sql`ALTER DOMAIN public.email DROP CONSTRAINT has_at`,
  sql`ALTER DOMAIN public.email ADD CONSTRAINT has_at CHECK ((VALUE ~~ '%@%'::text)) NOT VALID`,
];

-- [summary]
-- up: Validate constraint has_at of domain public.email | SHARE, scans
-- down: Drop constraint has_at of domain public.email
-- down: Add constraint has_at to domain public.email
