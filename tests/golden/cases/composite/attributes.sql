-- Attributes are added and dropped in place.

-- [have]
CREATE TYPE address AS (street text, zip text);
CREATE TABLE t (a address);

-- [want]
CREATE TYPE address AS (street text, city text);
CREATE TABLE t (a address);

-- [sql]
-- migrate:up
-- Loses data
ALTER TYPE public.address DROP ATTRIBUTE zip;

ALTER TYPE public.address ADD ATTRIBUTE city text;

-- migrate:down
-- Loses data
ALTER TYPE public.address DROP ATTRIBUTE city;

ALTER TYPE public.address ADD ATTRIBUTE zip text;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  // Loses data
  sql`ALTER TYPE public.address DROP ATTRIBUTE zip`,
  sql`ALTER TYPE public.address ADD ATTRIBUTE city text`,
];
export const down = [
  // Loses data
  sql`ALTER TYPE public.address DROP ATTRIBUTE city`,
  sql`ALTER TYPE public.address ADD ATTRIBUTE zip text`,
];

-- [summary]
-- up: Drop attribute zip of public.address | loses data
-- up: Add attribute city to public.address
-- down: Drop attribute city of public.address | loses data
-- down: Add attribute zip to public.address
