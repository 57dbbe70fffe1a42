/** What TypeScript revisions, models and `migrate.config.ts` import as `migrate:kit`. */
export * from "./operations.ts";
export { defineConfig } from "./config.ts";
export type {
  PlannedChange,
  ProjectConfig,
  RevisionStep,
  Rewritten,
  RewrittenChange,
  SchemaObject,
  Settings,
} from "./config.ts";
export {
  compositeType,
  ddl,
  domain,
  extension,
  fn,
  materializedView,
  schema,
  sequence,
  view,
} from "../models/define/builders.ts";
export type {
  CommonOptions,
  Definition,
  DefinitionKind,
  DefinitionOf,
  DomainOptions,
  FunctionOptions,
  Grant,
  MaterializedViewOptions,
  ModelIndex,
  Named,
  Partition,
  Policy,
  Trigger,
  ViewOptions,
} from "../models/define/definition.ts";
export { columnOf, enumType, table } from "../models/zod/table.ts";
export type {
  ColumnReference,
  EnumType,
  KeyOf,
  ModelIndexElement,
  ModelTableOptions,
  Table,
  TableChecks,
  TableDefinition,
  TableForeignKey,
  TableIndex,
  ZodObjectLike,
} from "../models/zod/table.ts";
export type { ColumnMetadata } from "../models/zod/metadata.ts";
export { z } from "zod";
