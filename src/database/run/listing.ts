/** What a run would do, for `--dry-run`: the same value as the run's, without anything that runs. */
import type { Spot } from "../../sql/statement.ts";
import type { LoadedStep, StepRef } from "./types.ts";

/** A statement of a listing; `sql` is null for code. */
export interface ListedStatement {
  readonly sql: string | null;
  readonly description: string | null;
  readonly at: Spot;
}

/** A block of a listing. */
export interface ListedBlock {
  readonly transaction: boolean;
  readonly statements: readonly ListedStatement[];
}

/** A step of a listing. */
export interface ListedStep extends StepRef {
  readonly checksum: string | null;
  readonly blocks: readonly ListedBlock[];
}

/**
 * The steps with their statements, as plain data for text and JSON.
 *
 * ```ts
 * listingOf(await loadSteps(steps, policy))[0]?.blocks[0]?.statements[0]?.sql;
 * ```
 */
export function listingOf(steps: readonly LoadedStep[]): ListedStep[] {
  return steps.map(({ id, direction, message, file, tips, checksum, blocks }) => ({
    id,
    direction,
    message,
    file,
    tips,
    checksum,
    blocks: blocks.map(({ transaction, statements }) => ({
      transaction,
      statements: statements.map((statement) => ({
        sql: statement.kind === "sql" ? statement.sql : null,
        description: statement.description,
        at: statement.at,
      })),
    })),
  }));
}
