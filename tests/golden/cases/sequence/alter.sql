-- A sequence changes in place and stands where it stood.

-- [have]
CREATE SEQUENCE s AS int INCREMENT 1 MAXVALUE 100;

-- [want]
CREATE SEQUENCE s AS bigint INCREMENT 10 CACHE 5 CYCLE;

-- [sql]
-- migrate:up
ALTER SEQUENCE public.s AS bigint INCREMENT BY 10 NO MAXVALUE CACHE 5 CYCLE;

-- migrate:down
ALTER SEQUENCE public.s AS integer INCREMENT BY 1 MAXVALUE 100 CACHE 1 NO CYCLE;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER SEQUENCE public.s AS bigint INCREMENT BY 10 NO MAXVALUE CACHE 5 CYCLE`,
];
export const down = [
  sql`ALTER SEQUENCE public.s AS integer INCREMENT BY 1 MAXVALUE 100 CACHE 1 NO CYCLE`,
];

-- [summary]
-- up: Change sequence public.s
-- down: Change sequence public.s
