/** What a statement does to the tables that were there, measured: locks, new files, sequential scans. */
import type { Session } from "../../src/database/session.ts";
import { type LockLevel, lockLevels, type PlannedStatement } from "../../src/schema/mod.ts";

/** What one statement did. Tables go by `schema.name`, as they were called before the plan. */
export interface Effects {
  readonly locks: ReadonlyMap<string, LockLevel>;
  readonly rewritten: readonly string[];
  readonly scanned: readonly string[];
}

interface Reading {
  readonly oid: number;
  readonly modes: readonly string[] | null;
  readonly file: number | null;
  readonly scans: number;
}

const relations = `c.oid >= 16384 AND c.relkind IN ('r', 'p', 'm', 'f', 'i', 'I')`;

const reading = `SELECT c.oid::int8 AS oid, coalesce(s.scans, 0) AS scans, l.modes,
    CASE WHEN c.relkind NOT IN ('i', 'I') THEN pg_catalog.pg_relation_filenode(c.oid)::int8 END AS file
  FROM pg_catalog.pg_class c
    LEFT JOIN LATERAL (SELECT pg_catalog.pg_stat_get_xact_numscans(c.oid) AS scans WHERE c.relkind IN ('r', 'm')) s ON true
    LEFT JOIN (SELECT relation, json_agg(mode) AS modes FROM pg_catalog.pg_locks
      WHERE locktype = 'relation' AND pid = pg_catalog.pg_backend_pid() GROUP BY relation) l ON l.relation = c.oid
  WHERE ${relations}`;

/** `AccessExclusiveLock` as `ACCESS EXCLUSIVE`. */
function levelOf(mode: string): LockLevel {
  const words = mode.replace(/Lock$/, "").replace(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase();
  const level = lockLevels.find((one) => one === words);
  if (level === undefined) throw new TypeError(`no lock level "${mode}"`);
  return level;
}

/** The stronger of two lock levels. */
export function stronger(a: LockLevel | null, b: LockLevel | null): LockLevel | null {
  return lockLevels.indexOf(b ?? "ACCESS SHARE") > (a === null ? -1 : lockLevels.indexOf(a)) ? b ?? a : a;
}

/**
 * The tables of a database by their catalog number. An index goes by its table's name: who uses the table opens its
 * indexes, with locks of the same strength.
 */
export async function tablesOf(session: Session): Promise<ReadonlyMap<number, string>> {
  const rows = await session.query<{ oid: number; name: string }>(
    `SELECT c.oid::int8 AS oid, n.nspname || '.' || t.relname AS name FROM pg_catalog.pg_class c
      LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
      JOIN pg_catalog.pg_class t ON t.oid = coalesce(i.indrelid, c.oid)
      JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace WHERE ${relations}`,
  );
  return new Map(rows.map(({ oid, name }) => [oid, name]));
}

/** Runs one statement in a transaction of its own and measures what it does to `tables`. */
export async function measure(
  session: Session,
  sql: string,
  tables: ReadonlyMap<number, string>,
): Promise<Effects> {
  await session.execute(["BEGIN"]);
  const before = new Map((await session.query<Reading>(reading)).map((one) => [one.oid, one]));
  await session.execute([sql]);
  const after = await session.query<Reading>(reading);
  await session.execute(["COMMIT"]);
  const locks = new Map<string, LockLevel>();
  const rewritten: string[] = [];
  const scanned: string[] = [];
  // What was dropped shows no more: its lock is what DROP takes.
  const left = new Set(after.map(({ oid }) => oid));
  for (const oid of before.keys()) {
    const name = tables.get(oid);
    if (!left.has(oid) && name !== undefined) locks.set(name, "ACCESS EXCLUSIVE");
  }
  for (const { oid, modes, file, scans } of after) {
    const name = tables.get(oid);
    const was = before.get(oid);
    if (name === undefined || was === undefined) continue;
    const level = (modes ?? []).map(levelOf).reduce<LockLevel | null>(stronger, null);
    if (level !== null) locks.set(name, stronger(level, locks.get(name) ?? null) ?? level);
    if (was.file !== file) rewritten.push(name);
    if (scans > was.scans) scanned.push(name);
  }
  return { locks, rewritten, scanned };
}

/** What a statement claims that is less than what it did. ACCESS SHARE is what every query takes: nobody claims it. */
export function understated(claim: PlannedStatement, effects: Effects): readonly string[] {
  const found: string[] = [];
  const strongest = [...effects.locks.values()].reduce<LockLevel | null>(stronger, null);
  const rank = (level: LockLevel | null) => level === null ? 0 : lockLevels.indexOf(level);
  if (rank(strongest) > rank(claim.lockLevel)) {
    const tables = [...effects.locks].filter(([, level]) => level === strongest).map(([table]) => table);
    found.push(`locks ${tables.join(", ")} in ${strongest}, claims ${claim.lockLevel ?? "no lock"}`);
  }
  if (effects.rewritten.length > 0 && !claim.rewrites) found.push(`rewrites ${effects.rewritten.join(", ")}`);
  if (effects.scanned.length > 0 && !claim.scans) found.push(`scans ${effects.scanned.join(", ")}`);
  return found;
}

/** What a statement claims that is more than what it did. */
export function overstated(claim: PlannedStatement, effects: Effects): readonly string[] {
  const found: string[] = [];
  const strongest = [...effects.locks.values()].reduce<LockLevel | null>(stronger, null);
  const rank = (level: LockLevel | null) => level === null ? 0 : lockLevels.indexOf(level);
  if (rank(strongest) < rank(claim.lockLevel)) {
    found.push(`claims ${claim.lockLevel} on ${claim.table}, takes ${strongest ?? "no lock"}`);
  }
  if (effects.rewritten.length === 0 && claim.rewrites) found.push("claims a rewrite");
  if (effects.scanned.length === 0 && claim.scans) found.push("claims a scan");
  return found;
}
