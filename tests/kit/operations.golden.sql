-- createSchema: Create schema shop
CREATE SCHEMA IF NOT EXISTS shop;

-- createSchema: Create schema Sch"ema; drop
CREATE SCHEMA "Sch""ema; drop";

-- createSchema: Create schema owned
CREATE SCHEMA owned AUTHORIZATION postgres;

-- dropSchema: Drop schema owned
DROP SCHEMA IF EXISTS owned CASCADE;

-- createExtension: Create extension plpgsql
CREATE EXTENSION IF NOT EXISTS plpgsql SCHEMA pg_catalog;

-- dropExtension: Drop extension no such extension
DROP EXTENSION IF EXISTS "no such extension" CASCADE;

-- createEnum: Create enum role
CREATE TYPE role AS ENUM ('admin', 'member');

-- createEnum: Create enum Sch"ema; drop.it's \ "x"; -- $$ 日本
CREATE TYPE "Sch""ema; drop"."it's \ ""x""; -- $$ 日本" AS ENUM (E'it''s \\ "x"; -- $$ 日本', 'b');

-- addEnumValue: Add value "guest" to enum role
ALTER TYPE role ADD VALUE IF NOT EXISTS 'guest' BEFORE 'member';

-- addEnumValue: Add value "käse 'n" $$" to enum Sch"ema; drop.it's \ "x"; -- $$ 日本
ALTER TYPE "Sch""ema; drop"."it's \ ""x""; -- $$ 日本" ADD VALUE 'käse ''n" $$' AFTER E'it''s \\ "x"; -- $$ 日本';

-- renameEnumValue: Rename value "guest" of enum role to "visitor"
ALTER TYPE role RENAME VALUE 'guest' TO 'visitor';

-- renameEnum: Rename enum role to user_role
ALTER TYPE role RENAME TO user_role;

-- createSequence: Create sequence numbers
CREATE SEQUENCE numbers AS integer INCREMENT BY -10 NO MINVALUE MAXVALUE 2000 START WITH 1000 CACHE 5 CYCLE;

-- createSequence: Create sequence Sch"ema; drop.ORDER
CREATE SEQUENCE IF NOT EXISTS "Sch""ema; drop"."ORDER" OWNED BY NONE;

-- alterSequence: Alter sequence numbers
ALTER SEQUENCE numbers MAXVALUE 3000 NO CYCLE RESTART WITH 1500;

-- createTable: Create table users
CREATE TABLE users (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  email text COLLATE "C" NOT NULL CONSTRAINT users_email_key UNIQUE,
  role user_role NOT NULL DEFAULT 'member',
  age integer CHECK (age > 0 -- years
),
  balance numeric(12,2) DEFAULT (-1.5),
  tags text[] DEFAULT E'{"a","b\\"c"}',
  settings jsonb COMPRESSION pglz DEFAULT '{"theme":"dark"}',
  active boolean DEFAULT true,
  full_name text,
  initials text GENERATED ALWAYS AS (left(full_name, 2)) STORED
);
COMMENT ON COLUMN users.email IS 'where they read';
ALTER TABLE users ALTER COLUMN settings SET STORAGE EXTERNAL;
COMMENT ON TABLE users IS 'People; who can''t sign in';

-- createTable: Create table items
CREATE TABLE items (
  id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME items_numbers INCREMENT BY 2 START WITH 10),
  number integer NOT NULL,
  title text NOT NULL,
  owner_id uuid CONSTRAINT items_owner REFERENCES users (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT items_pkey PRIMARY KEY (id) INCLUDE (title),
  UNIQUE (number),
  CONSTRAINT items_title_number UNIQUE (title, number) DEFERRABLE,
  CONSTRAINT items_number_positive CHECK (number > 0),
  CONSTRAINT items_title_short CHECK (length(title) < 100),
  EXCLUDE USING btree (number WITH =) WHERE (number > 10),
  FOREIGN KEY (owner_id) REFERENCES users MATCH FULL ON UPDATE RESTRICT
) WITH (fillfactor = 70, toast.autovacuum_enabled = false);

