-- An enum takes another name, and one of its values as well: asked one after the other, and nothing is written anew.
-- @rename enum:mood=feeling
-- @rename value:feeling.sad=feeling.gloomy

-- [have]
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (m mood DEFAULT 'sad', n mood);
INSERT INTO t VALUES ('sad', 'happy');

-- [want]
CREATE TYPE feeling AS ENUM ('gloomy', 'happy', 'new');
CREATE TABLE t (m feeling DEFAULT 'gloomy', n feeling);

-- [sql]
-- migrate:up
ALTER TYPE public.mood RENAME TO feeling;

ALTER TYPE public.feeling RENAME VALUE 'sad' TO 'gloomy';

ALTER TYPE public.feeling ADD VALUE 'new';

-- migrate:down
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

ALTER TYPE public.feeling RENAME TO feeling__old;

CREATE TYPE public.feeling AS ENUM ('gloomy', 'happy');

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public.t
  ALTER COLUMN m TYPE public.feeling USING m::text::public.feeling,
  ALTER COLUMN n TYPE public.feeling USING n::text::public.feeling;

ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'gloomy'::public.feeling;

DROP TYPE public.feeling__old;

ALTER TYPE public.feeling RENAME VALUE 'gloomy' TO 'sad';

ALTER TYPE public.feeling RENAME TO mood;

-- [typescript]
import { addEnumValue, alterColumn, createEnum, dropEnum, renameEnumValue, sql } from "migrate:kit";

export const up = [
  sql`ALTER TYPE public.mood RENAME TO feeling`,
  renameEnumValue("feeling", "sad", "gloomy"),
  addEnumValue("feeling", "new"),
];
export const down = [
  alterColumn("t", "m", { default: null }),
  sql`ALTER TYPE public.feeling RENAME TO feeling__old`,
  createEnum("feeling", ["gloomy", "happy"]),
  // Writes the table anew, under ACCESS EXCLUSIVE
  sql`ALTER TABLE public.t
  ALTER COLUMN m TYPE public.feeling USING m::text::public.feeling,
  ALTER COLUMN n TYPE public.feeling USING n::text::public.feeling`,
  alterColumn("t", "m", { default: sql`'gloomy'::public.feeling` }),
  dropEnum("feeling__old"),
  renameEnumValue("feeling", "gloomy", "sad"),
  sql`ALTER TYPE public.feeling RENAME TO mood`,
];

-- [summary]
-- up: Rename enum public.mood to feeling
-- up: Rename value 'sad' of enum public.feeling to 'gloomy'
-- up: Add value 'new' to enum public.feeling
-- down: Drop the default of column public.t.m | ACCESS EXCLUSIVE on public.t
-- down: Move type public.feeling aside
-- down: Create enum public.feeling
-- down: Take column public.t.m over to the new public.feeling; take column public.t.n over to the new public.feeling | ACCESS EXCLUSIVE on public.t, rewrites
-- down: Set the default of column public.t.m | ACCESS EXCLUSIVE on public.t
-- down: Drop enum public.feeling__old
-- down: Rename value 'gloomy' of enum public.feeling to 'sad'
-- down: Rename enum public.feeling to mood
