-- Replica identity and the index that CLUSTER takes are set in place.

-- [have]
CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX t_code ON t (code);

-- [want]
CREATE TABLE t (id int PRIMARY KEY, code text NOT NULL);
CREATE UNIQUE INDEX t_code ON t (code);
ALTER TABLE t REPLICA IDENTITY USING INDEX t_code;
ALTER TABLE t CLUSTER ON t_pkey;

-- [sql]
-- migrate:up
ALTER TABLE ONLY public.t REPLICA IDENTITY USING INDEX t_code;

ALTER TABLE public.t CLUSTER ON t_pkey;

-- migrate:down
ALTER TABLE public.t SET WITHOUT CLUSTER;

ALTER TABLE ONLY public.t REPLICA IDENTITY DEFAULT;

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE ONLY public.t REPLICA IDENTITY USING INDEX t_code`,
  sql`ALTER TABLE public.t CLUSTER ON t_pkey`,
];
export const down = [
  sql`ALTER TABLE public.t SET WITHOUT CLUSTER`,
  sql`ALTER TABLE ONLY public.t REPLICA IDENTITY DEFAULT`,
];

-- [summary]
-- up: Set the replica identity of public.t | ACCESS EXCLUSIVE on public.t
-- up: Let CLUSTER order public.t | SHARE UPDATE EXCLUSIVE on public.t
-- down: Let CLUSTER no longer order public.t | SHARE UPDATE EXCLUSIVE on public.t
-- down: Reset the replica identity of public.t | ACCESS EXCLUSIVE on public.t
