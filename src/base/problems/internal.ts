import { entry } from "../problem.ts";

/** What should not happen. */
export const internalProblems = {
  "internal/unexpected": entry<{ message: string }>({
    exit: 3,
    title: "Something failed that this program did not foresee",
    message: ({ message }) => `Unexpected error: ${message}`,
    why: "This is a defect of the program, or of the machine it runs on",
    hint: "Run it again with --verbose to see where it happened, and report it with that text",
  }),
} as const;
