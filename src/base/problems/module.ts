import { entry } from "../problem.ts";

/** Problems of users' TypeScript: config, revisions, models. */
export const moduleProblems = {
  "module/denied": entry<{ what: string }>({
    exit: 2,
    title: "TypeScript is refused on this machine",
    message: ({ what }) => `A ${what} in TypeScript is refused: typescript is "deny"`,
    why: "Loading it would run its code; with deny only SQL files and migrate.toml are read",
    hint: 'Use the SQL format, or allow it with typescript = "allow" (or MIGRATE_TYPESCRIPT=allow)',
  }),
  "module/not-found": entry<{ specifier: string }>({
    exit: 3,
    title: "An import of a TypeScript file cannot be found",
    message: ({ specifier }) => `The import "${specifier}" cannot be found`,
    why: "Nothing is fetched: a package must be in a node_modules directory at or above the file",
    hint: ({ specifier }) =>
      /^[./]/.test(specifier)
        ? "Check the path; it is relative to the file that imports it"
        : 'Install the package in the project; what this program serves is called "migrate:kit"',
    advice: "Check a relative path; install a package in the project",
  }),
  "module/failed": entry<{ error: string; message: string }>({
    exit: 3,
    title: "A TypeScript file could not be loaded or its code failed",
    message: ({ error, message }) => `${error}: ${message}`,
    why: "It does not parse, or it threw while it was loaded or asked for its operations",
    hint: "Correct the file; nothing of it was run against the database",
  }),
} as const;
