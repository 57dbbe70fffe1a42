-- A constraint and an index under a new name are renamed, not built again.

-- [have]
CREATE TABLE t (id int CONSTRAINT pk PRIMARY KEY, a int CONSTRAINT a_key UNIQUE, CONSTRAINT ck CHECK (a > 0));
CREATE INDEX ix ON t (a, id);

-- [want]
CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, a int CONSTRAINT t_a_key UNIQUE, CONSTRAINT t_a_check CHECK (a > 0));
CREATE INDEX t_a_id ON t (a, id);

-- [sql]
-- migrate:up
ALTER TABLE public.t RENAME CONSTRAINT a_key TO t_a_key;

ALTER TABLE public.t RENAME CONSTRAINT ck TO t_a_check;

ALTER TABLE public.t RENAME CONSTRAINT pk TO t_pkey;

ALTER INDEX public.ix RENAME TO t_a_id;

-- migrate:down
ALTER INDEX public.t_a_id RENAME TO ix;

ALTER TABLE public.t RENAME CONSTRAINT t_pkey TO pk;

ALTER TABLE public.t RENAME CONSTRAINT t_a_check TO ck;

ALTER TABLE public.t RENAME CONSTRAINT t_a_key TO a_key;

-- [typescript]
import { renameConstraint, renameIndex } from "migrate:kit";

export const up = [
  renameConstraint("a_key", "t", "t_a_key"),
  renameConstraint("ck", "t", "t_a_check"),
  renameConstraint("pk", "t", "t_pkey"),
  renameIndex("ix", "t_a_id"),
];
export const down = [
  renameIndex("t_a_id", "ix"),
  renameConstraint("t_pkey", "t", "pk"),
  renameConstraint("t_a_check", "t", "ck"),
  renameConstraint("t_a_key", "t", "a_key"),
];

-- [summary]
-- up: Rename constraint public.t.a_key to t_a_key | ACCESS EXCLUSIVE on public.t
-- up: Rename constraint public.t.ck to t_a_check | ACCESS EXCLUSIVE on public.t
-- up: Rename constraint public.t.pk to t_pkey | ACCESS EXCLUSIVE on public.t
-- up: Rename index public.ix to t_a_id | SHARE UPDATE EXCLUSIVE on public.t
-- down: Rename index public.t_a_id to ix | SHARE UPDATE EXCLUSIVE on public.t
-- down: Rename constraint public.t.t_pkey to pk | ACCESS EXCLUSIVE on public.t
-- down: Rename constraint public.t.t_a_check to ck | ACCESS EXCLUSIVE on public.t
-- down: Rename constraint public.t.t_a_key to a_key | ACCESS EXCLUSIVE on public.t
