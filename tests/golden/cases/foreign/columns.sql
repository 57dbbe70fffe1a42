-- The rows of a foreign table are somewhere else: its changes write, read and lose none.

-- [have]
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE f (a int OPTIONS (name 'x'), b text, gone int) SERVER s;

-- [want]
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE f (
  a bigint OPTIONS (name 'y') NOT NULL CHECK (a > 0),
  b varchar(3),
  c uuid DEFAULT gen_random_uuid()
) SERVER s;

-- [sql]
-- migrate:up
ALTER FOREIGN TABLE public.f ALTER COLUMN a TYPE bigint;

ALTER FOREIGN TABLE public.f ALTER COLUMN a OPTIONS (SET name 'y');

ALTER FOREIGN TABLE public.f ALTER COLUMN b TYPE character varying(3);

ALTER FOREIGN TABLE public.f ADD COLUMN c uuid DEFAULT gen_random_uuid();

ALTER FOREIGN TABLE public.f ALTER COLUMN a SET NOT NULL;

ALTER FOREIGN TABLE public.f ADD CONSTRAINT f_a_check CHECK ((a > 0));

ALTER FOREIGN TABLE public.f DROP COLUMN gone;

-- migrate:down
ALTER FOREIGN TABLE public.f DROP CONSTRAINT f_a_check;

ALTER FOREIGN TABLE public.f ALTER COLUMN a DROP NOT NULL;

ALTER FOREIGN TABLE public.f ALTER COLUMN a TYPE integer;

ALTER FOREIGN TABLE public.f ALTER COLUMN a OPTIONS (SET name 'x');

ALTER FOREIGN TABLE public.f ALTER COLUMN b TYPE text;

ALTER FOREIGN TABLE public.f ADD COLUMN gone integer;

ALTER FOREIGN TABLE public.f DROP COLUMN c;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN a TYPE bigint`,
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN a OPTIONS (SET name 'y')`,
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN b TYPE character varying(3)`,
  sql`ALTER FOREIGN TABLE public.f ADD COLUMN c uuid DEFAULT gen_random_uuid()`,
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN a SET NOT NULL`,
  sql`ALTER FOREIGN TABLE public.f ADD CONSTRAINT f_a_check CHECK ((a > 0))`,
  sql`ALTER FOREIGN TABLE public.f DROP COLUMN gone`,
];
export const down = [
  sql`ALTER FOREIGN TABLE public.f DROP CONSTRAINT f_a_check`,
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN a DROP NOT NULL`,
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN a TYPE integer`,
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN a OPTIONS (SET name 'x')`,
  sql`ALTER FOREIGN TABLE public.f ALTER COLUMN b TYPE text`,
  sql`ALTER FOREIGN TABLE public.f ADD COLUMN gone integer`,
  sql`ALTER FOREIGN TABLE public.f DROP COLUMN c`,
];

-- [summary]
-- up: Change the type of column public.f.a from integer to bigint | ACCESS EXCLUSIVE on public.f
-- up: Change options of public.f.a | ACCESS EXCLUSIVE on public.f
-- up: Change the type of column public.f.b from text to character varying(3) | ACCESS EXCLUSIVE on public.f
-- up: Add column public.f.c | ACCESS EXCLUSIVE on public.f
-- up: Let column public.f.a take no nulls | ACCESS EXCLUSIVE on public.f
-- up: Add constraint f_a_check to public.f | ACCESS EXCLUSIVE on public.f
-- up: Drop column public.f.gone | ACCESS EXCLUSIVE on public.f
-- down: Drop constraint f_a_check of public.f | ACCESS EXCLUSIVE on public.f
-- down: Let column public.f.a take nulls | ACCESS EXCLUSIVE on public.f
-- down: Change the type of column public.f.a from bigint to integer | ACCESS EXCLUSIVE on public.f
-- down: Change options of public.f.a | ACCESS EXCLUSIVE on public.f
-- down: Change the type of column public.f.b from character varying(3) to text | ACCESS EXCLUSIVE on public.f
-- down: Add column public.f.gone | ACCESS EXCLUSIVE on public.f
-- down: Drop column public.f.c | ACCESS EXCLUSIVE on public.f
