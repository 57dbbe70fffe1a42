-- A renamed table keeps its rows, its keys and who points at it.
-- @rename users=accounts

-- [have]
CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text UNIQUE);
CREATE TABLE posts (author bigint REFERENCES users);

-- [want]
CREATE TABLE accounts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text UNIQUE);
CREATE TABLE posts (author bigint REFERENCES accounts);

-- [sql]
-- migrate:up
ALTER TABLE public.users RENAME TO accounts;

ALTER TABLE public.accounts RENAME CONSTRAINT users_email_key TO accounts_email_key;

ALTER TABLE public.accounts RENAME CONSTRAINT users_pkey TO accounts_pkey;

ALTER TABLE public.accounts RENAME CONSTRAINT users_id_not_null TO accounts_id_not_null;

ALTER SEQUENCE public.users_id_seq RENAME TO accounts_id_seq;

-- migrate:down
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_id_not_null TO users_id_not_null;

ALTER SEQUENCE public.accounts_id_seq RENAME TO users_id_seq;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_pkey TO users_pkey;

ALTER TABLE public.accounts RENAME CONSTRAINT accounts_email_key TO users_email_key;

ALTER TABLE public.accounts RENAME TO users;

-- [typescript]
import { renameConstraint, renameTable, sql } from "migrate:kit";

export const up = [
  renameTable("users", "accounts"),
  renameConstraint("users_email_key", "accounts", "accounts_email_key"),
  renameConstraint("users_pkey", "accounts", "accounts_pkey"),
  renameConstraint("users_id_not_null", "accounts", "accounts_id_not_null"),
  sql`ALTER SEQUENCE public.users_id_seq RENAME TO accounts_id_seq`,
];
export const down = [
  renameConstraint("accounts_id_not_null", "accounts", "users_id_not_null"),
  sql`ALTER SEQUENCE public.accounts_id_seq RENAME TO users_id_seq`,
  renameConstraint("accounts_pkey", "accounts", "users_pkey"),
  renameConstraint("accounts_email_key", "accounts", "users_email_key"),
  renameTable("accounts", "users"),
];

-- [summary]
-- up: Rename table public.users to accounts | ACCESS EXCLUSIVE on public.users
-- up: Rename constraint public.accounts.users_email_key to accounts_email_key | ACCESS EXCLUSIVE on public.accounts
-- up: Rename constraint public.accounts.users_pkey to accounts_pkey | ACCESS EXCLUSIVE on public.accounts
-- up: Rename the not-null constraint of public.accounts.id | ACCESS EXCLUSIVE on public.accounts
-- up: Rename the sequence of public.accounts.id
-- down: Rename the not-null constraint of public.accounts.id | ACCESS EXCLUSIVE on public.accounts
-- down: Rename the sequence of public.accounts.id
-- down: Rename constraint public.accounts.accounts_pkey to users_pkey | ACCESS EXCLUSIVE on public.accounts
-- down: Rename constraint public.accounts.accounts_email_key to users_email_key | ACCESS EXCLUSIVE on public.accounts
-- down: Rename table public.accounts to users | ACCESS EXCLUSIVE on public.accounts
