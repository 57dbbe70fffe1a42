import { entry } from "../problem.ts";

export const kitProblems = {
  "kit/bad-argument": entry<{ operation: string; argument: string; wanted: string; found: string }>({
    exit: 3,
    title: "An operation was given an argument that it cannot use",
    message: ({ operation, argument, wanted, found }) =>
      `"${operation}" wants ${wanted} as its "${argument}" and was given ${found}`,
    why:
      "An operation is rendered to SQL before anything runs, so an argument that cannot become SQL stops the run while nothing has been changed",
    hint:
      "Mend the argument in the revision; `migrate types` writes declarations with which an editor shows such mistakes as you type",
  }),
  "kit/lost-backslash": entry<{ escape: string; text: string }>({
    exit: 3,
    title: "A backslash in an sql template is lost before PostgreSQL sees it",
    message: ({ escape, text }) => `JavaScript drops the backslash of "${escape}" in sql\`${text}\``,
    why:
      "In a template, JavaScript reads \\d as d and \\b as a control character, so a regular expression would quietly mean something else",
    hint: "Write the backslash twice, for example sql`code ~ '^\\\\d+$'`",
  }),
  "kit/unwritable-value": entry<{ found: string; where: string }>({
    exit: 3,
    title: "A value has no form in SQL",
    message: ({ found, where }) => `${found} cannot be written as an SQL value in ${where}`,
    why:
      "Values become SQL literals: null, numbers, bigint, booleans, text, dates, bytes, arrays, plain objects (as JSON) and sql fragments have such a form",
    hint: "Convert the value first, or write it as sql`…`; use json(value) for an array that goes into a json column",
  }),
} as const;
