/** Commands that compare schemas. */
import { renameOption, renamesOption, schemaOptions } from "./schema-options.ts";
import { command } from "./spec.ts";

const sources =
  "A source is models, migrations (all revisions), migrations@REV, database (the configured one), a URL, a SQL file or directory, or empty.";

export const schemaCommands = [
  command({
    name: "check",
    aliases: [],
    group: "Schema",
    summary: "Say whether models and revisions agree, and the database with both",
    about: [
      "Runs the revisions in a scratch PostgreSQL and compares the result with the models: no database is needed. Exit 1 means that a revision is missing; `migrate revision --autogenerate` writes it.",
      "With --database the live database is compared with the revisions that it has (drift) and with the models.",
    ],
    arguments: [],
    options: [
      { name: "database", kind: "flag", summary: "Compare the live database, too" },
      ...schemaOptions,
    ],
    examples: [
      { run: "migrate check", does: "in continuous integration: fails when a revision was forgotten" },
      { run: "migrate check --database", does: "finds what somebody changed by hand" },
    ],
    exits: [1, 3],
  }),
  command({
    name: "diff",
    aliases: [],
    group: "Schema",
    summary: "Print the SQL that leads from one schema to another",
    about: [sources, "Nothing is changed: the statements are printed in an order in which psql can run them."],
    arguments: [
      { name: "FROM", summary: "Where to start", required: true },
      { name: "TO", summary: "Where to arrive", required: true },
    ],
    options: [
      {
        name: "format",
        kind: "choice",
        choices: ["sql", "json", "summary"],
        placeholder: "FORMAT",
        summary: "Print statements, all that is known of them, or one line each",
      },
      { name: "exit-code", kind: "flag", summary: "Exit 1 when there is a difference" },
      renameOption,
      renamesOption,
      ...schemaOptions,
    ],
    examples: [
      { run: "migrate diff migrations models", does: "what autogenerate would write" },
      { run: "migrate diff database models --format summary", does: "what the live database lacks, a line each" },
      { run: "migrate diff empty migrations", does: "the whole schema, made from nothing" },
    ],
    exits: [1, 3],
  }),
  command({
    name: "dump",
    aliases: [],
    group: "Schema",
    summary: "Print a whole schema as SQL, without pg_dump",
    about: [
      sources,
      "With --split each object goes to a file of its own; the directory can be named in `models`.",
    ],
    arguments: [{ name: "SOURCE", summary: "What to dump; the database unless given", required: false }],
    options: [
      {
        name: "split",
        kind: "text",
        placeholder: "DIR",
        completes: "directory",
        summary: "Write one file an object into this directory",
      },
      ...schemaOptions,
    ],
    examples: [
      { run: "migrate dump > schema.sql", does: "the live schema as a script" },
      { run: "migrate dump migrations --split schema", does: "what the revisions make, in files" },
    ],
    exits: [3],
  }),
] as const;
