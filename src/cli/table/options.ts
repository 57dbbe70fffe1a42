/** Options that every command has, and those that several commands share. */
import type { OptionSpec } from "./spec.ts";

/** Options that may stand before or after any command. */
export const globalOptions = [
  {
    name: "config",
    kind: "text",
    placeholder: "FILE",
    env: "MIGRATE_CONFIG",
    completes: "file",
    summary: "Read this config file instead of looking for migrate.toml upwards from here",
  },
  {
    name: "env",
    kind: "text",
    placeholder: "NAME",
    env: "MIGRATE_ENV",
    summary: "Use the [env.NAME] section of the config",
  },
  {
    name: "url",
    kind: "text",
    placeholder: "URL",
    env: "MIGRATE_URL",
    summary: "The database: postgres://…, pglite:DIR or pglite:memory",
  },
  {
    name: "url-file",
    kind: "text",
    placeholder: "FILE",
    completes: "file",
    summary: "Read the database URL from a file, such as a mounted secret",
  },
  {
    name: "json",
    kind: "optional",
    choices: ["document", "lines"],
    summary: "Print one JSON document; with --json=lines one event a line while it runs",
  },
  { name: "quiet", short: "q", kind: "flag", summary: "Print results and errors only" },
  { name: "verbose", short: "v", kind: "flag", summary: "Print more: statements, full paths" },
  {
    name: "color",
    kind: "choice",
    choices: ["auto", "always", "never"],
    placeholder: "WHEN",
    summary: "Colour the output",
  },
  {
    name: "variable",
    short: "x",
    kind: "pairs",
    placeholder: "KEY=VALUE",
    summary: "Give a revision a value, as args in TypeScript or ${KEY} in SQL; repeatable",
  },
  { name: "help", short: "h", kind: "flag", summary: "Show help, of a command after its name" },
  { name: "version", short: "V", kind: "flag", summary: "Show the version" },
] as const satisfies readonly OptionSpec[];

export const sqlOption = {
  name: "sql",
  kind: "optional",
  placeholder: "FROM:TO",
  summary: "Write the SQL script for psql instead; reads no database. It starts at FROM, else at --from, else at base",
} as const satisfies OptionSpec;

export const fromOption = {
  name: "from",
  kind: "list",
  placeholder: "TIPS",
  completes: "revision",
  summary: "Take these tips as the state instead of asking the database; repeatable",
} as const satisfies OptionSpec;

export const dryRunOption = {
  name: "dry-run",
  kind: "flag",
  summary: "Show the steps and their statements, and change nothing",
} as const satisfies OptionSpec;

export const waitOption = {
  name: "wait-for-db",
  kind: "duration",
  placeholder: "TIME",
  summary: "Keep trying to connect for this long, for example 30s",
} as const satisfies OptionSpec;

export const tagOption = {
  name: "tag",
  kind: "text",
  placeholder: "TEXT",
  summary: "Record this text with each step in the log, such as a release or a ticket",
} as const satisfies OptionSpec;

export const allowChangedOption = {
  name: "allow-changed",
  kind: "flag",
  summary: "Go on although a file was edited after it was applied",
} as const satisfies OptionSpec;

export const allowDestructiveOption = {
  name: "allow-destructive",
  kind: "flag",
  summary: "Allow what loses data on an environment that the config protects",
} as const satisfies OptionSpec;

export const outOfOrderOption = {
  name: "out-of-order",
  kind: "choice",
  choices: ["error", "warn", "allow"],
  placeholder: "POLICY",
  summary: "What to do with pending revisions that stand below applied ones",
} as const satisfies OptionSpec;

export const messageOption = {
  name: "message",
  short: "m",
  kind: "text",
  placeholder: "TEXT",
  summary: "What the revision does, in a few words",
} as const satisfies OptionSpec;

export const formatOption = {
  name: "format",
  kind: "choice",
  choices: ["sql", "ts"],
  placeholder: "FORMAT",
  summary: "Write SQL or TypeScript; the config's format unless given",
} as const satisfies OptionSpec;

export const branchLabelOption = {
  name: "branch-label",
  kind: "list",
  placeholder: "LABEL",
  summary: "Name the branch that starts with this revision; repeatable",
} as const satisfies OptionSpec;

export const revIdOption = {
  name: "rev-id",
  kind: "text",
  placeholder: "ID",
  summary: "Use this id instead of a new random one",
} as const satisfies OptionSpec;

export const directoryOption = {
  name: "dir",
  kind: "text",
  placeholder: "DIR",
  completes: "directory",
  summary: "Write the file into this one of the config's directories",
} as const satisfies OptionSpec;

export const dependsOnOption = {
  name: "depends-on",
  kind: "list",
  placeholder: "REV",
  completes: "revision",
  summary: "Require that this revision is applied first; repeatable",
} as const satisfies OptionSpec;

export const editOption = {
  name: "edit",
  kind: "flag",
  summary: "Open the new file in VISUAL or EDITOR",
} as const satisfies OptionSpec;
