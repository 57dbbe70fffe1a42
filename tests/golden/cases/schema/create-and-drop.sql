-- A schema comes before what is in it, and goes after.

-- [have]
CREATE SCHEMA app;
CREATE TABLE app.t (id int);

-- [want]
CREATE SCHEMA shop;
CREATE TABLE shop.t (id int);
COMMENT ON SCHEMA shop IS 'what we sell';

-- [sql]
-- migrate:up
CREATE SCHEMA shop;

CREATE TABLE shop.t (
  id integer
);

COMMENT ON SCHEMA shop IS 'what we sell';

-- Loses data
DROP TABLE app.t;

DROP SCHEMA app;

-- migrate:down
CREATE SCHEMA app;

CREATE TABLE app.t (
  id integer
);

-- Loses data
DROP TABLE shop.t;

DROP SCHEMA shop;

-- [typescript]
import { createSchema, createTable, dropSchema, dropTable, sql } from "migrate:kit";

export const up = [
  createSchema("shop"),
  createTable("t", { id: "integer" }, { schema: "shop" }),
  sql`COMMENT ON SCHEMA shop IS 'what we sell'`,
  // Loses data
  dropTable("t", { schema: "app" }),
  dropSchema("app"),
];
export const down = [
  createSchema("app"),
  createTable("t", { id: "integer" }, { schema: "app" }),
  // Loses data
  dropTable("t", { schema: "shop" }),
  dropSchema("shop"),
];

-- [summary]
-- up: Create schema shop
-- up: Create table shop.t
-- up: Set the comment on schema shop
-- up: Drop table app.t | ACCESS EXCLUSIVE on app.t, loses data
-- up: Drop schema app
-- down: Create schema app
-- down: Create table app.t
-- down: Drop table shop.t | ACCESS EXCLUSIVE on shop.t, loses data
-- down: Drop schema shop
