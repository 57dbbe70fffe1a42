-- A trigger is replaced in place and switched; its function stays.

-- [have]
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER quiet BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
COMMENT ON TRIGGER tr ON t IS 'kept';

-- [want]
CREATE TABLE t (a int, b int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION f();
CREATE TRIGGER quiet BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DISABLE TRIGGER quiet;
COMMENT ON TRIGGER tr ON t IS 'kept';

-- [sql]
-- migrate:up
ALTER TABLE public.t DISABLE TRIGGER quiet;

CREATE OR REPLACE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION public.f();

-- migrate:down
ALTER TABLE public.t ENABLE TRIGGER quiet;

CREATE OR REPLACE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`ALTER TABLE public.t DISABLE TRIGGER quiet`,
  sql`CREATE OR REPLACE TRIGGER tr BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a > 0)) EXECUTE FUNCTION public.f()`,
];
export const down = [
  sql`ALTER TABLE public.t ENABLE TRIGGER quiet`,
  sql`CREATE OR REPLACE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f()`,
];

-- [summary]
-- up: Switch trigger quiet on public.t | SHARE ROW EXCLUSIVE on public.t
-- up: Change trigger tr on public.t | SHARE ROW EXCLUSIVE on public.t
-- down: Switch trigger quiet on public.t | SHARE ROW EXCLUSIVE on public.t
-- down: Change trigger tr on public.t | SHARE ROW EXCLUSIVE on public.t
