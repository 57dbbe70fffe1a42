-- A table becomes heir of another in place.

-- [have]
CREATE TABLE base (id int, note text);
CREATE TABLE child (id int, note text, extra int);
INSERT INTO child VALUES (1, 'x', 2);

-- [want]
CREATE TABLE base (id int, note text);
CREATE TABLE child (id int, note text, extra int) INHERITS (base);

-- [sql]
-- migrate:up
ALTER TABLE public.child INHERIT public.base;

-- migrate:down
ALTER TABLE public.child NO INHERIT public.base;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.child INHERIT public.base`,
];
export const down = [
  sql`ALTER TABLE public.child NO INHERIT public.base`,
];

-- [summary]
-- up: Let table public.child inherit from public.base | ACCESS EXCLUSIVE on public.child
-- down: Let table public.child no longer inherit from public.base | ACCESS EXCLUSIVE on public.child