-- createTable: Create table Sch"ema; drop.my "table"; --
CREATE UNLOGGED TABLE IF NOT EXISTS "Sch""ema; drop"."my ""table""; --" (
  "käse 'n"" $$" "Sch""ema; drop"."it's \ ""x""; -- $$ 日本"
 DEFAULT E'it''s \\ "x"; -- $$ 日本',
  "ORDER" integer PRIMARY KEY,
  "a.b" text REFERENCES public.users (email)
);
COMMENT ON COLUMN "Sch""ema; drop"."my ""table""; --"."käse 'n"" $$" IS E'it''s \\ "x"; -- $$ 日本';
COMMENT ON TABLE "Sch""ema; drop"."my ""table""; --" IS E'it''s \\ "x"; -- $$ 日本';

-- createTable: Create table temporary
CREATE TEMPORARY TABLE temporary (
  a int
);

-- createTable: Create table nothing
CREATE TABLE nothing ();

-- createTable: Create table events
CREATE TABLE events (
  at timestamptz NOT NULL,
  what text
) PARTITION BY range (at);

-- createTable: Create table events_2026
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- createTable: Create table events_rest
CREATE TABLE events_rest (
  at timestamptz NOT NULL,
  what text
);

-- attachPartition: Attach events_rest to events
ALTER TABLE events ATTACH PARTITION events_rest DEFAULT;

-- detachPartition: Detach events_rest from events
ALTER TABLE events DETACH PARTITION events_rest;

-- detachPartition: Detach events_2026 from events concurrently [no transaction]
ALTER TABLE events DETACH PARTITION events_2026 CONCURRENTLY;

-- createTable: Create table child
CREATE TABLE child (
  extra text
) INHERITS (events_2026);

-- renameTable: Rename table child to Child
ALTER TABLE child RENAME TO "Child";

-- setTableSchema: Move table Child to schema shop
ALTER TABLE "Child" SET SCHEMA shop;

-- commentOnTable: Comment on table users
COMMENT ON TABLE users IS E'it''s \\ "x"; -- $$ 日本';

-- commentOnTable: Comment on table public.users
COMMENT ON TABLE public.users IS NULL;

-- addColumn: Add column users.note
ALTER TABLE users ADD COLUMN note text;

-- addColumn: Add column users.score
ALTER TABLE users ADD COLUMN IF NOT EXISTS score double precision NOT NULL DEFAULT 'Infinity'::double precision;

-- addColumn: Add column users.twice
ALTER TABLE users ADD COLUMN twice integer GENERATED ALWAYS AS (age * 2) VIRTUAL;

-- addColumn: Add column Sch"ema; drop.my "table"; --.it's \ "x"; -- $$ 日本
ALTER TABLE "Sch""ema; drop"."my ""table""; --" ADD COLUMN "it's \ ""x""; -- $$ 日本" bytea;
COMMENT ON COLUMN "Sch""ema; drop"."my ""table""; --"."it's \ ""x""; -- $$ 日本" IS 'bytes';

-- renameColumn: Rename column users.note to Note
ALTER TABLE users RENAME COLUMN note TO "Note";

-- commentOnColumn: Comment on column users.Note
COMMENT ON COLUMN users."Note" IS 'a note';

-- commentOnColumn: Comment on column Sch"ema; drop.my "table"; --.käse 'n" $$
COMMENT ON COLUMN "Sch""ema; drop"."my ""table""; --"."käse 'n"" $$" IS NULL;

-- alterColumn: Alter column users.Note: type, default, null, comment, rename
ALTER TABLE users ALTER COLUMN "Note" DROP DEFAULT, ALTER COLUMN "Note" TYPE integer USING nullif("Note", '')::integer, ALTER COLUMN "Note" SET DEFAULT 5, ALTER COLUMN "Note" SET NOT NULL;
COMMENT ON COLUMN users."Note" IS 'now a number';
ALTER TABLE users RENAME COLUMN "Note" TO note;

