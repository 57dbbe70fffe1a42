/** What TypeScript revisions, models and `migrate.config.ts` import as `migrate:kit`. */
export * from "./operations.ts";
