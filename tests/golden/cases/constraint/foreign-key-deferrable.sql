-- When a foreign key is checked, and whether it is enforced, changes in place.

-- [have]
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int CONSTRAINT c_a REFERENCES p, b int CONSTRAINT c_b REFERENCES p NOT ENFORCED);
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);

-- [want]
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (
  a int CONSTRAINT c_a REFERENCES p DEFERRABLE INITIALLY DEFERRED,
  b int CONSTRAINT c_b REFERENCES p
);

-- [sql]
-- migrate:up
ALTER TABLE public.c ALTER CONSTRAINT c_a DEFERRABLE INITIALLY DEFERRED;

-- Reads the whole table, under ACCESS EXCLUSIVE
ALTER TABLE public.c ALTER CONSTRAINT c_b ENFORCED;

-- migrate:down
ALTER TABLE public.c ALTER CONSTRAINT c_a NOT DEFERRABLE;

ALTER TABLE public.c ALTER CONSTRAINT c_b NOT ENFORCED;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.c ALTER CONSTRAINT c_a DEFERRABLE INITIALLY DEFERRED`,
  // Reads the whole table, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.c ALTER CONSTRAINT c_b ENFORCED`,
];
export const down = [
  sql`ALTER TABLE public.c ALTER CONSTRAINT c_a NOT DEFERRABLE`,
  sql`ALTER TABLE public.c ALTER CONSTRAINT c_b NOT ENFORCED`,
];

-- [summary]
-- up: Change when constraint c_a of public.c is checked | ACCESS EXCLUSIVE on public.c
-- up: Change whether constraint c_b of public.c is enforced | ACCESS EXCLUSIVE on public.c, scans
-- down: Change when constraint c_a of public.c is checked | ACCESS EXCLUSIVE on public.c
-- down: Change whether constraint c_b of public.c is enforced | ACCESS EXCLUSIVE on public.c
