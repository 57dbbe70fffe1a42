import { entry } from "../problem.ts";

const meant = (nearest: string | null, otherwise: string): string =>
  nearest === null ? otherwise : `Did you mean "${nearest}"?`;

const headerKeys = "The keys are revision, parents, depends-on, labels, replaces, created, variables";
const markers = "The markers are -- migrate:up and -- migrate:down";

/** What is wrong with directories, files and their headers; found before anything runs. */
const headerProblems = {
  "file/no-directory": entry<{ directory: string; configured: boolean }>({
    exit: 2,
    title: "A directory of revisions does not exist",
    message: ({ directory, configured }) =>
      configured
        ? `The directory "${directory}" does not exist or cannot be read`
        : `There is no migrate.toml here or above, and no directory "${directory}"`,
    why: "Revisions are looked for in the directories that the config lists in migrations, else in migrations",
    hint: ({ configured }) =>
      configured
        ? "Correct migrations in the config, or write the first revision, which makes the directory: migrate revision"
        : "Go to the project's directory, or start a project here with: migrate init",
    advice: "Go to the project's directory, or start one with: migrate init; or correct migrations in the config",
  }),
  "file/unreadable": entry<{ reason: string }>({
    exit: 2,
    title: "A file cannot be read",
    message: ({ reason }) => `The file cannot be read: ${reason}`,
    why: "The system refused to open or read it",
    hint: "Check that it is a file and that you may read it",
  }),
  "file/not-utf8": entry<{ encoding: string | null }>({
    exit: 2,
    title: "A file is not UTF-8",
    message: ({ encoding }) => `The file is ${encoding === null ? "not UTF-8" : `${encoding}, not UTF-8`}`,
    why: "A text in another encoding would reach the database as other characters than you see",
    hint: "Save it as UTF-8; with or without a byte order mark is the same",
  }),
  "file/no-header": entry<{ format: "sql" | "ts" }>({
    exit: 2,
    title: "A file in a directory of revisions has no revision header",
    message: ({ format }) => `The file has no "${format === "sql" ? "--" : "//"} revision: …" line at its top`,
    why: "The graph is built from headers; a file without one would silently never run",
    hint: ({ format }) =>
      `Add the header (migrate revision -m writes one), move the file, or begin its name with "_"${
        format === "sql" ? "; a file of dbmate begins with digits and holds -- migrate:up" : ""
      }`,
    advice: 'Add the header (migrate revision -m writes one), move the file, or begin its name with "_"',
  }),
  "file/no-parents": entry<Record<never, never>>({
    exit: 2,
    title: "A revision header has no parents",
    message: () => `The header has no "parents:" line`,
    why: "Without it a revision in the middle of the history would become a new base",
    hint: 'Add "parents: none" or the ids of the revisions that it follows',
  }),
  "file/unknown-header-key": entry<{ key: string; nearest: string | null }>({
    exit: 2,
    title: "A header has an unknown key",
    message: ({ key }) => `The header has an unknown key "${key}"`,
    why: "A misspelt key would silently be a comment. Comments may stand after an empty line below the header",
    hint: ({ nearest }) => meant(nearest, headerKeys),
    advice: headerKeys,
  }),
  "file/header-key-twice": entry<{ key: string }>({
    exit: 2,
    title: "A header has a key twice",
    message: ({ key }) => `The header has the key "${key}" twice`,
    why: "Only one of the two values could hold",
    hint: "Keep one line; several values are separated by commas",
  }),
  "file/bad-header-value": entry<{ key: string; value: string }>({
    exit: 2,
    title: "A header has a value that its key cannot have",
    message: ({ key, value }) => `"${value}" cannot be a value of "${key}"`,
    why:
      'An id or label has no white space and none of "@", "+", "-", ":", ","; a time is ISO 8601; a variable is a word',
    hint: ({ key }) =>
      key === "created" ? "Write it as 2026-11-22T14:16:00Z" : "Write one value, or several separated by commas",
    advice: "Write one value, or several separated by commas; a time as 2026-11-22T14:16:00Z",
  }),
} as const;

