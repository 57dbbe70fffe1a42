/** What a run would do, for `--dry-run`: the same value as the run's, without anything that runs. */
import type { Block, Spot } from "../../sql/statement.ts";
import type { Applied, LoadedStep, Progress, StepRef } from "./types.ts";

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
 * The steps with their statements, as plain data for text and JSON. With the rows of the history, what a half-done
 * revision has behind it is left out.
 *
 * ```ts
 * listingOf(await loadSteps(steps, policy))[0]?.blocks[0]?.statements[0]?.sql;
 * ```
 */
export function listingOf(steps: readonly LoadedStep[], rows: Applied["rows"] = new Map()): ListedStep[] {
  return steps.map((step) => {
    const { id, direction, message, file, tips, checksum, blocks } = step;
    const progress = rows.get(id)?.progress ?? null;
    const left = progress?.direction === direction ? blocksAfter(blocks, progress) : blocks;
    return { id, direction, message, file, tips, checksum, blocks: left.map(listed) };
  });
}

function blocksAfter(blocks: readonly Block[], { blocks: done, statements }: Progress): Block[] {
  return blocks.slice(done).map((block, at) =>
    at === 0 ? { ...block, statements: block.statements.slice(statements) } : block
  );
}

function listed({ transaction, statements }: Block): ListedBlock {
  return {
    transaction,
    statements: statements.map((statement) => ({
      sql: statement.kind === "sql" ? statement.sql : null,
      description: statement.description,
      at: statement.at,
    })),
  };
}
