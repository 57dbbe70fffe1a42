-- A domain over another type is a new domain; its columns go over.

-- [have]
CREATE DOMAIN amount AS int CHECK (value >= 0);
CREATE TABLE t (a amount DEFAULT 1);
INSERT INTO t VALUES (2);

-- [want]
CREATE DOMAIN amount AS bigint CHECK (value >= 0);
CREATE TABLE t (a amount DEFAULT 1);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

ALTER DOMAIN public.amount RENAME TO amount__old;

CREATE DOMAIN public.amount AS bigint CONSTRAINT amount_check CHECK ((VALUE >= 0));

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE public.amount USING a::text::public.amount;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

DROP DOMAIN public.amount__old;

-- migrate:down
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

ALTER DOMAIN public.amount RENAME TO amount__old;

CREATE DOMAIN public.amount AS integer CONSTRAINT amount_check CHECK ((VALUE >= 0));

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE public.amount USING a::text::public.amount;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 1;

DROP DOMAIN public.amount__old;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  alterColumn("t", "a", { default: null }),
  sql`ALTER DOMAIN public.amount RENAME TO amount__old`,
  sql`CREATE DOMAIN public.amount AS bigint CONSTRAINT amount_check CHECK ((VALUE >= 0))`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "public.amount", using: sql`a::text::public.amount` }),
  alterColumn("t", "a", { default: 1 }),
  sql`DROP DOMAIN public.amount__old`,
];
export const down = [
  alterColumn("t", "a", { default: null }),
  sql`ALTER DOMAIN public.amount RENAME TO amount__old`,
  sql`CREATE DOMAIN public.amount AS integer CONSTRAINT amount_check CHECK ((VALUE >= 0))`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "public.amount", using: sql`a::text::public.amount` }),
  alterColumn("t", "a", { default: 1 }),
  sql`DROP DOMAIN public.amount__old`,
];

-- [summary]
-- up: Drop the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- up: Move domain public.amount aside
-- up: Create domain public.amount
-- up: Take column public.t.a over to the new public.amount | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Set the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- up: Drop domain public.amount__old
-- down: Drop the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- down: Move domain public.amount aside
-- down: Create domain public.amount
-- down: Take column public.t.a over to the new public.amount | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Set the default of column public.t.a | ACCESS EXCLUSIVE on public.t
-- down: Drop domain public.amount__old
