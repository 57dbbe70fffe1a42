-- A schema under a new name takes all that is in it along.
-- @rename schema:app=shop

-- [have]
CREATE SCHEMA app;
CREATE TABLE app.t (id int PRIMARY KEY);
CREATE VIEW app.v AS SELECT id FROM app.t;

-- [want]
CREATE SCHEMA shop;
CREATE TABLE shop.t (id int PRIMARY KEY);
CREATE VIEW shop.v AS SELECT id FROM shop.t;

-- [sql]
-- migrate:up
ALTER SCHEMA app RENAME TO shop;

-- migrate:down
ALTER SCHEMA shop RENAME TO app;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER SCHEMA app RENAME TO shop`,
];
export const down = [
  sql`ALTER SCHEMA shop RENAME TO app`,
];

-- [summary]
-- up: Rename schema app to shop
-- down: Rename schema shop to app
