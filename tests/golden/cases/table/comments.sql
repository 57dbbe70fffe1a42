-- Comments come, change and go by themselves.

-- [have]
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
COMMENT ON TABLE t IS 'old';
COMMENT ON COLUMN t.a IS 'goes';

-- [want]
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
COMMENT ON TABLE t IS 'it''s new';
COMMENT ON COLUMN t.b IS 'comes';
COMMENT ON CONSTRAINT t_pkey ON t IS 'the key';

-- [sql]
-- migrate:up
COMMENT ON COLUMN public.t.a IS NULL;

COMMENT ON COLUMN public.t.b IS 'comes';

COMMENT ON CONSTRAINT t_pkey ON public.t IS 'the key';

COMMENT ON TABLE public.t IS 'it''s new';

-- migrate:down
COMMENT ON COLUMN public.t.b IS NULL;

COMMENT ON CONSTRAINT t_pkey ON public.t IS NULL;

COMMENT ON COLUMN public.t.a IS 'goes';

COMMENT ON TABLE public.t IS 'old';

-- [typescript]
import { commentOnColumn, commentOnTable, sql } from "migrate:kit";

export const up = [
  commentOnColumn("t", "a", null),
  commentOnColumn("t", "b", "comes"),
  sql`COMMENT ON CONSTRAINT t_pkey ON public.t IS 'the key'`,
  commentOnTable("t", "it's new"),
];
export const down = [
  commentOnColumn("t", "b", null),
  sql`COMMENT ON CONSTRAINT t_pkey ON public.t IS NULL`,
  commentOnColumn("t", "a", "goes"),
  commentOnTable("t", "old"),
];

-- [summary]
-- up: Remove the comment on column public.t.a | SHARE UPDATE EXCLUSIVE on public.t
-- up: Set the comment on column public.t.b | SHARE UPDATE EXCLUSIVE on public.t
-- up: Set the comment on constraint t_pkey ON public.t
-- up: Set the comment on table public.t | SHARE UPDATE EXCLUSIVE on public.t
-- down: Remove the comment on column public.t.b | SHARE UPDATE EXCLUSIVE on public.t
-- down: Remove the comment on constraint t_pkey ON public.t
-- down: Set the comment on column public.t.a | SHARE UPDATE EXCLUSIVE on public.t
-- down: Set the comment on table public.t | SHARE UPDATE EXCLUSIVE on public.t
