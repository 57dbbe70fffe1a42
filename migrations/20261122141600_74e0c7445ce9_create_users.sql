-- create users
-- revision: 74e0c7445ce9
-- parents: none
-- created: 2026-11-22T14:16:00Z

-- migrate:up
CREATE TABLE users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  full_name text,
  hashed_password text NOT NULL,
  is_superuser boolean NOT NULL DEFAULT false
);

CREATE UNIQUE INDEX users_email_idx ON users (email);

-- migrate:down
DROP TABLE users;
