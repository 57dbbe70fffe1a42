/**
 * The run lock: one run on one history at a time. Taking it never waits inside the server, because a session that waits
 * there holds a snapshot, and CREATE INDEX CONCURRENTLY of the run it waits for would wait for that: a deadlock.
 */
import { problem } from "../../base/problem.ts";
import { quoteLiteral } from "../../sql/quote.ts";
import type { Session } from "../session.ts";
import { holderColumns, lockHolderText } from "./holder.ts";
import { acquireLease } from "./lease.ts";
import { sqlName, type TableNames } from "./table-names.ts";
import type { Clock, LockHolder, RunEvent, RunIdentity, RunPolicy } from "./types.ts";

/** A run lock that is held. */
export interface RunLock {
  /** For records: who must still own the lease when they are written; null with an advisory lock. */
  readonly lease: { readonly owner: string; readonly ttlMs: number } | null;
  /**
   * Takes it again on a new session after the old one was lost. True when from now on the history tells the truth about
   * the old one, whose backend may still have been at work: it holds the advisory lock as long as it lives, so having
   * that means that it has ended; with a lease it can commit no record any more. A lease that another run took in
   * between is found out by the next record, which fails.
   */
  regain(session: Session): Promise<boolean>;
  /** Lets go; never throws, because a lost connection let go already. */
  release(session: Session): Promise<void>;
}

/** What taking the lock needs. */
export interface LockRequest {
  readonly session: Session;
  readonly open: (signal?: AbortSignal) => Promise<Session>;
  readonly names: TableNames;
  readonly policy: Pick<RunPolicy, "runLock" | "runLockWaitMs" | "role">;
  readonly identity: RunIdentity;
  readonly clock: Clock;
  readonly emit: (event: RunEvent) => void;
  readonly interrupt: AbortSignal | undefined;
}

/** The advisory lock's key: 64 bits of the database's and the history table's names, computed by the server. */
const key = "pg_catalog.hashtextextended('migrate ' || pg_catalog.current_database() || ' ' || $1, 0)";

/** What the lock's key is made from, besides the database's name. */
function runLockText(names: TableNames): string {
  return sqlName(names.history);
}

/**
 * Who holds the advisory run lock of this database; null when nobody does.
 *
 * ```ts
 * const holder = await lockHolder(session, names);
 * ```
 */
export async function lockHolder(session: Session, names: TableNames): Promise<LockHolder | null> {
  const [row] = await session.query<Omit<LockHolder, "kind" | "runId" | "until">>(
    `select ${holderColumns} from (select ${key} as key) as wanted
join pg_catalog.pg_locks l on l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.classid::bigint = (wanted.key >> 32) & 4294967295 and l.objid::bigint = wanted.key & 4294967295
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
join pg_catalog.pg_stat_activity a on a.pid = l.pid`,
    [runLockText(names)],
  );
  return row === undefined ? null : { ...row, kind: "advisory", runId: null, until: null };
}

/** How long between two tries: short at first, because most runs are short. */
function pollMs(tries: number, random: () => number): number {
  return Math.min(1_000, 25 * 2 ** Math.min(tries, 6)) * (0.5 + random() / 2);
}

/**
 * Takes the run lock, or waits for it up to `run_lock_wait`, saying who holds it. Null when interrupted. Throws
 * `run/lock-held`.
 */
export async function acquireRunLock(request: LockRequest): Promise<RunLock | null> {
  if (request.session.kind === "embedded") {
    return {
      lease: null,
      regain: () => Promise.resolve(true),
      release: () => Promise.resolve(),
    };
  }
  if (request.policy.runLock === "lease") return await waitFor(request, () => acquireLease(request));
  return await waitFor(request, () => tryAdvisory(request));
}

async function tryAdvisory(request: LockRequest): Promise<RunLock | LockHolder | null> {
  const { session, names } = request;
  // The text in the statement instead of a parameter: one round trip instead of two.
  const own = key.replace("$1", () => quoteLiteral(runLockText(names)));
  const [row] = await session.query<{ got: boolean }>(`select pg_catalog.pg_try_advisory_lock(${own}) as got`);
  if (!row?.got) return await lockHolder(session, names);
  return {
    lease: null,
    regain: async (session) => await acquireRunLock({ ...request, session }) !== null,
    async release(held) {
      await held.query(`select pg_catalog.pg_advisory_unlock(${own})`).catch(() => {});
    },
  };
}

async function waitFor(
  { clock, policy, emit, interrupt }: LockRequest,
  attempt: () => Promise<RunLock | LockHolder | null>,
): Promise<RunLock | null> {
  const began = clock.now();
  let told = -Infinity;
  for (let tries = 0;; tries++) {
    if (interrupt?.aborted) return null;
    const answer = await attempt();
    if (answer !== null && "release" in answer) return answer;
    const waitedMs = clock.now() - began;
    if (waitedMs >= policy.runLockWaitMs) {
      throw problem("run/lock-held", {
        waitedMs: Math.round(waitedMs),
        holder: answer === null ? null : lockHolderText(answer),
      });
    }
    if (waitedMs - told >= 1_000) {
      emit({ type: "lock-wait", holder: answer, waitedMs: Math.round(waitedMs) });
      told = waitedMs;
    }
    await clock.sleep(Math.min(pollMs(tries, clock.random), policy.runLockWaitMs - waitedMs), interrupt);
  }
}
