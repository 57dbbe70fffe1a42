import { entry } from "../problem.ts";

/** Problems of reading, comparing and planning schemas. */
export const schemaProblems = {
  "schema/scratch-refused": entry<{ subject: string; sqlstate: string; message: string }>({
    exit: 3,
    title: "The scratch database refused a statement",
    message: ({ subject, sqlstate, message }) =>
      `${subject} does not run in the scratch database: ${message} (SQLSTATE ${sqlstate})`,
    why:
      "Models and revisions are run in an empty scratch PostgreSQL, so that PostgreSQL itself says what they mean; what cannot be run there cannot be compared",
    hint:
      'Mend the statement; or, when it needs an extension or a version that the embedded PostgreSQL does not have, name a server that has it: [scratch] url = "postgres://…" in migrate.toml',
  }),
  "schema/unknown-source": entry<{ source: string }>({
    exit: 2,
    title: "This is nothing that a schema can be read from",
    message: ({ source }) =>
      `"${source}" is none of models, migrations, migrations@REV, database, empty, a URL or a file`,
    why: "diff compares two sources; each must be one that can be turned into a schema",
    hint: "Name one of: models, migrations, migrations@REV, database, empty, postgres://…, pglite:DIR, FILE.sql",
  }),
  "schema/no-models": entry<Record<never, never>>({
    exit: 2,
    title: "The config names no models",
    message: () => "The config names no models to compare with",
    why: "Models are where the wanted schema comes from: zod tables, Drizzle, SQL files or a command",
    hint: 'Add them to migrate.toml, for example: models = ["models/*.ts"]',
  }),
  "schema/unmodelled": entry<{ objects: readonly { kind: string; name: string }[] }>({
    exit: 3,
    title: "The database holds objects that are not compared",
    message: ({ objects }) =>
      `The schema holds what is not compared: ${objects.map(({ kind, name }) => `${kind} "${name}"`).join(", ")}`,
    why: "With --strict, a plan is only made when every object is understood",
    hint: "Leave --strict out to plan for everything else, or name the objects in `ignore` of the config",
  }),
} as const;
