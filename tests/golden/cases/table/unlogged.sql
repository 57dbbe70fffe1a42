-- SET UNLOGGED keeps the table and its indexes, and writes both anew.

-- [have]
CREATE TABLE t (id int PRIMARY KEY);
INSERT INTO t SELECT generate_series(1, 10);

-- [want]
CREATE UNLOGGED TABLE t (id int PRIMARY KEY);

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t SET UNLOGGED;

-- migrate:down
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t SET LOGGED;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t SET UNLOGGED`,
];
export const down = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t SET LOGGED`,
];

-- [summary]
-- up: Make table public.t unlogged | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Make table public.t logged | ACCESS EXCLUSIVE on public.t, rewrites
