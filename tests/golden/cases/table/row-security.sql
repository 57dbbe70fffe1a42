-- Row security is switched; policies are altered in place where they can be.

-- [have]
CREATE TABLE t (owner name, hidden boolean);
CREATE POLICY own ON t USING (owner = current_user);

-- [want]
CREATE TABLE t (owner name, hidden boolean);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (owner = current_user AND NOT hidden);
CREATE POLICY add ON t FOR INSERT WITH CHECK (owner = current_user);

-- [sql]
-- migrate:up
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.t FORCE ROW LEVEL SECURITY;

CREATE POLICY add ON public.t FOR INSERT WITH CHECK ((owner = CURRENT_USER));

ALTER POLICY own ON public.t USING (((owner = CURRENT_USER) AND (NOT hidden)));

-- migrate:down
DROP POLICY add ON public.t;

ALTER TABLE public.t DISABLE ROW LEVEL SECURITY;

ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;

ALTER POLICY own ON public.t USING ((owner = CURRENT_USER));

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t ENABLE ROW LEVEL SECURITY`,
  sql`ALTER TABLE public.t FORCE ROW LEVEL SECURITY`,
  sql`CREATE POLICY add ON public.t FOR INSERT WITH CHECK ((owner = CURRENT_USER))`,
  sql`ALTER POLICY own ON public.t USING (((owner = CURRENT_USER) AND (NOT hidden)))`,
];
export const down = [
  sql`DROP POLICY add ON public.t`,
  sql`ALTER TABLE public.t DISABLE ROW LEVEL SECURITY`,
  sql`ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY`,
  sql`ALTER POLICY own ON public.t USING ((owner = CURRENT_USER))`,
];

-- [summary]
-- up: Switch row security of public.t | ACCESS EXCLUSIVE on public.t
-- up: Switch forced row security of public.t | ACCESS EXCLUSIVE on public.t
-- up: Create policy add on public.t | ACCESS EXCLUSIVE on public.t
-- up: Change policy own on public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop policy add on public.t | ACCESS EXCLUSIVE on public.t
-- down: Switch row security of public.t | ACCESS EXCLUSIVE on public.t
-- down: Switch forced row security of public.t | ACCESS EXCLUSIVE on public.t
-- down: Change policy own on public.t | ACCESS EXCLUSIVE on public.t
