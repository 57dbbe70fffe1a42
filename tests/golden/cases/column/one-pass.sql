-- What goes over the rows of one table is one statement, so that they are written once: types, with USING too, a new
-- column that writes every row, NOT NULL, checks. Defaults go before and come after. Another table has its own.

-- [have]
CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 1, b text DEFAULT '2', g int GENERATED ALWAYS AS (a * 2) STORED, c int);
CREATE INDEX t_b ON t (b);
CREATE TABLE u (a int, b int);
INSERT INTO t VALUES (1, 2, '3', DEFAULT, 4);
INSERT INTO u VALUES (1, 2);

-- [want]
CREATE TABLE t (
  id bigint PRIMARY KEY,
  a bigint DEFAULT 1 CHECK (a > 0),
  b int DEFAULT 2,
  g bigint GENERATED ALWAYS AS (a * 2) STORED,
  c int NOT NULL,
  d uuid DEFAULT gen_random_uuid()
);
CREATE INDEX t_b ON t (b);
CREATE TABLE u (a bigint, b bigint NOT NULL);

-- [sql]
-- migrate:up
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.u
  ALTER COLUMN a TYPE bigint,
  ALTER COLUMN b TYPE bigint,
  ALTER COLUMN b SET NOT NULL;

ALTER TABLE public.t DROP COLUMN g;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN id TYPE bigint,
  ALTER COLUMN a TYPE bigint,
  ALTER COLUMN b TYPE integer USING b::integer,
  ADD COLUMN g bigint GENERATED ALWAYS AS ((a * 2)) STORED,
  ADD COLUMN d uuid DEFAULT gen_random_uuid(),
  ALTER COLUMN c SET NOT NULL,
  ADD CONSTRAINT t_a_check CHECK ((a > 0));

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 2;

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT t_a_check;

ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;

ALTER TABLE public.u ALTER COLUMN b DROP NOT NULL;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.u
  ALTER COLUMN a TYPE integer,
  ALTER COLUMN b TYPE integer;

ALTER TABLE public.t DROP COLUMN g;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN id TYPE integer,
  ALTER COLUMN a TYPE integer,
  ALTER COLUMN b TYPE text,
  ADD COLUMN g integer GENERATED ALWAYS AS ((a * 2)) STORED;

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT '2'::text;

-- Loses data
ALTER TABLE public.t DROP COLUMN d;

-- [typescript]
import { alterColumn, dropColumn, dropConstraint, sql } from "migrate:kit";

export const up = [
  alterColumn("t", "b", { default: null }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.u
  ALTER COLUMN a TYPE bigint,
  ALTER COLUMN b TYPE bigint,
  ALTER COLUMN b SET NOT NULL`,
  dropColumn("t", "g"),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN id TYPE bigint,
  ALTER COLUMN a TYPE bigint,
  ALTER COLUMN b TYPE integer USING b::integer,
  ADD COLUMN g bigint GENERATED ALWAYS AS ((a * 2)) STORED,
  ADD COLUMN d uuid DEFAULT gen_random_uuid(),
  ALTER COLUMN c SET NOT NULL,
  ADD CONSTRAINT t_a_check CHECK ((a > 0))`,
  alterColumn("t", "b", { default: 2 }),
];
export const down = [
  dropConstraint("t_a_check", "t"),
  alterColumn("t", "b", { default: null }),
  alterColumn("t", "c", { null: true }),
  alterColumn("u", "b", { null: true }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.u
  ALTER COLUMN a TYPE integer,
  ALTER COLUMN b TYPE integer`,
  dropColumn("t", "g"),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN id TYPE integer,
  ALTER COLUMN a TYPE integer,
  ALTER COLUMN b TYPE text,
  ADD COLUMN g integer GENERATED ALWAYS AS ((a * 2)) STORED`,
  alterColumn("t", "b", { default: sql`'2'::text` }),
  // Loses data
  dropColumn("t", "d"),
];

-- [summary]
-- up: Drop the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.u.a from integer to bigint; change the type of column public.u.b from integer to bigint; let column public.u.b take no nulls | ACCESS EXCLUSIVE on public.u, rewrites
-- up: Drop column public.t.g | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.t.id from integer to bigint; change the type of column public.t.a from integer to bigint; change the type of column public.t.b from text to integer; add column public.t.g; add column public.t.d; let column public.t.c take no nulls; add constraint t_a_check to public.t | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Set the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- down: Drop constraint t_a_check of public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- down: Let column public.t.c take nulls | ACCESS EXCLUSIVE on public.t
-- down: Let column public.u.b take nulls | ACCESS EXCLUSIVE on public.u
-- down: Change the type of column public.u.a from bigint to integer; change the type of column public.u.b from bigint to integer | ACCESS EXCLUSIVE on public.u, rewrites
-- down: Drop column public.t.g | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.id from bigint to integer; change the type of column public.t.a from bigint to integer; change the type of column public.t.b from integer to text; add column public.t.g | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Set the default of column public.t.b | ACCESS EXCLUSIVE on public.t
-- down: Drop column public.t.d | ACCESS EXCLUSIVE on public.t, loses data
