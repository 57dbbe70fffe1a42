export const fileProblems = {} as const;
