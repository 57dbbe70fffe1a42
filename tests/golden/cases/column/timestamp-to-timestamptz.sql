-- PostgreSQL keeps the rows of timestamp and timestamptz only where TimeZone is UTC: the plan claims the worse.

-- [have]
CREATE TABLE t (a timestamp, b timestamp(3), c time(3));
INSERT INTO t VALUES (now(), now(), '12:00');

-- [want]
CREATE TABLE t (a timestamptz, b timestamp(6), c time(6));

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a TYPE timestamp with time zone;

ALTER TABLE public.t ALTER COLUMN b TYPE timestamp(6) without time zone;

ALTER TABLE public.t ALTER COLUMN c TYPE time(6) without time zone;

-- migrate:down
-- Loses data, writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN a TYPE timestamp without time zone,
  ALTER COLUMN b TYPE timestamp(3) without time zone,
  ALTER COLUMN c TYPE time(3) without time zone;

-- [typescript]
import { alterColumn, sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("t", "a", { type: "timestamp with time zone" }),
  alterColumn("t", "b", { type: "timestamp(6) without time zone" }),
  alterColumn("t", "c", { type: "time(6) without time zone" }),
];
export const down = [
  // Loses data, writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN a TYPE timestamp without time zone,
  ALTER COLUMN b TYPE timestamp(3) without time zone,
  ALTER COLUMN c TYPE time(3) without time zone`,
];

-- [summary]
-- up: Change the type of column public.t.a from timestamp without time zone to timestamp with time zone | ACCESS EXCLUSIVE on public.t, rewrites
-- up: Change the type of column public.t.b from timestamp(3) without time zone to timestamp(6) without time zone | ACCESS EXCLUSIVE on public.t
-- up: Change the type of column public.t.c from time(3) without time zone to time(6) without time zone | ACCESS EXCLUSIVE on public.t
-- down: Change the type of column public.t.a from timestamp with time zone to timestamp without time zone; change the type of column public.t.b from timestamp(6) without time zone to timestamp(3) without time zone; change the type of column public.t.c from time(6) without time zone to time(3) without time zone | ACCESS EXCLUSIVE on public.t, rewrites, loses data
