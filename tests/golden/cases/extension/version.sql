-- An extension of an older version is brought up to date in place, under the columns that use it. There is no way back.

-- [have]
CREATE EXTENSION hstore VERSION '1.4';
CREATE TABLE things (id int PRIMARY KEY, about hstore);
INSERT INTO things VALUES (1, 'a=>1');

-- [want]
CREATE EXTENSION hstore;
CREATE TABLE things (id int PRIMARY KEY, about hstore);

-- [sql]
-- migrate:up
-- No way back:
-- Extension hstore stays at version 1.8: no update leads from there to 1.4
ALTER EXTENSION hstore UPDATE;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  // No way back:
  // Extension hstore stays at version 1.8: no update leads from there to 1.4
  sql`ALTER EXTENSION hstore UPDATE`,
];

-- [summary]
-- up: Update extension hstore
-- down: Extension hstore stays at version 1.8: no update leads from there to 1.4
