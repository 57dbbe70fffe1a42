-- A check becomes valid by VALIDATE, under a weak lock; nothing makes it invalid again but a new one.

-- [have]
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
INSERT INTO t VALUES (1);

-- [want]
CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));

-- [sql]
-- migrate:up
-- Reads the whole table, under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT positive;

-- migrate:down
ALTER TABLE public.t DROP CONSTRAINT positive;

ALTER TABLE public.t ADD CONSTRAINT positive CHECK ((a > 0)) NOT VALID;

-- [typescript]
import { createCheckConstraint, dropConstraint, sql, validateConstraint } from "migrate:kit";

export const up = [
  // Reads the whole table, under SHARE UPDATE EXCLUSIVE
  validateConstraint("positive", "t"),
];
export const down = [
  dropConstraint("positive", "t"),
  createCheckConstraint("positive", "t", sql`a > 0`, { notValid: true }),
];

-- [summary]
-- up: Validate constraint positive of public.t | SHARE UPDATE EXCLUSIVE on public.t, scans
-- down: Drop constraint positive of public.t | ACCESS EXCLUSIVE on public.t
-- down: Add constraint positive to public.t | ACCESS EXCLUSIVE on public.t
