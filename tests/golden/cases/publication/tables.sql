-- A publication's tables and options change in place.

-- [have]
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a;

-- [want]
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE a (id) WHERE (id > 0), b WITH (publish = 'insert');

-- [sql]
-- migrate:up
ALTER PUBLICATION p DROP TABLE public.a;

ALTER PUBLICATION p SET (publish = 'insert');

ALTER PUBLICATION p ADD TABLE public.a (id) WHERE (id > 0);

ALTER PUBLICATION p ADD TABLE public.b;

-- migrate:down
ALTER PUBLICATION p DROP TABLE public.a;

ALTER PUBLICATION p DROP TABLE public.b;

ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate');

ALTER PUBLICATION p ADD TABLE public.a;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER PUBLICATION p DROP TABLE public.a`,
  sql`ALTER PUBLICATION p SET (publish = 'insert')`,
  sql`ALTER PUBLICATION p ADD TABLE public.a (id) WHERE (id > 0)`,
  sql`ALTER PUBLICATION p ADD TABLE public.b`,
];
export const down = [
  sql`ALTER PUBLICATION p DROP TABLE public.a`,
  sql`ALTER PUBLICATION p DROP TABLE public.b`,
  sql`ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate')`,
  sql`ALTER PUBLICATION p ADD TABLE public.a`,
];

-- [summary]
-- up: Publish table public.a no longer | SHARE UPDATE EXCLUSIVE on public.a
-- up: Change options of publication p
-- up: Publish table public.a | SHARE UPDATE EXCLUSIVE on public.a
-- up: Publish table public.b | SHARE UPDATE EXCLUSIVE on public.b
-- down: Publish table public.a no longer | SHARE UPDATE EXCLUSIVE on public.a
-- down: Publish table public.b no longer | SHARE UPDATE EXCLUSIVE on public.b
-- down: Change options of publication p
-- down: Publish table public.a | SHARE UPDATE EXCLUSIVE on public.a
