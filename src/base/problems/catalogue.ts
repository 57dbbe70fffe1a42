/** Every problem a user can meet, by code. One file a subject; this is the one table that joins them. */
import { configProblems } from "./config.ts";
import { databaseProblems } from "./database.ts";
import { embeddedProblems } from "./embedded.ts";
import { fileProblems } from "./file.ts";
import { kitProblems } from "./kit.ts";
import { internalProblems } from "./internal.ts";
import { modelProblems } from "./model.ts";
import { moduleProblems } from "./module.ts";
import { revisionProblems } from "./revision.ts";
import { runProblems } from "./run.ts";
import { schemaProblems } from "./schema.ts";
import { sqlProblems } from "./sql.ts";
import { usageProblems } from "./usage.ts";

export const catalogue = {
  ...configProblems,
  ...databaseProblems,
  ...embeddedProblems,
  ...fileProblems,
  ...kitProblems,
  ...internalProblems,
  ...modelProblems,
  ...moduleProblems,
  ...revisionProblems,
  ...runProblems,
  ...schemaProblems,
  ...sqlProblems,
  ...usageProblems,
} as const;
