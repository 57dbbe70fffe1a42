-- An extension comes with its comment: only another one is written, and what takes it away or brings it back.

-- [have]
CREATE EXTENSION hstore;
CREATE EXTENSION citext;
COMMENT ON EXTENSION citext IS 'Ours';

-- [want]
CREATE EXTENSION hstore;
COMMENT ON EXTENSION hstore IS NULL;
CREATE EXTENSION citext;
CREATE EXTENSION ltree;

-- [sql]
-- migrate:up
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

COMMENT ON EXTENSION hstore IS NULL;

CREATE EXTENSION ltree SCHEMA public;

-- migrate:down
COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';

COMMENT ON EXTENSION citext IS 'Ours';

DROP EXTENSION ltree;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings'`,
  sql`COMMENT ON EXTENSION hstore IS NULL`,
  sql`CREATE EXTENSION ltree SCHEMA public`,
];
export const down = [
  sql`COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs'`,
  sql`COMMENT ON EXTENSION citext IS 'Ours'`,
  sql`DROP EXTENSION ltree`,
];

-- [summary]
-- up: Set the comment on extension citext
-- up: Remove the comment on extension hstore
-- up: Install extension ltree
-- down: Give extension hstore its usual comment
-- down: Set the comment on extension citext
-- down: Drop extension ltree
