import { entry } from "../problem.ts";

const otherServer =
  'or, when it needs an extension or a version that the embedded PostgreSQL does not have, name a server that has it: [scratch] url = "postgres://…" in migrate.toml';

/** feature_not_supported, undefined_file, undefined_object, undefined_function, invalid_parameter_value, syntax_error. */
const otherServerHelps: ReadonlySet<string> = new Set(["0A000", "58P01", "42704", "42883", "22023", "42601"]);

/** Problems of reading, comparing and planning schemas. */
export const schemaProblems = {
  "schema/scratch-refused": entry<{ subject: string; sqlstate: string; message: string; detail: string | null }>({
    exit: 3,
    title: "The scratch database refused a statement",
    message: ({ subject, sqlstate, message, detail }) =>
      `${subject.charAt(0).toUpperCase()}${
        subject.slice(1)
      } does not run in the scratch database: ${message} (SQLSTATE ${sqlstate})${detail === null ? "" : `. ${detail}`}`,
    why:
      "Models and revisions are run in an empty scratch PostgreSQL, so that PostgreSQL itself says what they mean; what cannot be run there cannot be compared",
    hint: ({ sqlstate }) =>
      otherServerHelps.has(sqlstate) ? `Mend the statement; ${otherServer}` : "Mend the statement",
    advice: `Mend the statement; ${otherServer}`,
  }),
  "schema/scratch-unreachable": entry<{ url: string }>({
    exit: 3,
    title: "The server of [scratch] cannot be used",
    message: ({ url }) => `No scratch database can be made on the server of [scratch], "${url}"`,
    why: "Models and revisions are run in an empty scratch database, on the server that the config names for it",
    hint: "Mend what follows, or take [scratch] out of the config: then the embedded PostgreSQL is used",
  }),
  "schema/scratch-ended": entry<Record<never, never>>({
    exit: 3,
    title: "The embedded PostgreSQL came to an end while it was the scratch database",
    message: () => "The embedded PostgreSQL ended in the middle of a model or a revision",
    why: "Some statements need a library that it does not have, such as most functions for conversions",
    hint:
      'Take the statement out, or name a server for scratch databases: [scratch] url = "postgres://…" in migrate.toml',
  }),
  "schema/unknown-source": entry<{ source: string; nearest: string | null }>({
    exit: 2,
    title: "This is nothing that a schema can be read from",
    message: ({ source }) =>
      `"${source}" is none of models, migrations, migrations@REV, database, empty, a URL or a file`,
    why: "diff compares two sources; each must be one that can be turned into a schema",
    hint: ({ nearest }) =>
      nearest === null
        ? "Name one of: models, migrations, migrations@REV, database, empty, postgres://…, pglite:DIR, FILE.sql"
        : `Did you mean "${nearest}"?`,
    advice: "Name one of: models, migrations, migrations@REV, database, empty, postgres://…, pglite:DIR, FILE.sql",
  }),
  "schema/no-models": entry<Record<never, never>>({
    exit: 2,
    title: "The config names no models",
    message: () => "The config names no models to compare with",
    why: "Models are where the wanted schema comes from: zod tables, Drizzle, SQL files or a command",
    hint:
      'Add them to migrate.toml, for example: models = ["models/*.ts"]; a database becomes one with: migrate dump > models/schema.sql. Where each environment has its own, choose one with --env',
  }),
  "schema/unmodelled": entry<{ objects: readonly { kind: string; name: string }[] }>({
    exit: 3,
    title: "The database holds objects that are not compared",
    message: ({ objects }) =>
      `The schema holds what is not compared: ${objects.map(({ kind, name }) => `${kind} "${name}"`).join(", ")}`,
    why: "With --strict, a plan is only made when every object is understood",
    hint: "Leave --strict out to plan for everything else, or name the objects in `ignore` of the config",
  }),
  "schema/rename-open": entry<{
    questions: readonly {
      readonly kind: string;
      readonly from: string;
      readonly candidates: readonly string[];
      readonly flags: readonly string[];
    }[];
  }>({
    exit: 5,
    title: "Something may have been renamed, and nobody said so",
    message: ({ questions }) =>
      `Nobody said whether ${
        questions.map(({ kind, from, candidates }) =>
          `${kind} "${from}" was renamed to ${candidates.map((one) => `"${one}"`).join(" or ")}, or is gone`
        ).join("; nor whether ")
      }`,
    why: "Renaming keeps the data, dropping and making anew loses it; a guess could do the wrong one of the two",
    hint: ({ questions }) =>
      `Say which it is with ${
        questions.map(({ flags }) => flags.join(" or ")).join("; and with ")
      }; or say that all of them are really new with --no-rename`,
    advice: "Say it with --rename OLD=NEW (OLD= when it is really gone), with renamedFrom in the model, or --no-rename",
  }),
  "schema/rename-target": entry<{ rename: string; nearest: string | null }>({
    exit: 2,
    title: "A rename was given that fits nothing",
    message: ({ rename }) => `--rename "${rename}" fits nothing: the old name must go away, and the new one come`,
    why: "The old name must be in the schema as it is and not in the models, the new name the other way round",
    hint: ({ nearest }) =>
      nearest === null
        ? "See what differs with: migrate diff migrations models --format summary"
        : `Did you mean --rename '${nearest}'?`,
    advice: "See what differs with: migrate diff migrations models --format summary",
  }),
  "schema/unproven": entry<{
    direction: "up" | "down";
    /** The statement that was refused; null when all ran, but did not arrive. */
    statement: string | null;
    message: string | null;
    sqlstate: string | null;
    /** What is left to do, a line each. */
    differences: readonly string[];
  }>({
    exit: 3,
    title: "The new revision does not lead where it should",
    message: ({ direction, statement, message, differences }) =>
      statement === null
        ? `Tried out in the scratch database, the ${direction} part does not arrive; still to do: ${
          differences.join("; ")
        }`
        : `Tried out in the scratch database, the ${direction} part fails: ${message} in: ${statement}`,
    why:
      "Every generated revision is run up and down before it is written; this one was not written, since it would not make the wanted schema, or not bring the old one back",
    hint:
      "If `rewrite` in migrate.config.ts changes statements, look there first; otherwise write the revision by hand with: migrate revision -m, and report what could not be generated",
  }),
  "schema/bad-rewrite": entry<{ found: string }>({
    exit: 2,
    title: "The rewrite function returned something else than changes",
    message: ({ found }) => `"rewrite" of the config returned ${found}`,
    why:
      "It is given { up, down }, lists of changes with their sql, and returns the same shape, or nothing for no change",
    hint: "Return { up, down }, each a list of objects with a text `sql`",
  }),
} as const;
