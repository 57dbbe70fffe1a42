-- A rule is replaced in place.

-- [have]
CREATE TABLE t (a int);
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;

-- [want]
CREATE TABLE t (a int);
CREATE RULE r AS ON DELETE TO t WHERE old.a > 0 DO INSTEAD NOTHING;

-- [sql]
-- migrate:up
CREATE OR REPLACE RULE r AS
    ON DELETE TO public.t
   WHERE (old.a > 0) DO INSTEAD NOTHING;

-- migrate:down
CREATE OR REPLACE RULE r AS
    ON DELETE TO public.t DO INSTEAD NOTHING;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`CREATE OR REPLACE RULE r AS
    ON DELETE TO public.t
   WHERE (old.a > 0) DO INSTEAD NOTHING`,
];
export const down = [
  sql`CREATE OR REPLACE RULE r AS
    ON DELETE TO public.t DO INSTEAD NOTHING`,
];

-- [summary]
-- up: Change rule r on public.t | ACCESS EXCLUSIVE on public.t
-- down: Change rule r on public.t | ACCESS EXCLUSIVE on public.t
