-- An extension moves to another schema with all that it brought, under the columns that use it.

-- [have]
CREATE SCHEMA tools;
CREATE EXTENSION citext SCHEMA public;
CREATE TABLE users (email citext UNIQUE);
INSERT INTO users VALUES ('a@b');

-- [want]
CREATE SCHEMA tools;
CREATE EXTENSION citext SCHEMA tools;
CREATE TABLE users (email tools.citext UNIQUE);

-- [sql]
-- migrate:up
ALTER EXTENSION citext SET SCHEMA tools;

-- migrate:down
ALTER EXTENSION citext SET SCHEMA public;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER EXTENSION citext SET SCHEMA tools`,
];
export const down = [
  sql`ALTER EXTENSION citext SET SCHEMA public`,
];

-- [summary]
-- up: Move extension citext to schema tools
-- down: Move extension citext to schema public