-- alterColumn: Alter column users.note: default, null, comment, statistics
ALTER TABLE users ALTER COLUMN note DROP DEFAULT, ALTER COLUMN note DROP NOT NULL, ALTER COLUMN note SET STATISTICS 500;
COMMENT ON COLUMN users.note IS NULL;

-- alterColumn: Alter column users.note: null, identity
ALTER TABLE users ALTER COLUMN note SET NOT NULL, ALTER COLUMN note ADD GENERATED BY DEFAULT AS IDENTITY;

-- alterColumn: Alter column users.note: changeIdentity
ALTER TABLE users ALTER COLUMN note SET GENERATED ALWAYS SET START WITH 3 RESTART;

-- alterColumn: Alter column users.note: identity, statistics
ALTER TABLE users ALTER COLUMN note DROP IDENTITY, ALTER COLUMN note SET STATISTICS -1;

-- alterColumn: Alter column users.initials: generated
ALTER TABLE users ALTER COLUMN initials DROP EXPRESSION;

-- alterColumn: Alter column users.full_name: type, storage
ALTER TABLE users ALTER COLUMN full_name TYPE varchar(20) COLLATE "C", ALTER COLUMN full_name SET STORAGE MAIN;

-- alterColumn: Alter column Sch"ema; drop.my "table"; --.ORDER: type, rename
ALTER TABLE "Sch""ema; drop"."my ""table""; --" ALTER COLUMN "ORDER" TYPE bigint;
ALTER TABLE "Sch""ema; drop"."my ""table""; --" RENAME COLUMN "ORDER" TO "my ""table""; --";

-- dropColumn: Drop column users.note
ALTER TABLE users DROP COLUMN note;

-- dropColumn: Drop column Sch"ema; drop.my "table"; --.it's \ "x"; -- $$ 日本
ALTER TABLE "Sch""ema; drop"."my ""table""; --" DROP COLUMN IF EXISTS "it's \ ""x""; -- $$ 日本" CASCADE;

-- createIndex: Create unique index users_lower on users
CREATE UNIQUE INDEX users_lower ON users USING btree ((lower(email)), full_name COLLATE "C" text_pattern_ops DESC NULLS LAST, (coalesce(age, 0)) ASC) INCLUDE (balance) WITH (fillfactor = 80) WHERE active;

-- createIndex: Create unique index users_age on users
CREATE UNIQUE INDEX users_age ON users (age) NULLS NOT DISTINCT;

-- createIndex: Create index users_tags on users concurrently [no transaction]
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_tags ON users USING gin (tags pg_catalog.array_ops);

-- createIndex: Create index käse 'n" $$ on Sch"ema; drop.my "table"; --
CREATE INDEX "käse 'n"" $$" ON "Sch""ema; drop"."my ""table""; --" ("my ""table""; --", "käse 'n"" $$");

-- renameIndex: Rename index users_lower to users_lowered
ALTER INDEX users_lower RENAME TO users_lowered;

-- dropIndex: Drop index users_tags concurrently [no transaction]
DROP INDEX CONCURRENTLY users_tags;

-- dropIndex: Drop index Sch"ema; drop.käse 'n" $$
DROP INDEX IF EXISTS "Sch""ema; drop"."käse 'n"" $$" CASCADE;

-- dropConstraint: Drop constraint items_title_number of items
ALTER TABLE items DROP CONSTRAINT items_title_number;

-- dropConstraint: Drop constraint items_pkey of items
ALTER TABLE items DROP CONSTRAINT IF EXISTS items_pkey CASCADE;

-- createPrimaryKey: Add primary key items_pkey to items
ALTER TABLE items ADD CONSTRAINT items_pkey PRIMARY KEY (id);

-- createUniqueConstraint: Add unique constraint items_title to items
ALTER TABLE items ADD CONSTRAINT items_title UNIQUE (title) INCLUDE (number) DEFERRABLE INITIALLY DEFERRED;

-- createUniqueConstraint: Add unique constraint to items
ALTER TABLE items ADD UNIQUE NULLS NOT DISTINCT (owner_id);

