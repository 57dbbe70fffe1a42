import { entry } from "../problem.ts";

const where = ({ table, column }: { table: string; column: string | null }) =>
  column === null ? `table "${table}"` : `column "${column}" of table "${table}"`;

/** Problems of models: what describes a schema and cannot be read, or cannot become DDL. */
export const modelProblems = {
  "model/unmappable-type": entry<{ table: string; column: string; type: string }>({
    exit: 2,
    title: "A column's zod type has no PostgreSQL type",
    message: (data) => `The zod type "${data.type}" of ${where(data)} has no PostgreSQL type`,
    why: "Only types whose values a column can hold are mapped; guessing one would lose data later",
    hint: 'Say the type yourself: `.meta({ type: "jsonb" })`, or take the column out of the table',
  }),
  "model/bad-option": entry<{ table: string; column: string | null; option: string; wanted: string; found: string }>({
    exit: 2,
    title: "A model has an option that cannot be used",
    message: (data) => `${data.option} of ${where(data)} must be ${data.wanted}, and is ${data.found}`,
    why: "A model becomes DDL; an option that PostgreSQL would refuse or read differently is refused before",
    hint: "Mend the option; `migrate types` writes declarations with which an editor shows such mistakes",
  }),
  "model/unknown-option": entry<{ table: string; column: string | null; option: string; nearest: string | null }>({
    exit: 2,
    title: "A model has an option that does not exist",
    message: (data) => `There is no option "${data.option}" for ${where(data)}`,
    why: "An option that is silently ignored would leave the database without what you asked for",
    hint: (data) =>
      data.nearest === null ? "See the list of options in the models page." : `Did you mean "${data.nearest}"?`,
    advice: "See the list of options in the models page of the documentation",
  }),
  "model/unknown-column": entry<{ table: string; column: string; option: string; nearest: string | null }>({
    exit: 2,
    title: "A model names a column that its table does not have",
    message: ({ table, column, option }) =>
      `${option} of table "${table}" names the column "${column}", which it does not have`,
    why: "Keys and indexes can only use columns of their own table",
    hint: (data) => data.nearest === null ? "Name a column of the table." : `Did you mean "${data.nearest}"?`,
    advice: "Name a column of the table, by its key in the model or its name in the database",
  }),
  "model/unknown-reference": entry<{ table: string; column: string; target: string }>({
    exit: 2,
    title: "A foreign key refers to nothing",
    message: ({ table, column, target }) => `Column "${column}" of table "${table}" refers to ${target}`,
    why: "A foreign key needs a table and a column that the models define",
    hint: "Return a column of an exported table, for example `references: () => User.id`",
  }),
  "model/duplicate-name": entry<{ kind: string; name: string; first: string | null }>({
    exit: 2,
    title: "Two models have one name",
    message: ({ kind, name, first }) =>
      `The ${kind} "${name}" is defined twice${first === null ? "" : `, first in ${first}`}`,
    why: "Tables, views, sequences and indexes of a schema share their names, and so do types",
    hint: "Rename one of them, or give it another schema",
  }),
  "model/duplicate-column": entry<{ table: string; column: string }>({
    exit: 2,
    title: "Two columns of a table have one name",
    message: ({ table, column }) => `Two columns of table "${table}" have the name "${column}"`,
    why: "A name that is given to a column, and one that `naming` or `casing` makes of a key, can be another column's",
    hint: "Give one of them another name",
  }),
  "model/not-exported": entry<{ names: readonly string[] }>({
    exit: 2,
    title: "A table is defined and not exported",
    message: ({ names }) => `No model file exports ${names.map((name) => `"${name}"`).join(", ")}`,
    why: "Models are what the files in `models` export; a table that is left out would be dropped from the database",
    hint: "Export it, or move it out of the files that the models load",
  }),
  "model/no-files": entry<{ pattern: string }>({
    exit: 2,
    title: "A model entry matches no file",
    message: ({ pattern }) => `The models "${pattern}" match no file`,
    why: "Without models every table would count as one to drop",
    hint: "Correct `models` in the config; paths start from the config file's directory",
  }),
  "model/nothing-defined": entry<{ source: string }>({
    exit: 2,
    title: "A model source defines nothing",
    message: ({ source }) => `"${source}" defines no table, view or other object`,
    why: "Without models every table would count as one to drop",
    hint:
      'Export tables made with `table("users", z.object({ … }))` or `pgTable()`: a zod object alone is none. Or take the entry out of `models`',
  }),
  "model/load-failed": entry<{ file: string; error: string; message: string; stack: string | null }>({
    exit: 2,
    title: "A model file could not be loaded",
    message: ({ file, error, message }) => `Loading "${file}" failed with ${error}: ${message}`,
    why: "Models are TypeScript files that are run to see what they export",
    hint: "Mend the file; model files should define tables and do nothing else",
  }),
  "model/timeout": entry<{ source: string; seconds: number }>({
    exit: 2,
    title: "A model source did not end in time",
    message: ({ source, seconds }) => `"${source}" was still running after ${seconds} s`,
    why: "Model files should define tables and end; one that waits or loops would hold up every command",
    hint: "Look for a loop, an open connection or a server in what the file imports, or raise `model_timeout`",
  }),
  "model/command-failed": entry<{ command: string; status: string; stderr: string }>({
    exit: 2,
    title: "A model command failed",
    message: ({ command, status, stderr }) => `"${command}" ${status}${stderr === "" ? "" : `:\n${stderr}`}`,
    why: "The command's output is the schema; output of a failed command could be half of one",
    hint: "Run the command by hand until it prints DDL and ends with status 0",
  }),
  "model/code-denied": entry<{ source: string }>({
    exit: 5,
    title: "A model source would run code where that is denied",
    message: ({ source }) => `"${source}" would run code, and typescript = "deny" forbids it here`,
    why: 'With typescript = "deny" nothing that a repository brings is run on this machine',
    hint: "Describe the models in SQL files, or run this command where code is allowed",
  }),
  "model/unreadable": entry<{ file: string; reason: string }>({
    exit: 2,
    title: "A model file could not be read",
    message: ({ file, reason }) => `"${file}" could not be read: ${reason}`,
    why: "Every file of the models has to be read before they can be compared",
    hint: "Check the path and its permissions",
  }),
} as const;
