/** Stamps: history rows written and removed without running anything. */
import { problem } from "../../base/problem.ts";
import { StatementFailure } from "../session.ts";
import { systemClock } from "./clock.ts";
import { readApplied } from "./history.ts";
import { recordStamp, type StampRows } from "./record.ts";
import { roleTexts } from "./role-texts.ts";
import { acquireRunLock } from "./run-lock.ts";
import { ensureVersion, newestLayout } from "./tables.ts";
import type { Applied, RunRequest } from "./types.ts";

/** What a stamp changes: ids to remove, rows to add. An id in both is written anew. */
export type StampChange = StampRows;

/** A half-done revision that is stamped has a row already: it is written anew. */
function withoutHalfDone({ add, remove }: StampChange, { halfDone }: Applied): StampChange {
  const added = new Set(add.map(({ id }) => id));
  const again = halfDone.map(({ id }) => id).filter((id) => added.has(id) && !remove.includes(id));
  return { add, remove: [...remove, ...again] };
}

/** What {@link writeStamp} needs; as for a run, with the change in place of the steps. */
export interface StampRequest
  extends Pick<RunRequest, "session" | "open" | "names" | "policy" | "identity" | "onEvent" | "interrupt" | "clock"> {
  /** The change from what is applied. Called under the lock too; may throw problems. */
  readonly change: (applied: Applied) => StampChange | Promise<StampChange>;
}

/** What a stamp did. */
export interface StampResult {
  readonly status: "done" | "interrupted";
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Writes a stamp in one transaction, under the run lock. With nothing to change it takes no lock and writes nothing.
 *
 * ```ts
 * await writeStamp({ ...request, change: () => ({ add: [{ id: "74e0", message: "init", checksum: null }], remove: [] }) });
 * ```
 */
export async function writeStamp(request: StampRequest): Promise<StampResult> {
  const { session, names, policy, identity } = request;
  const before = await readApplied(session, names);
  const first = await request.change(before);
  if (first.add.length + first.remove.length === 0) return { status: "done", added: [], removed: [] };
  if (before.readOnly) throw problem("run/read-only", { database: session.display });
  const clock = request.clock ?? systemClock;
  const emit = request.onEvent ?? (() => {});
  const lock = await acquireRunLock({ ...request, clock, emit, interrupt: request.interrupt });
  if (lock === null) return { status: "interrupted", added: [], removed: [] };
  try {
    const applied = await readApplied(session, names);
    const change = withoutHalfDone(await request.change(applied), applied);
    if (applied.layout < newestLayout) await ensureVersion({ session, names, role: policy.role, lease: false });
    const texts = recordStamp({ names, identity, lease: lock.lease }, change);
    const role = roleTexts(policy);
    if (texts.length > 0) {
      try {
        await session.execute(["BEGIN", ...role, ...texts, "COMMIT"]);
      } catch (error) {
        if (error instanceof StatementFailure) await session.execute(["ROLLBACK"]);
        throw error;
      }
    }
    return { status: "done", added: change.add.map(({ id }) => id), removed: [...change.remove] };
  } finally {
    await lock.release(session);
  }
}