/** What is wrong with a SQL revision's body. */
const bodyProblems = {
  "file/no-up-block": entry<Record<never, never>>({
    exit: 3,
    title: "A SQL revision has no up block",
    message: () => "The file has no -- migrate:up line",
    why: "Statements belong to a block, which says in which direction they run",
    hint: "Put -- migrate:up above the statements; an empty block does nothing",
  }),
  "file/statement-outside-block": entry<Record<never, never>>({
    exit: 3,
    title: "A statement stands above the first block",
    message: () => "The statement stands above the first -- migrate:up or -- migrate:down",
    why: "It belongs to no direction, so that it would silently never run",
    hint: "Move it below -- migrate:up",
  }),
  "file/unknown-marker": entry<{ marker: string; nearest: string | null }>({
    exit: 3,
    title: "A migrate marker is unknown",
    message: ({ marker }) => `"-- migrate:${marker}" is not a marker`,
    why: "A misspelt marker would silently be a comment, and its statements would run in the block above",
    hint: ({ nearest }) => nearest === null ? markers : `Did you mean "-- migrate:${nearest}"?`,
    advice: markers,
  }),
  "file/unknown-marker-option": entry<{ option: string }>({
    exit: 3,
    title: "A marker has an unknown option",
    message: ({ option }) => `The marker has an unknown option "${option}"`,
    why: "A misspelt option would silently run the block in a transaction",
    hint: "The options are transaction:false and transaction:true",
  }),
  "file/marker-after-code": entry<Record<never, never>>({
    exit: 3,
    title: "A marker does not stand at the beginning of its line",
    message: () => "The marker stands behind a statement",
    why: "A reader, and other tools that read these files, would take it for a comment",
    hint: "Put it on a line of its own",
  }),
  "file/transaction-control": entry<{ command: string }>({
    exit: 3,
    title: "A block begins or ends a transaction by itself",
    message: ({ command }) => `"${command}" cannot stand in a revision`,
    why:
      "Each block is one transaction, which also holds the row of the history table, or with transaction:false none at all",
    hint: "Take it out; another -- migrate:up begins a new transaction. SAVEPOINT and ROLLBACK TO are fine",
  }),
  "file/variable-not-set": entry<{ name: string }>({
    exit: 2,
    title: "A variable of a revision has no value",
    message: ({ name }) => `The variable "${name}" has no value`,
    why: "The header declares it and the text uses it; an empty text in its place would be a guess",
    hint: ({ name }) => `Give it with -x ${name}=value, or under [variables] in the config`,
    advice: "Give it with -x name=value, or under [variables] in the config",
  }),
  "file/unknown-variable": entry<{ name: string; nearest: string }>({
    exit: 2,
    title: "A placeholder is nearly a declared variable",
    message: ({ name }) => `The placeholder "\${${name}}" is not declared in the header`,
    why: "Placeholders are replaced only for names that the header declares; this one would reach the server as it is",
    hint: ({ nearest }) => `Did you mean "\${${nearest}}"? Else add the name to variables in the header`,
    advice: "Add the name to variables in the header, or correct it",
  }),
} as const;

const operations = "Use the operations of migrate:kit, or sql`…` for SQL text";

/** What is wrong with what a TypeScript revision exports. */
const exportProblems = {
  "file/no-up-export": entry<Record<never, never>>({
    exit: 3,
    title: "A TypeScript revision does not export up",
    message: () => `The file does not export "up"`,
    why: "up is what the revision does; without down it is irreversible, without up it is nothing",
    hint: "Write: export const up = [ … ]",
  }),
  "file/bad-export": entry<{ name: string; found: string }>({
    exit: 3,
    title: "A TypeScript revision exports something else than operations",
    message: ({ name, found }) => `"${name}" is ${found}, not an array of operations`,
    why: "up and down are arrays of operations, or functions (sync or async) that return one",
    hint: operations,
  }),
  "file/bad-operation": entry<{ name: string; number: number; found: string }>({
    exit: 3,
    title: "A TypeScript revision holds something that is not an operation",
    message: ({ name, number, found }) => `Entry ${number} of "${name}" is ${found}, not an operation`,
    why: "Operations are plain values that say what they do, so that dry runs, scripts and lint can read them",
    hint: operations,
  }),
} as const;

