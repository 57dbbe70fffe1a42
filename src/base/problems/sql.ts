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
} as const;
