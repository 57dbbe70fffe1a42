/** Finds out whether a pooler such as PgBouncer stands between us and the server, and in which mode. */
import type { Session } from "./session.ts";

/**
 * `session`: each connection of ours has a server's connection for itself, so it behaves like one. `transaction`: every
 * transaction may run on another, so that session locks and settings mean nothing.
 */
export type PoolerMode = "none" | "session" | "transaction";

/** A pooler that takes connections in turn shows it after at most this many questions. */
const questions = 5;

/**
 * Says which it is. A pooler answers the start of a session itself, with a process id of its own; then a second session
 * that holds a transaction open shows whether the first one's server connection was free to be given away.
 *
 * ```ts
 * const mode = await poolerMode(session, () => openSession({ url, environment: process.env }));
 * ```
 */
export async function poolerMode(session: Session, openAnother: () => Promise<Session>): Promise<PoolerMode> {
  if (session.kind === "embedded") return "none";
  const first = await backendOf(session);
  if (first === session.pid) return "none";
  const other = await openAnother();
  try {
    await other.execute(["BEGIN"]);
    if (await backendOf(other) === first) return "transaction";
    for (let i = 0; i < questions; i++) if (await backendOf(session) !== first) return "transaction";
    return "session";
  } finally {
    await other.close();
  }
}

async function backendOf(session: Session): Promise<number> {
  const [row] = await session.query<{ pid: number }>("select pg_catalog.pg_backend_pid() as pid");
  return row?.pid ?? 0;
}
