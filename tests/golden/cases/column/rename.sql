-- A rename is a rename: view, index and constraint follow by themselves.
-- @rename users.name=users.full_name

-- [have]
CREATE TABLE users (id int PRIMARY KEY, name text CONSTRAINT name_given CHECK (name <> ''));
CREATE INDEX users_name ON users (name);
CREATE VIEW v AS SELECT name AS n FROM users;

-- [want]
CREATE TABLE users (id int PRIMARY KEY, full_name text CONSTRAINT name_given CHECK (full_name <> ''));
CREATE INDEX users_name ON users (full_name);
CREATE VIEW v AS SELECT full_name AS n FROM users;

-- [sql]
-- migrate:up
ALTER TABLE public.users RENAME COLUMN name TO full_name;

-- migrate:down
ALTER TABLE public.users RENAME COLUMN full_name TO name;

-- [typescript]
import { renameColumn } from "migrate:kit";

export const up = [
  renameColumn("users", "name", "full_name"),
];
export const down = [
  renameColumn("users", "full_name", "name"),
];

-- [summary]
-- up: Rename column public.users.name to full_name | ACCESS EXCLUSIVE on public.users
-- down: Rename column public.users.full_name to name | ACCESS EXCLUSIVE on public.users
