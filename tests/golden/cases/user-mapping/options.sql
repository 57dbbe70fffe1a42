-- Options of user mappings are added, set and dropped one by one; a mapping that is gone is dropped.

-- [have]
CREATE FOREIGN DATA WRAPPER things;
CREATE SERVER far FOREIGN DATA WRAPPER things;
CREATE SERVER near FOREIGN DATA WRAPPER things;
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'guest', mode 'read');
CREATE USER MAPPING FOR PUBLIC SERVER near;

-- [want]
CREATE FOREIGN DATA WRAPPER things;
CREATE SERVER far FOREIGN DATA WRAPPER things;
CREATE SERVER near FOREIGN DATA WRAPPER things;
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'it''s me', "Depth" '2');
CREATE USER MAPPING FOR CURRENT_USER SERVER near OPTIONS (user 'own');

-- [sql]
-- migrate:up
DROP USER MAPPING FOR PUBLIC SERVER near;

ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (SET "user" 'it''s me', ADD "Depth" '2', DROP mode);

CREATE USER MAPPING FOR postgres SERVER near OPTIONS ("user" 'own');

-- migrate:down
DROP USER MAPPING FOR postgres SERVER near;

ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (SET "user" 'guest', ADD mode 'read', DROP "Depth");

CREATE USER MAPPING FOR PUBLIC SERVER near;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`DROP USER MAPPING FOR PUBLIC SERVER near`,
  sql`ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (SET "user" 'it''s me', ADD "Depth" '2', DROP mode)`,
  sql`CREATE USER MAPPING FOR postgres SERVER near OPTIONS ("user" 'own')`,
];
export const down = [
  sql`DROP USER MAPPING FOR postgres SERVER near`,
  sql`ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (SET "user" 'guest', ADD mode 'read', DROP "Depth")`,
  sql`CREATE USER MAPPING FOR PUBLIC SERVER near`,
];

-- [summary]
-- up: Drop the user mapping of PUBLIC SERVER near
-- up: Change the user mapping of PUBLIC SERVER far
-- up: Create the user mapping of postgres SERVER near
-- down: Drop the user mapping of postgres SERVER near
-- down: Change the user mapping of PUBLIC SERVER far
-- down: Create the user mapping of PUBLIC SERVER near
