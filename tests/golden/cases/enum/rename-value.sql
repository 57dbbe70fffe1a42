-- A value under a new name is renamed.
-- @rename value:mood.sad=mood.gloomy

-- [have]
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE t (m mood DEFAULT 'sad');

-- [want]
CREATE TYPE mood AS ENUM ('gloomy', 'happy');
CREATE TABLE t (m mood DEFAULT 'gloomy');

-- [sql]
-- migrate:up
ALTER TYPE public.mood RENAME VALUE 'sad' TO 'gloomy';

-- migrate:down
ALTER TYPE public.mood RENAME VALUE 'gloomy' TO 'sad';

-- [typescript]
import { renameEnumValue } from "migrate:kit";

export const up = [
  renameEnumValue("mood", "sad", "gloomy"),
];
export const down = [
  renameEnumValue("mood", "gloomy", "sad"),
];

-- [summary]
-- up: Rename value 'sad' of enum public.mood to 'gloomy'
-- down: Rename value 'gloomy' of enum public.mood to 'sad'
