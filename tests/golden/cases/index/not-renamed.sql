-- An index is renamed where its table stays; one like it of another table is another one, whether a table goes or not.

-- [have]
CREATE TABLE items (id int PRIMARY KEY, owner_id int, title text, price int);
CREATE INDEX items_owner ON items (owner_id);
CREATE TABLE tasks (id int, due date);
CREATE INDEX tasks_due ON tasks (due);
CREATE TABLE visits (id int, due date, place text);
CREATE INDEX visits_place ON visits (place);

-- [want]
CREATE TABLE products (sku text PRIMARY KEY, owner_id int, weight numeric, colour text);
CREATE INDEX products_owner ON products (owner_id);
CREATE TABLE tasks (id int, due date);
CREATE TABLE visits (id int, due date, place text);
CREATE INDEX visits_due ON visits (due);
CREATE INDEX visits_where ON visits (place);

-- [sql]
-- migrate:up
ALTER INDEX public.visits_place RENAME TO visits_where;

DROP INDEX public.tasks_due;

CREATE TABLE public.products (
  sku text NOT NULL,
  owner_id integer,
  weight numeric,
  colour text,
  CONSTRAINT products_pkey PRIMARY KEY (sku)
);

CREATE INDEX products_owner ON public.products USING btree (owner_id);

-- Reads the whole table, under SHARE
CREATE INDEX visits_due ON public.visits USING btree (due);

-- Loses data
DROP TABLE public.items;

-- migrate:down
DROP INDEX public.visits_due;

CREATE TABLE public.items (
  id integer NOT NULL,
  owner_id integer,
  title text,
  price integer,
  CONSTRAINT items_pkey PRIMARY KEY (id)
);

CREATE INDEX items_owner ON public.items USING btree (owner_id);

-- Reads the whole table, under SHARE
CREATE INDEX tasks_due ON public.tasks USING btree (due);

-- Loses data
DROP TABLE public.products;

ALTER INDEX public.visits_where RENAME TO visits_place;

-- [typescript]
import { createIndex, createTable, dropIndex, dropTable, renameIndex } from "migrate:kit";

export const up = [
  renameIndex("visits_place", "visits_where"),
  dropIndex("tasks_due"),
  createTable(
    "products",
    { sku: { type: "text", null: false }, owner_id: "integer", weight: "numeric", colour: "text" },
    { primaryKey: { name: "products_pkey", columns: ["sku"] } },
  ),
  createIndex("products_owner", "products", ["owner_id"]),
  // Reads the whole table, under SHARE
  createIndex("visits_due", "visits", ["due"]),
  // Loses data
  dropTable("items"),
];
export const down = [
  dropIndex("visits_due"),
  createTable(
    "items",
    { id: { type: "integer", null: false }, owner_id: "integer", title: "text", price: "integer" },
    { primaryKey: { name: "items_pkey", columns: ["id"] } },
  ),
  createIndex("items_owner", "items", ["owner_id"]),
  // Reads the whole table, under SHARE
  createIndex("tasks_due", "tasks", ["due"]),
  // Loses data
  dropTable("products"),
  renameIndex("visits_where", "visits_place"),
];

-- [summary]
-- up: Rename index public.visits_place to visits_where | SHARE UPDATE EXCLUSIVE on public.visits
-- up: Drop index public.tasks_due | ACCESS EXCLUSIVE on public.tasks
-- up: Create table public.products
-- up: Create index public.products_owner on public.products
-- up: Create index public.visits_due on public.visits | SHARE on public.visits, scans
-- up: Drop table public.items | ACCESS EXCLUSIVE on public.items, loses data
-- down: Drop index public.visits_due | ACCESS EXCLUSIVE on public.visits
-- down: Create table public.items
-- down: Create index public.items_owner on public.items
-- down: Create index public.tasks_due on public.tasks | SHARE on public.tasks, scans
-- down: Drop table public.products | ACCESS EXCLUSIVE on public.products, loses data
-- down: Rename index public.visits_where to visits_place | SHARE UPDATE EXCLUSIVE on public.visits
