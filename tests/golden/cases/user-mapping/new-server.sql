-- A server of another wrapper is made anew, and the mappings on it with it.

-- [have]
CREATE FOREIGN DATA WRAPPER old_way;
CREATE SERVER far FOREIGN DATA WRAPPER old_way;
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'guest');

-- [want]
CREATE FOREIGN DATA WRAPPER new_way;
CREATE SERVER far FOREIGN DATA WRAPPER new_way;
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'guest');

-- [sql]
-- migrate:up
DROP USER MAPPING FOR PUBLIC SERVER far;

DROP SERVER far;

DROP FOREIGN DATA WRAPPER old_way;

CREATE FOREIGN DATA WRAPPER new_way;

CREATE SERVER far FOREIGN DATA WRAPPER new_way;

CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'guest');

-- migrate:down
DROP USER MAPPING FOR PUBLIC SERVER far;

DROP SERVER far;

DROP FOREIGN DATA WRAPPER new_way;

CREATE FOREIGN DATA WRAPPER old_way;

CREATE SERVER far FOREIGN DATA WRAPPER old_way;

CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'guest');

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`DROP USER MAPPING FOR PUBLIC SERVER far`,
  sql`DROP SERVER far`,
  sql`DROP FOREIGN DATA WRAPPER old_way`,
  sql`CREATE FOREIGN DATA WRAPPER new_way`,
  sql`CREATE SERVER far FOREIGN DATA WRAPPER new_way`,
  sql`CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'guest')`,
];
export const down = [
  sql`DROP USER MAPPING FOR PUBLIC SERVER far`,
  sql`DROP SERVER far`,
  sql`DROP FOREIGN DATA WRAPPER new_way`,
  sql`CREATE FOREIGN DATA WRAPPER old_way`,
  sql`CREATE SERVER far FOREIGN DATA WRAPPER old_way`,
  sql`CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'guest')`,
];

-- [summary]
-- up: Drop the user mapping of PUBLIC SERVER far
-- up: Drop server far
-- up: Drop foreign data wrapper old_way
-- up: Create foreign data wrapper new_way
-- up: Create server far
-- up: Create the user mapping of PUBLIC SERVER far
-- down: Drop the user mapping of PUBLIC SERVER far
-- down: Drop server far
-- down: Drop foreign data wrapper new_way
-- down: Create foreign data wrapper old_way
-- down: Create server far
-- down: Create the user mapping of PUBLIC SERVER far
