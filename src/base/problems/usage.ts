export const usageProblems = {} as const;
