-- A column of a parent reaches its heirs with one statement.

-- [have]
CREATE TABLE base (id int, a int);
CREATE TABLE child (extra int) INHERITS (base);

-- [want]
CREATE TABLE base (id int, a bigint, b int NOT NULL DEFAULT 0);
CREATE TABLE child (extra int) INHERITS (base);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.base ALTER COLUMN a TYPE bigint;

ALTER TABLE public.base ADD COLUMN b integer DEFAULT 0 NOT NULL;

-- migrate:down
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.base ALTER COLUMN a TYPE integer;

-- Loses data
ALTER TABLE public.base DROP COLUMN b;

-- [typescript]
import { addColumn, alterColumn, dropColumn } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("base", "a", { type: "bigint" }),
  addColumn("base", "b", { type: "integer", default: 0, null: false }),
];
export const down = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("base", "a", { type: "integer" }),
  // Loses data
  dropColumn("base", "b"),
];

-- [summary]
-- up: Change the type of column public.base.a from integer to bigint | ACCESS EXCLUSIVE on public.base, rewrites
-- up: Add column public.base.b | ACCESS EXCLUSIVE on public.base
-- down: Change the type of column public.base.a from bigint to integer | ACCESS EXCLUSIVE on public.base, rewrites
-- down: Drop column public.base.b | ACCESS EXCLUSIVE on public.base, loses data
