-- A longer varchar and a text keep the rows; the way back writes them anew.

-- [have]
CREATE TABLE t (a varchar(10), b varchar(10));
INSERT INTO t VALUES ('x', 'y');

-- [want]
CREATE TABLE t (a varchar(20), b text);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(20);

ALTER TABLE public.t ALTER COLUMN b TYPE text;

-- migrate:down
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN a TYPE character varying(10),
  ALTER COLUMN b TYPE character varying(10);

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  alterColumn("t", "a", { type: "character varying(20)" }),
  alterColumn("t", "b", { type: "text" }),
];
export const down = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN a TYPE character varying(10),
  ALTER COLUMN b TYPE character varying(10)`,
];

-- [summary]
-- up: Change the type of column public.t.a from character varying(10) to character varying(20) | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.t.b from character varying(10) to text | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.a from character varying(20) to character varying(10); change the type of column public.t.b from text to character varying(10) | ACCESS EXCLUSIVE on public.t, rewrites
