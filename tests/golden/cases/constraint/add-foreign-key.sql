-- A foreign key reads both tables and keeps writers of both out.

-- [have]
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p_id int);
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);

-- [want]
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p_id int REFERENCES p ON DELETE SET NULL);

-- [sql]
-- migrate:up
-- Reads the whole table, under SHARE ROW EXCLUSIVE
ALTER TABLE public.c ADD CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES public.p(id) ON DELETE SET NULL;

-- migrate:down
ALTER TABLE public.c DROP CONSTRAINT c_p_id_fkey;

-- [typescript]
import { createForeignKey, dropConstraint } from "migrate:kit";

export const up = [
  // Reads the whole table, under SHARE ROW EXCLUSIVE
  createForeignKey("c_p_id_fkey", "c", ["p_id"], { table: "p", columns: ["id"], onDelete: "set null" }),
];
export const down = [
  dropConstraint("c_p_id_fkey", "c"),
];

-- [summary]
-- up: Add constraint c_p_id_fkey to public.c | SHARE ROW EXCLUSIVE on public.c, scans
-- down: Drop constraint c_p_id_fkey of public.c | ACCESS EXCLUSIVE on public.c
