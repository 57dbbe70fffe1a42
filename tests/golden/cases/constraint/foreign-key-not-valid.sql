-- A foreign key that is not valid reads nothing; VALIDATE reads under a weak lock.

-- [have]
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int);
ALTER TABLE c ADD CONSTRAINT c_b FOREIGN KEY (b) REFERENCES p NOT VALID;
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1, 1);

-- [want]
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int CONSTRAINT c_b REFERENCES p);
ALTER TABLE c ADD CONSTRAINT c_a FOREIGN KEY (a) REFERENCES p NOT VALID;

-- [sql]
-- migrate:up
ALTER TABLE public.c ADD CONSTRAINT c_a FOREIGN KEY (a) REFERENCES public.p(id) NOT VALID;

-- Reads the whole table, under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.c VALIDATE CONSTRAINT c_b;

-- migrate:down
ALTER TABLE public.c DROP CONSTRAINT c_a;

ALTER TABLE public.c DROP CONSTRAINT c_b;

ALTER TABLE public.c ADD CONSTRAINT c_b FOREIGN KEY (b) REFERENCES public.p(id) NOT VALID;

-- [typescript]
import { createForeignKey, dropConstraint, validateConstraint } from "migrate:kit";

export const up = [
  createForeignKey("c_a", "c", ["a"], { table: "p", columns: ["id"] }, { notValid: true }),
  // Reads the whole table, under SHARE UPDATE EXCLUSIVE
  validateConstraint("c_b", "c"),
];
export const down = [
  dropConstraint("c_a", "c"),
  dropConstraint("c_b", "c"),
  createForeignKey("c_b", "c", ["b"], { table: "p", columns: ["id"] }, { notValid: true }),
];

-- [summary]
-- up: Add constraint c_a to public.c | SHARE ROW EXCLUSIVE on public.c
-- up: Validate constraint c_b of public.c | SHARE UPDATE EXCLUSIVE on public.c, scans
-- down: Drop constraint c_a of public.c | ACCESS EXCLUSIVE on public.c
-- down: Drop constraint c_b of public.c | ACCESS EXCLUSIVE on public.c
-- down: Add constraint c_b to public.c | SHARE ROW EXCLUSIVE on public.c
