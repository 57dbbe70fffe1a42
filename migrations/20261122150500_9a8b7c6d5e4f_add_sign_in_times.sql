-- add sign-in times
-- revision: 9a8b7c6d5e4f
-- parents: 74e0c7445ce9
-- created: 2026-11-22T15:05:00Z

-- migrate:up
ALTER TABLE users
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN last_sign_in_at timestamptz;

-- An index on a table in use is built without blocking its writers, which PostgreSQL does only outside a transaction.
-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY users_last_sign_in_at_idx ON users (last_sign_in_at);

-- migrate:down
ALTER TABLE users
  DROP COLUMN last_sign_in_at,
  DROP COLUMN created_at;
