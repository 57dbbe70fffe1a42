/** Every operation of `migrate:kit`; nothing heavy is imported from here. */
export { execute, run } from "./code.ts";
export { addColumn, alterColumn, type ColumnChanges, commentOnColumn, dropColumn, renameColumn } from "./columns.ts";
export {
  createCheckConstraint,
  createExcludeConstraint,
  createForeignKey,
  createPrimaryKey,
  createUniqueConstraint,
  dropConstraint,
  renameConstraint,
  validateConstraint,
} from "./constraints.ts";
export { addEnumValue, createEnum, dropEnum, renameEnum, renameEnumValue } from "./enums.ts";
export { createIndex, dropIndex, renameIndex } from "./indexes.ts";
export type { DropOptions, InSchema, RunOperation, SqlOperation } from "./operation.ts";
export { bulkInsert, type Row } from "./rows.ts";
export {
  alterSequence,
  createExtension,
  createSchema,
  createSequence,
  dropExtension,
  dropSchema,
  dropSequence,
} from "./schemas.ts";
export {
  attachPartition,
  commentOnTable,
  createTable,
  detachPartition,
  dropTable,
  renameTable,
  setTableSchema,
} from "./tables.ts";
export { json, type Sql, sql, type SqlTag } from "../sql/fragment.ts";
export type { Operation, RevisionDatabase } from "../sql/statement.ts";
export type { SqlValue } from "../sql/value.ts";
export type {
  Check,
  Column,
  Deferrable,
  Exclusion,
  ExclusionElement,
  Expression,
  ForeignKey,
  Generated,
  Identity,
  IndexElement,
  IndexElementOptions,
  IndexOptions,
  PrimaryKey,
  References,
  ReferentialAction,
  SequenceOptions,
  StorageParameters,
  Unique,
} from "../models/ddl/shapes.ts";
export type { IndexCreation } from "../models/ddl/indexes.ts";
export type { Columns, TableOptions } from "../models/ddl/table.ts";
