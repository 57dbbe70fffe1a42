-- A constraint trigger has no OR REPLACE; a trigger comes after its function.

-- [have]
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();

-- [want]
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
CREATE TRIGGER s AFTER UPDATE ON t REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION g();

-- [sql]
-- migrate:up
DROP TRIGGER c ON public.t;

CREATE FUNCTION public.g()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NULL; END$function$;

CREATE CONSTRAINT TRIGGER c AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.f();

CREATE TRIGGER s AFTER UPDATE ON public.t REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.g();

-- migrate:down
DROP TRIGGER c ON public.t;

DROP TRIGGER s ON public.t;

DROP FUNCTION public.g();

CREATE CONSTRAINT TRIGGER c AFTER INSERT ON public.t NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.f();

-- [typescript]
import { sql } from "migrate:kit";

export const up = [
  sql`DROP TRIGGER c ON public.t`,
  sql`CREATE FUNCTION public.g()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NULL; END$function$`,
  sql`CREATE CONSTRAINT TRIGGER c AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.f()`,
  sql`CREATE TRIGGER s AFTER UPDATE ON public.t REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION public.g()`,
];
export const down = [
  sql`DROP TRIGGER c ON public.t`,
  sql`DROP TRIGGER s ON public.t`,
  sql`DROP FUNCTION public.g()`,
  sql`CREATE CONSTRAINT TRIGGER c AFTER INSERT ON public.t NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.f()`,
];

-- [summary]
-- up: Drop trigger c on public.t | ACCESS EXCLUSIVE on public.t
-- up: Create function public.g()
-- up: Create trigger c on public.t | SHARE ROW EXCLUSIVE on public.t
-- up: Create trigger s on public.t | SHARE ROW EXCLUSIVE on public.t
-- down: Drop trigger c on public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop trigger s on public.t | ACCESS EXCLUSIVE on public.t
-- down: Drop function public.g()
-- down: Create trigger c on public.t | SHARE ROW EXCLUSIVE on public.t
