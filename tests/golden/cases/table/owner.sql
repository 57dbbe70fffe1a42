-- An owner changes by ALTER … OWNER TO.
-- @owners

-- [have]
CREATE TABLE t (id int PRIMARY KEY);

-- [want]
CREATE TABLE t (id int PRIMARY KEY);
ALTER TABLE t OWNER TO writer;

-- [sql]
-- migrate:up
ALTER TABLE public.t OWNER TO writer;

-- migrate:down
ALTER TABLE public.t OWNER TO postgres;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t OWNER TO writer`,
];
export const down = [
  sql`ALTER TABLE public.t OWNER TO postgres`,
];

-- [summary]
-- up: Give table public.t to writer | ACCESS EXCLUSIVE on public.t
-- down: Give table public.t to postgres | ACCESS EXCLUSIVE on public.t
