/** Snapshots of PostgreSQL schemas and the differ between them. */
export { diff, isStuck, type SchemaPlan } from "./diff.ts";
export type { Fact, FactOf, Kind } from "./fact.ts";
export { isKind, keyOf } from "./fact.ts";
export type { FilterOptions } from "./filter.ts";
export type { ReadOptions } from "./gather.ts";
export { fillGap, type Gap, gapFor, type Part, touchedPart, withPart } from "./part.ts";
export { type Catalog, readSnapshot } from "./read.ts";
export {
  type Lone,
  type Rename,
  type RenameKind,
  type RenameQuestion,
  renamesAt,
  type RenameStage,
  renameStages,
  renameStatements,
  reverseOf,
  stayingAt,
} from "./renames.ts";
export { emptySnapshot, type Snapshot, type Unmodelled } from "./snapshot.ts";
export { type LockLevel, lockLevels, type PlannedStatement, type TransactionNeed } from "./statement.ts";
