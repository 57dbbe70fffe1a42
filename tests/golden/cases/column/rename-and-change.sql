-- A renamed column can change as well.
-- @rename users.name=users.full_name

-- [have]
CREATE TABLE users (id int PRIMARY KEY, name varchar(10));

-- [want]
CREATE TABLE users (id int PRIMARY KEY, full_name varchar(50) NOT NULL);

-- [sql]
-- migrate:up
ALTER TABLE public.users RENAME COLUMN name TO full_name;

ALTER TABLE public.users ALTER COLUMN full_name TYPE character varying(50);

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN full_name SET NOT NULL;

-- migrate:down
ALTER TABLE public.users ALTER COLUMN full_name DROP NOT NULL;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.users ALTER COLUMN full_name TYPE character varying(10);

ALTER TABLE public.users RENAME COLUMN full_name TO name;

-- [typescript]
import { alterColumn, renameColumn } from "migrate:kit";

export const up = [
  renameColumn("users", "name", "full_name"),
  alterColumn("users", "full_name", { type: "character varying(50)" }),
  // Reads the whole table, under ACCESS EXCLUSIVE
  alterColumn("users", "full_name", { null: false }),
];
export const down = [
  alterColumn("users", "full_name", { null: true }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("users", "full_name", { type: "character varying(10)" }),
  renameColumn("users", "full_name", "name"),
];

-- [summary]
-- up: Rename column public.users.name to full_name | ACCESS EXCLUSIVE on public.users
-- up: Change the type of column public.users.full_name from character varying(10) to character varying(50) | ACCESS EXCLUSIVE on public.users
-- up: Let column public.users.full_name take no nulls | ACCESS EXCLUSIVE on public.users, scans
-- down: Let column public.users.full_name take nulls | ACCESS EXCLUSIVE on public.users
-- down: Change the type of column public.users.full_name from character varying(50) to character varying(10) | ACCESS EXCLUSIVE on public.users, rewrites
-- down: Rename column public.users.full_name to name | ACCESS EXCLUSIVE on public.users
