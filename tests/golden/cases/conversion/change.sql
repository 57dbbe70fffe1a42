-- A conversion has no ALTER but for name, schema and owner: another function, or becoming the default, makes it anew.

-- [have]
CREATE CONVERSION western FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- [want]
CREATE SCHEMA text;
CREATE DEFAULT CONVERSION western FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION western IS 'as before';
CREATE CONVERSION text.back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- [sql]
-- migrate:up
DROP CONVERSION public.back;

DROP CONVERSION public.western;

CREATE SCHEMA text;

CREATE DEFAULT CONVERSION public.western FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

CREATE CONVERSION text.back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

COMMENT ON CONVERSION public.western IS 'as before';

-- migrate:down
DROP CONVERSION public.western;

DROP CONVERSION text.back;

CREATE CONVERSION public.back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

CREATE CONVERSION public.western FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

DROP SCHEMA text;

-- [typescript]
import { createSchema, dropSchema, sql } from "migrate:kit";

export const up = [
  sql`DROP CONVERSION public.back`,
  sql`DROP CONVERSION public.western`,
  createSchema("text"),
  sql`CREATE DEFAULT CONVERSION public.western FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`,
  sql`CREATE CONVERSION text.back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1`,
  sql`COMMENT ON CONVERSION public.western IS 'as before'`,
];
export const down = [
  sql`DROP CONVERSION public.western`,
  sql`DROP CONVERSION text.back`,
  sql`CREATE CONVERSION public.back FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1`,
  sql`CREATE CONVERSION public.western FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`,
  dropSchema("text"),
];

-- [summary]
-- up: Drop conversion public.back
-- up: Drop conversion public.western
-- up: Create schema text
-- up: Create conversion public.western
-- up: Create conversion text.back
-- up: Set the comment on conversion public.western
-- down: Drop conversion public.western
-- down: Drop conversion text.back
-- down: Create conversion public.back
-- down: Create conversion public.western
-- down: Drop schema text
