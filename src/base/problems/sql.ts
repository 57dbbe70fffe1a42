import { entry } from "../problem.ts";

/** Problems of SQL text: what cannot be quoted, cut into statements or run as it stands. */
export const sqlProblems = {
  "sql/nul-character": entry<{ text: string }>({
    exit: 3,
    title: "A text holds the character U+0000",
    message: ({ text }) => `The text ${JSON.stringify(text.slice(0, 40))} holds the character U+0000`,
    why: "No PostgreSQL text, name or statement can hold it",
    hint: "Take the character out; binary data belongs in bytea",
  }),
  "sql/unterminated": entry<{ what: string }>({
    exit: 3,
    title: "A quote or a comment has no end",
    message: ({ what }) => `The ${what} that begins here has no end`,
    why: "Everything after it belongs to it, so that no statement can be made out",
    hint: "Close it; within a string a quote is written twice, and comments nest",
  }),
  "sql/unclosed": entry<{ what: string }>({
    exit: 3,
    title: "A parenthesis or a function body has no end",
    message: ({ what }) => `The ${what} that begins here has no end`,
    why: "A semicolon inside of it does not end a statement, so that the rest of the text belongs to this one",
    hint: 'Close it with ")", or the body of a function with END',
  }),
  "sql/psql-command": entry<{ command: string }>({
    exit: 3,
    title: "A command of psql stands in the SQL",
    message: ({ command }) => `"${command}" is a command of psql, not SQL`,
    why: "Only psql understands lines that begin with a backslash; the server never sees them",
    hint: ({ command }) =>
      command === "\\restrict" || command === "\\unrestrict"
        ? "pg_dump writes this line; delete it"
        : "Take it out, or write what it does in SQL",
    advice: "Take it out, or write what it does in SQL",
  }),
  "sql/copy-from-stdin": entry<Record<never, never>>({
    exit: 3,
    title: "COPY reads its rows from the script",
    message: () => "COPY … FROM STDIN takes rows from psql's input, which a revision does not have",
    why: "The rows below the statement are data of psql's protocol, not SQL",
    hint: "Write the rows as INSERT (pg_dump: --inserts), or use bulkInsert in a TypeScript revision",
  }),
} as const;
