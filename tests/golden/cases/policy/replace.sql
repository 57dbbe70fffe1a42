-- A policy for another command is another policy; roles and conditions change in place.

-- [have]
CREATE TABLE t (a int);
CREATE POLICY p ON t FOR SELECT USING (a > 0);
CREATE POLICY q ON t USING (a > 0);

-- [want]
CREATE TABLE t (a int);
CREATE POLICY p ON t FOR DELETE USING (a > 0);
CREATE POLICY q ON t TO reader USING (a > 1) WITH CHECK (a > 2);

-- [sql]
-- migrate:up
DROP POLICY p ON public.t;

CREATE POLICY p ON public.t FOR DELETE USING ((a > 0));

ALTER POLICY q ON public.t TO reader USING ((a > 1)) WITH CHECK ((a > 2));

-- migrate:down
DROP POLICY p ON public.t;

DROP POLICY q ON public.t;

CREATE POLICY p ON public.t FOR SELECT USING ((a > 0));

CREATE POLICY q ON public.t USING ((a > 0));

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`DROP POLICY p ON public.t`,
  sql`CREATE POLICY p ON public.t FOR DELETE USING ((a > 0))`,
  sql`ALTER POLICY q ON public.t TO reader USING ((a > 1)) WITH CHECK ((a > 2))`,
];
export const down = [
  sql`DROP POLICY p ON public.t`,
  sql`DROP POLICY q ON public.t`,
  sql`CREATE POLICY p ON public.t FOR SELECT USING ((a > 0))`,
  sql`CREATE POLICY q ON public.t USING ((a > 0))`,
];

-- [summary]
-- up: Drop policy p on public.t | ACCESS EXCLUSIVE on public.t
-- up: Create policy p on public.t | ACCESS EXCLUSIVE on public.t
-- up: Change policy q on public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop policy p on public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop policy q on public.t | ACCESS EXCLUSIVE on public.t
-- down: Create policy p on public.t | ACCESS EXCLUSIVE on public.t
-- down: Create policy q on public.t | ACCESS EXCLUSIVE on public.t