const fileTemplateWords = "{created} {rev} {slug} {year} {month} {day} {hour} {minute} {second} {epoch}";

/** What can go wrong when files are written. */
const writeProblems = {
  "file/exists": entry<Record<never, never>>({
    exit: 2,
    title: "A file exists already",
    message: () => "The file exists already",
    why: "Nothing is overwritten",
    hint: "Choose another message, or another file_template in the config",
  }),
  "file/unwritable": entry<{ reason: string; inTheWay?: string }>({
    exit: 2,
    title: "A file cannot be written",
    message: ({ reason, inTheWay }) =>
      inTheWay === undefined
        ? `The file cannot be written: ${reason}`
        : `The file cannot be written: "${inTheWay}" is no directory`,
    why: "The system refused",
    hint: ({ inTheWay }) =>
      inTheWay === undefined
        ? "Check the rights of the directory and the space on the disk"
        : "Choose another directory, or move away what is there",
    advice: "Check the rights of the directory and the space on the disk",
  }),
  "file/bad-template": entry<{ template: string; reason: string }>({
    exit: 2,
    title: "A file name template cannot be used",
    message: ({ template, reason }) => `The file_template "${template}" ${reason}`,
    why: "It makes the names of new revision files, which must be found again in their directory",
    hint: `It may hold ${fileTemplateWords} and what file names may hold`,
  }),
  "file/hook-failed": entry<{ command: string; code: number | null; output: string }>({
    exit: 3,
    title: "A hook failed on a newly written file",
    message: ({ command, code }) =>
      `The hook "${command}" ${code === null ? "could not be run" : `ended with ${code}`}`,
    why: "The config lists it under hooks.after_write; the file itself has been written",
    hint: ({ output }) => output === "" ? "Run it by hand to see why" : output,
    advice: "Run it by hand to see why",
  }),
  "file/bad-sum": entry<{ conflict: boolean }>({
    exit: 2,
    title: "A line of migrate.sum cannot be read",
    message: ({ conflict }) =>
      conflict ? "The file holds a merge conflict" : "The line is not a checksum and a file name",
    why: "Two branches that each added a revision conflict here, so that somebody looks at the order",
    hint: "Merge the heads with: migrate merge heads -m MESSAGE, which also writes the file anew",
  }),
  "file/sum-mismatch": entry<
    {
      present: boolean;
      changed: readonly string[];
      unlisted: readonly string[];
      gone: readonly string[];
      reordered: boolean;
    }
  >({
    exit: 2,
    title: "Revisions and migrate.sum do not agree",
    message: (data) => `The file ${sumDifference(data).join("; ")}`,
    why: "It lists every revision's checksum in the order of the graph, so that a change of the history is seen",
    hint: "Look at the change; if it is meant, migrate edit and migrate revision write the file anew",
  }),
} as const;

function sumDifference(data: {
  present: boolean;
  changed: readonly string[];
  unlisted: readonly string[];
  gone: readonly string[];
  reordered: boolean;
}): string[] {
  const names = (list: readonly string[]) => list.map((name) => `"${name}"`).join(", ");
  if (!data.present) return ["is missing"];
  return [
    ...(data.changed.length > 0 ? [`has another checksum for ${names(data.changed)}`] : []),
    ...(data.unlisted.length > 0 ? [`does not list ${names(data.unlisted)}`] : []),
    ...(data.gone.length > 0 ? [`lists ${names(data.gone)}, which is gone`] : []),
    ...(data.reordered ? ["has another order than the graph"] : []),
  ];
}

/** Problems of revision files. */
export const fileProblems = { ...headerProblems, ...bodyProblems, ...exportProblems, ...writeProblems } as const;
