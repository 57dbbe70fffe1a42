-- A serial column is a sequence, a default and an owner; the default writes the table anew.

-- [have]
CREATE TABLE t (a int);
INSERT INTO t SELECT generate_series(1, 10);

-- [want]
CREATE TABLE t (a int, id serial);

-- [sql]
-- migrate:up
CREATE SEQUENCE public.t_id_seq AS integer;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ADD COLUMN id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL;

ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- migrate:down
-- Loses data
ALTER TABLE public.t DROP COLUMN id;

-- [typescript]
import { addColumn, dropColumn, sql } from "migrate:kit";

export const up = [
  sql`CREATE SEQUENCE public.t_id_seq AS integer`,
  // Writes the table anew, under ACCESS EXCLUSIVE
  addColumn("t", "id", { type: "integer", default: sql`nextval('public.t_id_seq'::regclass)`, null: false }),
  sql`ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id`,
];
export const down = [
  // Loses data
  dropColumn("t", "id"),
];

-- [summary]
-- up: Create sequence public.t_id_seq
-- up: Add column public.t.id | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Let column public.t.id own sequence public.t_id_seq
-- down: Drop column public.t.id | ACCESS EXCLUSIVE on public.t, loses data
