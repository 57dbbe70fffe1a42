import { entry } from "../problem.ts";

/** Problems of the revision graph and of identifiers. */
export const revisionProblems = {
  "revision/not-found": entry<{ name: string; nearest: string | null }>({
    exit: 2,
    title: "No revision or branch has this name",
    message: ({ name }) => `No revision or branch is called "${name}"`,
    why:
      "An identifier is a full id, a branch label, a unique prefix of four or more characters, or a symbol such as head",
    hint: ({ nearest }) => nearest === null ? "List the revisions with: migrate history" : `Did you mean "${nearest}"?`,
    advice: "List the revisions with: migrate history",
  }),
} as const;