-- createForeignKey: Add foreign key items_owner_2 to items
ALTER TABLE items ADD CONSTRAINT items_owner_2 FOREIGN KEY (owner_id) REFERENCES public.users (id) ON UPDATE NO ACTION ON DELETE SET NULL DEFERRABLE NOT VALID;

-- createForeignKey: Add foreign key to items
ALTER TABLE items ADD FOREIGN KEY (owner_id) REFERENCES users ON DELETE SET NULL (owner_id);

-- validateConstraint: Validate constraint items_owner_2 of items
ALTER TABLE items VALIDATE CONSTRAINT items_owner_2;

-- createCheckConstraint: Add check items_check to items
ALTER TABLE items ADD CONSTRAINT items_check CHECK (title <> E'it''s \\ "x"; -- $$ 日本'
) NOT VALID;

-- createCheckConstraint: Add check it's \ "x"; -- $$ 日本 to Sch"ema; drop.my "table"; --
ALTER TABLE "Sch""ema; drop"."my ""table""; --" ADD CONSTRAINT "it's \ ""x""; -- $$ 日本" CHECK (true) NO INHERIT;

-- createCheckConstraint: Add check lax to items
ALTER TABLE items ADD CONSTRAINT lax CHECK (number < 9) NOT ENFORCED;

-- renameConstraint: Rename constraint items_check of items to it's \ "x"; -- $$ 日本
ALTER TABLE items RENAME CONSTRAINT items_check TO "it's \ ""x""; -- $$ 日本";

-- createExcludeConstraint: Add exclusion constraint items_excluded to items
ALTER TABLE items ADD CONSTRAINT items_excluded EXCLUDE USING btree (title text_ops WITH =, (number + 1) WITH =) WHERE (number > 5) DEFERRABLE;

-- bulkInsert: Insert 2 rows into public.users
INSERT INTO public.users (id, email, age, balance, tags, settings, active, score, full_name) VALUES
  ('00000000-0000-0000-0000-000000000001', E'it''s \\ "x"; -- $$ 日本', 30, (-12.5), E'{"x","it''s \\\\ \\"x\\"; -- $$ 日本",NULL}', E'{"a":[1,"it''s \\\\ \\"x\\"; -- $$ 日本"]}', NULL, 'NaN'::double precision, DEFAULT),
  (DEFAULT, 'b', NULL, 10, '{}', '["a"]'::jsonb, false, DEFAULT, upper('b'))
ON CONFLICT DO NOTHING;

-- bulkInsert: Insert 1 row into items
INSERT INTO items (id, number, title) OVERRIDING SYSTEM VALUE VALUES
  (7, 1, 'x');

-- bulkInsert: Insert 1 row into nothing
INSERT INTO nothing DEFAULT VALUES;

-- bulkInsert: Insert 0 rows into nothing

-- bulkInsert: Insert 3 rows into events_rest
INSERT INTO events_rest (at, what) VALUES
  ('1970-01-01T00:00:00.000Z', NULL),
  ('33658-09-27T01:46:40.000Z', DEFAULT),
  ('1200-02-15T14:13:20.000Z BC', DEFAULT);

-- execute: update users set age = 1 where email = 'b'; update users set age = 2 wh…
update users set age = 1 where email = 'b';
update users set age = 2 where email = ';';

-- execute: Vacuum the users [no transaction]
vacuum users;

-- sql: comment on column public.users.age is 'years; ''n'
comment on column public.users.age is 'years; ''n';

-- run: look at the users

-- dropTable: Drop table Sch"ema; drop.my "table"; --
DROP TABLE "Sch""ema; drop"."my ""table""; --";

-- dropTable: Drop table shop.Child
DROP TABLE IF EXISTS shop."Child" CASCADE;

-- dropEnum: Drop enum Sch"ema; drop.it's \ "x"; -- $$ 日本
DROP TYPE IF EXISTS "Sch""ema; drop"."it's \ ""x""; -- $$ 日本" CASCADE;

-- dropSequence: Drop sequence numbers
DROP SEQUENCE IF EXISTS numbers CASCADE;
