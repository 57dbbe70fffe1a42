export const modelProblems = {} as const;
