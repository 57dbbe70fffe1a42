-- Names that need quotes keep them everywhere.

-- [have]
CREATE TABLE "Order; --" ("Id" int, "a""b" int);

-- [want]
CREATE TABLE "Order; --" ("Id" bigint, "a""b" int DEFAULT 1, "select" int);
CREATE INDEX "I" ON "Order; --" ("a""b");

-- [sql]
-- migrate:up
-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public."Order; --" ALTER COLUMN "Id" TYPE bigint;

ALTER TABLE public."Order; --" ADD COLUMN "select" integer;

ALTER TABLE public."Order; --" ALTER COLUMN "a""b" SET DEFAULT 1;

-- Reads the whole table, under SHARE
CREATE INDEX "I" ON public."Order; --" USING btree ("a""b");

-- migrate:down
DROP INDEX public."I";

ALTER TABLE public."Order; --" ALTER COLUMN "a""b" DROP DEFAULT;

-- Writes the table anew, under ACCESS EXCLUSIVE
ALTER TABLE public."Order; --" ALTER COLUMN "Id" TYPE integer;

-- Loses data
ALTER TABLE public."Order; --" DROP COLUMN "select";

-- [typescript]
import { addColumn, alterColumn, createIndex, dropColumn, dropIndex } from "migrate:kit";

export const up = [
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("Order; --", "Id", { type: "bigint" }),
  addColumn("Order; --", "select", "integer"),
  alterColumn("Order; --", "a\"b", { default: 1 }),
  // Reads the whole table, under SHARE
  createIndex("I", "Order; --", ["a\"b"]),
];
export const down = [
  dropIndex("I"),
  alterColumn("Order; --", "a\"b", { default: null }),
  // Writes the table anew, under ACCESS EXCLUSIVE
  alterColumn("Order; --", "Id", { type: "integer" }),
  // Loses data
  dropColumn("Order; --", "select"),
];

-- [summary]
-- up: Change the type of column public."Order; --"."Id" from integer to bigint | ACCESS EXCLUSIVE on public.Order; --, rewrites
-- up: Add column public."Order; --"."select" | ACCESS EXCLUSIVE on public.Order; --
-- up: Set the default of column public."Order; --"."a""b" | ACCESS EXCLUSIVE on public.Order; --
-- up: Create index public."I" on public."Order; --" | SHARE on public.Order; --, scans
-- down: Drop index public."I" | ACCESS EXCLUSIVE on public.Order; --
-- down: Drop the default of column public."Order; --"."a""b" | ACCESS EXCLUSIVE on public.Order; --
-- down: Change the type of column public."Order; --"."Id" from bigint to integer | ACCESS EXCLUSIVE on public.Order; --, rewrites
-- down: Drop column public."Order; --"."select" | ACCESS EXCLUSIVE on public.Order; --, loses data
