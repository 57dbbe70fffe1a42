import { entry } from "../problem.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

const waysToADatabase =
  "--url, or set MIGRATE_URL or DATABASE_URL, or write url in migrate.toml (pglite:.migrate/dev needs no server)";

/** Problems of the configuration. */
export const configProblems = {
  "config/not-found": entry<{ file: string }>({
    exit: 2,
    title: "The config file that was named does not exist",
    message: ({ file }) => `There is no config file "${file}"`,
    why: "--config or MIGRATE_CONFIG names it; without them migrate.toml is looked for upwards from here",
    hint: "Correct the path, or make a project with: migrate init",
  }),
  "config/unreadable": entry<{ reason: string }>({
    exit: 2,
    title: "A file of the configuration cannot be read",
    message: ({ reason }) => `The file cannot be read: ${reason}`,
    why: "The system refused to open or read it",
    hint: "Check that it is a file and that you may read it",
  }),
  "config/two-files": entry<{ files: readonly string[] }>({
    exit: 2,
    title: "A directory has two config files",
    message: ({ files }) => `There are two config files: ${quoted(files)}`,
    why: "Which of them holds would be a guess",
    hint: "Remove one, or name one with --config",
  }),
  "config/syntax": entry<{ reason: string }>({
    exit: 2,
    title: "The config file is not TOML",
    message: ({ reason }) => `The file is not valid TOML: ${reason}`,
    why: "Nothing can be read from it until it is",
    hint: "Correct the line; texts need quotes, and a table begins with [name]",
  }),
  "config/no-default-export": entry<{ found: string }>({
    exit: 2,
    title: "migrate.config.ts does not export a config",
    message: ({ found }) => `The default export is ${found}, not a config`,
    why: "The config is what the file exports by default",
    hint: "Write: export default defineConfig({ … })",
  }),
  "config/unknown-key": entry<{ key: string; nearest: string | null }>({
    exit: 2,
    title: "The config has an unknown key",
    message: ({ key }) => `The config has an unknown key "${key}"`,
    why: "A misspelt setting would silently have no effect",
    hint: ({ nearest }) =>
      nearest === null ? "See all settings with: migrate config show" : `Did you mean "${nearest}"?`,
    advice: "See all settings with: migrate config show",
  }),
  "config/bad-value": entry<{ key: string; found: string | null; expected: string }>({
    exit: 2,
    title: "A setting has a value that it cannot have",
    message: ({ key, found, expected }) => `"${key}" must be ${expected}${found === null ? "" : `, not ${found}`}`,
    why: "The value stands in the config file, in an environment variable or behind a flag of this name",
    hint: "Correct it; migrate config show prints what each setting is and where it comes from",
  }),
  "config/unknown-env": entry<{ name: string; known: readonly string[]; nearest: string | null }>({
    exit: 2,
    title: "No environment has this name",
    message: ({ name, known }) =>
      `The config has no environment "${name}"${known.length === 0 ? "" : ` (it has ${quoted(known)})`}`,
    why: "--env or MIGRATE_ENV names it; a wrong one must never mean another database",
    hint: ({ name, nearest }) => nearest === null ? `Add [env.${name}] to the config` : `Did you mean "${nearest}"?`,
    advice: "Add [env.NAME] to the config",
  }),
  "config/variable-not-set": entry<{ key: string; names: readonly string[] }>({
    exit: 2,
    title: "An environment variable that the config needs is not set",
    message: ({ key, names }) => `"${key}" needs ${quoted(names)}, which ${names.length === 1 ? "is" : "are"} not set`,
    why: "An empty text in its place could mean another database",
    hint: ({ names }) => `Set it, or give a text for when it is not: \${${names[0]}:-text}`,
    advice: "Set it, or give a text for when it is not: ${NAME:-text}",
  }),
  "config/no-database": entry<{ envs: readonly string[] }>({
    exit: 2,
    title: "No database is named",
    message: () => "Nothing says which database to use",
    why: "There is no silent default: a migration must not find a database by accident",
    hint: ({ envs }) =>
      `${
        envs.length === 0 ? "Give" : `Choose an environment with --env (${envs.join(", ")}), or give`
      } ${waysToADatabase}`,
    advice: `Give ${waysToADatabase}`,
  }),
  "config/two-urls": entry<Record<never, never>>({
    exit: 2,
    title: "Two options name a database",
    message: () => "--url and --url-file cannot be given together",
    why: "Which of them holds would be a guess",
    hint: "Leave one out",
  }),
  "config/empty-url-file": entry<Record<never, never>>({
    exit: 2,
    title: "The file of --url-file is empty",
    message: () => "The file holds no URL",
    why: "--url-file reads the database's URL from a mounted secret",
    hint: "Check that the secret is mounted; the URL is the file's first line",
  }),
} as const;
