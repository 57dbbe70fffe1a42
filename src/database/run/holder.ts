/** Who holds a lock: the queries that find other sessions, and one line of text for people. */
import type { Session } from "../session.ts";
import type { Holder, LockHolder } from "./types.ts";

/** Columns of a {@link Holder} from `pg_stat_activity` under the alias `a`. */
export const holderColumns = `a.pid, a.usename::text as user, nullif(a.application_name, '') as application,
  host(a.client_addr) as address, a.state,
  to_char(coalesce(a.xact_start, a.query_start, a.backend_start) at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
  nullif(left(regexp_replace(a.query, '\\s+', ' ', 'g'), 200), '') as query`;

/** Sessions that a backend waits for, as `pg_blocking_pids` says. */
export function blockersOf(session: Session, pid: number): Promise<Holder[]> {
  return session.query<Holder>(
    `select ${holderColumns} from pg_catalog.unnest(pg_catalog.pg_blocking_pids($1)) as blocking (pid)
join pg_catalog.pg_stat_activity a on a.pid = blocking.pid order by a.pid`,
    [pid],
  );
}

/**
 * ```ts
 * holderText(holder); // process 4711 (app as bob from 10.0.0.7), idle in transaction since 2026-11-22T15:00:00Z: LOCK TABLE t
 * ```
 */
export function holderText(holder: Holder): string {
  const who = [
    holder.application,
    holder.user === null ? null : `as ${holder.user}`,
    holder.address === null ? null : `from ${holder.address}`,
  ].filter((word) => word !== null).join(" ");
  const since = [holder.state, holder.since === null ? null : `since ${holder.since}`].filter((word) => word !== null)
    .join(" ");
  return `process ${holder.pid}${who === "" ? "" : ` (${who})`}${since === "" ? "" : `, ${since}`}${
    holder.query === null ? "" : `: ${holder.query}`
  }`;
}

/**
 * Who holds the run lock, on one line: a session, or for a lease a run.
 *
 * ```ts
 * lockHolderText(holder); // run 9f2c41d07ab35e68 (bob on build-7, process 4711), lease until 2026-11-22T15:00:30Z
 * ```
 */
export function lockHolderText(holder: LockHolder): string {
  if (holder.kind === "advisory") return holderText(holder);
  return `run ${holder.runId ?? "unknown"} (${holder.user ?? "unknown"}), lease until ${holder.until ?? "unknown"}`;
}
