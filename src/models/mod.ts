/** Model sources: zod tables, Drizzle, SQL files, commands; each becomes DDL. */
export { applyInAnyOrder, type Refusal, type RunStatements, type Unapplied } from "./apply.ts";
export {
  type ChangedTables,
  changedTables,
  type KnownStatement,
  knownStatements,
  mentionedElsewhere,
} from "./changed-tables.ts";
export { columnPlace } from "./column-place.ts";
export { importedFile } from "./fingerprint.ts";
export { modelDdl, type ModelOptions, replyMark } from "./model-ddl.ts";
export type { LoadedModels, LoadReply, LoadRequest } from "./reply.ts";
export type { ModelEntry } from "./sources.ts";
export { sqlStatements } from "./sql-source.ts";
export type { ModelStatement } from "./statement.ts";
export type { RenameHint } from "./zod/read-table.ts";
