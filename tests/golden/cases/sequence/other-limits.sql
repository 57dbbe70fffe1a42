-- A sequence whose old and new numbers have nothing in common starts again, with both allowed on the way.

-- [have]
CREATE SEQUENCE s MINVALUE 1 MAXVALUE 10;

-- [want]
CREATE SEQUENCE s MINVALUE 100 MAXVALUE 1000;

-- [sql]
-- migrate:up
ALTER SEQUENCE public.s MINVALUE 1 MAXVALUE 1000;

SELECT pg_catalog.setval('public.s', CASE WHEN last_value < 100 THEN 100 ELSE last_value END, is_called AND NOT last_value < 100) FROM public.s;

ALTER SEQUENCE public.s MINVALUE 100 START WITH 100;

-- migrate:down
ALTER SEQUENCE public.s MINVALUE 1 MAXVALUE 1000;

SELECT pg_catalog.setval('public.s', CASE WHEN last_value > 10 THEN 1 ELSE last_value END, is_called AND NOT last_value > 10) FROM public.s;

ALTER SEQUENCE public.s NO MINVALUE MAXVALUE 10 START WITH 1;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER SEQUENCE public.s MINVALUE 1 MAXVALUE 1000`,
  sql`SELECT pg_catalog.setval('public.s', CASE WHEN last_value < 100 THEN 100 ELSE last_value END, is_called AND NOT last_value < 100) FROM public.s`,
  sql`ALTER SEQUENCE public.s MINVALUE 100 START WITH 100`,
];
export const down = [
  sql`ALTER SEQUENCE public.s MINVALUE 1 MAXVALUE 1000`,
  sql`SELECT pg_catalog.setval('public.s', CASE WHEN last_value > 10 THEN 1 ELSE last_value END, is_called AND NOT last_value > 10) FROM public.s`,
  sql`ALTER SEQUENCE public.s NO MINVALUE MAXVALUE 10 START WITH 1`,
];

-- [summary]
-- up: Let sequence public.s be inside of its old and its new limits
-- up: Bring sequence public.s into its new limits
-- up: Change sequence public.s
-- down: Let sequence public.s be inside of its old and its new limits
-- down: Bring sequence public.s into its new limits
-- down: Change sequence public.s
