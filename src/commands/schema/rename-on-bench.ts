/** Finds out what was renamed, stage by stage, by renaming it in a scratch database and looking again. */
import {
  type PlannedStatement,
  type Rename,
  renamesAt,
  renameStages,
  renameStatements,
  reverseOf,
  type Snapshot,
  stayingAt,
} from "../../schema/mod.ts";
import { replayable } from "./blocks.ts";
import { type Decided, decideRenames, refuseUndecided, type RenameChoice, undecided } from "./decide-renames.ts";
import { replay } from "./replay.ts";
import type { Bench } from "./snapshots.ts";

/** What was renamed and what is there now. */
export interface Renamed {
  readonly renames: readonly Rename[];
  /** Statements that rename, and those that take it back. */
  readonly up: readonly PlannedStatement[];
  readonly down: readonly PlannedStatement[];
  /** The schema with the new names, as PostgreSQL tells it. */
  readonly snapshot: Snapshot;
}

/**
 * Decides about every rename between what the bench holds and `want`. PostgreSQL itself carries a new name into views,
 * keys and expressions, so that what is left is what really differs. The bench has the old names again afterwards.
 *
 * Throws `schema/rename-open` and `schema/rename-target`.
 */
export async function renameOnBench(bench: Bench, want: Snapshot, choice: RenameChoice): Promise<Renamed> {
  let decided: Decided = undecided;
  let snapshot = bench.have;
  const up: PlannedStatement[] = [];
  for (let stage = 0; stage < renameStages; stage++) {
    const found = renamesAt(stage, snapshot, want);
    const stays = choice.answers.some(({ strict }) => strict) ? stayingAt(stage, snapshot, want) : [];
    if (found.gone.length === 0 && stays.length === 0) continue;
    const next = await decideRenames(found, choice, decided, stays);
    const fresh = next.renames.slice(decided.renames.length);
    decided = next;
    if (fresh.length === 0) continue;
    const before = snapshot;
    const statements = fresh.flatMap((rename) => renameStatements(rename, before));
    await run(bench, statements);
    up.push(...statements);
    snapshot = await bench.read();
  }
  refuseUndecided(choice.answers, decided);
  const after = snapshot;
  const down = decided.renames.toReversed().flatMap((rename) => renameStatements(reverseOf(rename), after));
  await run(bench, down);
  return { renames: decided.renames, up, down, snapshot };
}

async function run(bench: Bench, statements: readonly PlannedStatement[]): Promise<void> {
  if (statements.length > 0) await replay(bench.scratch, [{ id: "", blocks: replayable(statements) }]);
}
