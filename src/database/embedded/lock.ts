/**
 * One process at a time: a directory of an embedded PostgreSQL has no server that could serve two. The lock is one of
 * the operating system, taken through SQLite, which knows how on every system and is part of both runtimes; so it ends
 * with the process that holds it, however that ends, and no rule about stale files is needed. A second file names the
 * holder, for people: a lock is lost when the file that carries it is opened and closed once more, so it holds nothing.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { problem } from "../../base/problem.ts";

/** Files of the lock in the data directory. */
export const lockFiles = { lock: "migrate.lock", holder: "migrate.lock.json" } as const;

/** A lock that is held. */
export interface DirectoryLock {
  release(): void;
}

/** How long to wait for a lock, and whom to tell. */
export interface LockOptions {
  /** Milliseconds. */
  readonly waitMs: number;
  /** Called once, when the lock is found taken. */
  readonly onWait: ((holder: string) => void) | null;
  readonly signal: AbortSignal | null;
}

/** How often a waiting process looks again, in milliseconds; a run holds the lock for seconds. */
const pollMs = 25;

/** Takes the lock of an existing directory; throws `embedded/locked` when the wait runs out. */
export async function lockDirectory(
  directory: string,
  display: string,
  { waitMs, onWait, signal }: LockOptions,
): Promise<DirectoryLock> {
  const deadline = performance.now() + waitMs;
  for (let told = false;; told = true) {
    const lock = await tryLock(directory);
    if (lock !== null) return lock;
    const holder = readHolder(directory);
    if (performance.now() >= deadline) throw problem("embedded/locked", { display, holder, waitMs });
    if (!told) onWait?.(holder);
    await sleep(pollMs, undefined, signal === null ? {} : { signal });
  }
}

async function tryLock(directory: string): Promise<DirectoryLock | null> {
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(join(directory, lockFiles.lock));
  try {
    // No journal file beside the lock.
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (/locked|busy/.test(String(error))) return null;
    throw error;
  }
  const holderFile = join(directory, lockFiles.holder);
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }));
  return {
    release: () => {
      rmSync(holderFile, { force: true });
      database.close();
    },
  };
}

function readHolder(directory: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(join(directory, lockFiles.holder), "utf8"));
    return `process ${pid} on ${host} since ${since}`;
  } catch {
    return "another process";
  }
}
