-- Two tables that point at each other: one key is added at the end.

-- [have]


-- [want]
CREATE TABLE team (id int PRIMARY KEY, lead int);
CREATE TABLE person (id int PRIMARY KEY, team int NOT NULL REFERENCES team);
ALTER TABLE team ADD FOREIGN KEY (lead) REFERENCES person;

-- [sql]
-- migrate:up
CREATE TABLE public.person (
  id integer NOT NULL,
  team integer NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (id)
);

CREATE TABLE public.team (
  id integer NOT NULL,
  lead integer,
  CONSTRAINT team_pkey PRIMARY KEY (id)
);

ALTER TABLE public.person ADD CONSTRAINT person_team_fkey FOREIGN KEY (team) REFERENCES public.team(id);

ALTER TABLE public.team ADD CONSTRAINT team_lead_fkey FOREIGN KEY (lead) REFERENCES public.person(id);

-- migrate:down
ALTER TABLE public.person DROP CONSTRAINT person_team_fkey;

ALTER TABLE public.team DROP CONSTRAINT team_lead_fkey;

-- Loses data
DROP TABLE public.person;

-- Loses data
DROP TABLE public.team;

-- [typescript]
import { createForeignKey, createTable, dropConstraint, dropTable } from "migrate:kit";

export const up = [
  createTable(
    "person",
    { id: { type: "integer", null: false }, team: { type: "integer", null: false } },
    { primaryKey: { name: "person_pkey", columns: ["id"] } },
  ),
  createTable(
    "team",
    { id: { type: "integer", null: false }, lead: "integer" },
    { primaryKey: { name: "team_pkey", columns: ["id"] } },
  ),
  createForeignKey("person_team_fkey", "person", ["team"], { table: "team", columns: ["id"] }),
  createForeignKey("team_lead_fkey", "team", ["lead"], { table: "person", columns: ["id"] }),
];
export const down = [
  dropConstraint("person_team_fkey", "person"),
  dropConstraint("team_lead_fkey", "team"),
  // Loses data
  dropTable("person"),
  // Loses data
  dropTable("team"),
];

-- [summary]
-- up: Create table public.person
-- up: Create table public.team
-- up: Add constraint person_team_fkey to public.person
-- up: Add constraint team_lead_fkey to public.team
-- down: Drop constraint person_team_fkey of public.person | ACCESS EXCLUSIVE on public.person
-- down: Drop constraint team_lead_fkey of public.team | ACCESS EXCLUSIVE on public.team
-- down: Drop table public.person | ACCESS EXCLUSIVE on public.person, loses data
-- down: Drop table public.team | ACCESS EXCLUSIVE on public.team, loses data
