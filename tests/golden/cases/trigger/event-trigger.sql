-- An event trigger is switched in place.

-- [have]
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();

-- [want]
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();
ALTER EVENT TRIGGER e DISABLE;

-- [sql]
-- migrate:up
ALTER EVENT TRIGGER e DISABLE;

-- migrate:down
ALTER EVENT TRIGGER e ENABLE;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER EVENT TRIGGER e DISABLE`,
];
export const down = [
  sql`ALTER EVENT TRIGGER e ENABLE`,
];

-- [summary]
-- up: Switch event trigger e
-- down: Switch event trigger e
