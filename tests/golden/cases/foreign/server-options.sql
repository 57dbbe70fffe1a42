-- Options of a wrapper, a server and a foreign table change in place.

-- [have]
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'a', port '1');
CREATE FOREIGN TABLE f (id int) SERVER s OPTIONS (name 'x');

-- [want]
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'b');
CREATE FOREIGN TABLE f (id int, a text) SERVER s OPTIONS (name 'y');

-- [sql]
-- migrate:up
ALTER SERVER s OPTIONS (SET host 'b', DROP port);

ALTER FOREIGN TABLE public.f OPTIONS (SET name 'y');

ALTER FOREIGN TABLE public.f ADD COLUMN a text;

-- migrate:down
ALTER SERVER s OPTIONS (SET host 'a', ADD port '1');

ALTER FOREIGN TABLE public.f OPTIONS (SET name 'x');

ALTER FOREIGN TABLE public.f DROP COLUMN a;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER SERVER s OPTIONS (SET host 'b', DROP port)`,
  sql`ALTER FOREIGN TABLE public.f OPTIONS (SET name 'y')`,
  sql`ALTER FOREIGN TABLE public.f ADD COLUMN a text`,
];
export const down = [
  sql`ALTER SERVER s OPTIONS (SET host 'a', ADD port '1')`,
  sql`ALTER FOREIGN TABLE public.f OPTIONS (SET name 'x')`,
  sql`ALTER FOREIGN TABLE public.f DROP COLUMN a`,
];

-- [summary]
-- up: Change server s
-- up: Change options of foreign table public.f | ACCESS EXCLUSIVE on public.f
-- up: Add column public.f.a | ACCESS EXCLUSIVE on public.f
-- down: Change server s
-- down: Change options of foreign table public.f | ACCESS EXCLUSIVE on public.f
-- down: Drop column public.f.a | ACCESS EXCLUSIVE on public.f
