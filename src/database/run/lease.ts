/**
 * The lease: a run lock that needs nothing of a session, for poolers that give each transaction another connection. One
 * row names its owner and when it ends; a heartbeat renews it; whoever finds it ended takes it. A run whose lease was
 * taken cannot commit, because every record renews the lease in the revision's own transaction and fails without it.
 */
import { hostname } from "node:os";
import process from "node:process";
import { quoteLiteral } from "../../sql/quote.ts";
import type { Session } from "../session.ts";
import { interval } from "./record.ts";
import { roleTexts } from "./role-texts.ts";
import type { LockRequest, RunLock } from "./run-lock.ts";
import { sqlName, type TableNames } from "./table-names.ts";
import { ensureVersion } from "./tables.ts";
import type { LockHolder } from "./types.ts";

/** How long a lease lasts without being renewed. */
export const leaseTtlMs = 30_000;

interface LeaseRow {
  readonly owner: string | null;
  readonly holder: string;
  readonly since: string;
  readonly until: string;
}

/** The owner that the row names: the run's id, and after a lost connection that with a number. */
interface Held {
  owner: string;
  readonly ttlMs: number;
}

/** One try to take the lease: the lease, or who holds it. Makes the table when it is missing. */
export async function acquireLease(request: LockRequest): Promise<RunLock | LockHolder | null> {
  const { session, names, identity, policy } = request;
  const held: Held = { owner: identity.runId, ttlMs: leaseTtlMs };
  const table = sqlName(names.lease);
  const [there] = await session.query<{ found: boolean }>("select pg_catalog.to_regclass($1) is not null as found", [
    table,
  ]);
  if (!there?.found) await ensureVersion({ session, names, role: policy.role, lease: true });
  const until = `clock_timestamp() + ${interval(leaseTtlMs)}`;
  await session.execute([
    "BEGIN",
    ...roleTexts(policy),
    `INSERT INTO ${table} AS held (id, owner, holder, acquired_at, renewed_at, expires_at)
VALUES (1, ${quoteLiteral(held.owner)}, session_user || ' on ' || ${
      quoteLiteral(`${hostname()}, process ${process.pid}`)
    }, ` +
    `clock_timestamp(), clock_timestamp(), ${until})
ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, holder = excluded.holder, acquired_at = excluded.acquired_at,
  renewed_at = excluded.renewed_at, expires_at = excluded.expires_at
WHERE held.owner IS NULL OR held.expires_at < clock_timestamp()`,
    "COMMIT",
  ]);
  const row = await leaseRow(session, names);
  if (row?.owner !== held.owner) return row === null ? null : leaseHolder(row);
  const stop = heartbeat(request);
  return {
    lease: held,
    async regain(session) {
      held.owner = nextOwner(held.owner);
      await writeLease(session, request, `SET owner = ${quoteLiteral(held.owner)}, ${renewed}`);
      return true;
    },
    async release(session) {
      await stop();
      await writeLease(session, request, "SET owner = NULL").catch(() => {});
    },
  };
}

const renewed = `renewed_at = clock_timestamp(), expires_at = clock_timestamp() + ${interval(leaseTtlMs)}`;

/**
 * The name of the owner after a lost connection. What the lost backend had been sent names the old one, so it can record
 * nothing, and so commit nothing, once the row has the new one.
 *
 * ```ts
 * nextOwner("9f2c41d07ab35e68");   // "9f2c41d07ab35e68/2"
 * nextOwner("9f2c41d07ab35e68/2"); // "9f2c41d07ab35e68/3"
 * ```
 */
function nextOwner(owner: string): string {
  const [runId = owner, count = "1"] = owner.split("/");
  return `${runId}/${Number(count) + 1}`;
}

/** Changes the row while it names this run. Waits for a transaction of the run that is just committing a record. */
async function writeLease(session: Session, request: LockRequest, change: string): Promise<void> {
  const { names, identity, policy } = request;
  const where = `WHERE id = 1 AND split_part(owner, '/', 1) = ${quoteLiteral(identity.runId)}`;
  await session.execute(["BEGIN", ...roleTexts(policy), `UPDATE ${sqlName(names.lease)} ${change} ${where}`, "COMMIT"]);
}

const time = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

async function leaseRow(session: Session, names: TableNames): Promise<LeaseRow | null> {
  const [row] = await session.query<LeaseRow>(
    `select owner, holder, ${time("acquired_at")} as since, ${time("expires_at")} as until
from ${sqlName(names.lease)} where id = 1`,
  );
  return row ?? null;
}

function leaseHolder(row: LeaseRow): LockHolder {
  return {
    kind: "lease",
    runId: row.owner?.split("/")[0] ?? null,
    until: row.until,
    pid: 0,
    user: row.holder,
    application: null,
    address: null,
    state: null,
    since: row.since,
    query: null,
  };
}

/** Renews the lease from a connection of its own, three times in its life. Returns what ends that. */
function heartbeat(request: LockRequest): () => Promise<void> {
  let session: Session | null = null;
  let beating: Promise<void> = Promise.resolve();
  const closing = new AbortController();
  const beat = async () => {
    try {
      session ??= await request.open(closing.signal);
      await writeLease(session, request, `SET ${renewed}`);
    } catch {
      // The next beat tries again; when none succeeds in time, the lease ends and the records refuse to commit.
      await session?.close().catch(() => {});
      session = null;
    }
  };
  const timer = setInterval(() => beating = beating.then(beat), leaseTtlMs / 3);
  return async () => {
    clearInterval(timer);
    // Neither a connection that is being made nor a beat on a line that went silent may hold up the end of the run.
    closing.abort();
    await session?.close().catch(() => {});
    await beating;
    await session?.close().catch(() => {}); // made by the last beat
  };
}
