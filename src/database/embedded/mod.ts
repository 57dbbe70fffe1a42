/** The embedded PostgreSQL: databases in a directory or in memory, and scratch databases, without a server. */
import { mkdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { assetPath } from "../../base/assets.ts";
import { problem } from "../../base/problem.ts";
import type { Notice, Session } from "../session.ts";
import { prepareDirectory } from "./directory.ts";
import { compileEngine, startEngine } from "./engine.ts";
import { DirectoryFilesystem, MemoryFilesystem } from "./filesystem.ts";
import { lockDirectory } from "./lock.ts";
import { decodePack, type PackedFile } from "./pack.ts";

/** Which embedded database to open. */
export interface EmbeddedOptions {
  /** Directory of the database, relative to the working directory or absolute; made when it does not exist. */
  readonly directory?: string;
  /** A database that lives in memory and ends with its session. */
  readonly memory?: true;
  /** How long to wait while another process has the directory open, in milliseconds; default 60,000. */
  readonly lockWaitMs?: number;
  readonly onNotice?: (notice: Notice) => void;
  readonly signal?: AbortSignal;
}

/**
 * Opens an embedded database; a new one is ready in a fraction of a second. What was committed survives the process's
 * end in any way (not the machine's: nothing waits for the disk).
 *
 * ```ts
 * const session = await openEmbedded({ directory: ".migrate/dev" });
 * ```
 */
export function openEmbedded(options: EmbeddedOptions): Promise<Session> {
  // Compiling takes longest and goes on in other threads: begun before anything else.
  compileEngine().catch(() => {});
  const onNotice = options.onNotice ?? null;
  return options.directory === undefined ? openMemory(onNotice) : openDirectory(options.directory, options);
}

/**
 * Opens an empty database in memory that nothing else uses. The engine is compiled once for a process: the second
 * scratch takes a fraction of the first one's time.
 */
export function openScratch(): Promise<Session> {
  return openEmbedded({ memory: true });
}

async function openMemory(onNotice: ((notice: Notice) => void) | null): Promise<Session> {
  const display = "pglite:memory";
  const engine = await startEngine(new MemoryFilesystem(readPack()), display);
  const { EmbeddedSession } = await import("./session.ts");
  // Nothing is kept, so nothing needs to be shut down: the memory is given back when the engine is forgotten.
  return EmbeddedSession.open({ engine, display, onNotice, release: () => Promise.resolve() });
}

async function openDirectory(place: string, options: EmbeddedOptions): Promise<Session> {
  const display = `pglite:${place}`;
  const directory = resolve(place);
  const onNotice = options.onNotice ?? null;
  const lock = await writable(display, () => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return lockDirectory(directory, display, {
      waitMs: options.lockWaitMs ?? 60_000,
      signal: options.signal ?? null,
      onWait: (holder) => onNotice?.({ severity: "INFO", message: `Waiting for ${holder}`, code: "00000" }),
    });
  });
  try {
    await writable(display, () => prepareDirectory(directory, display, readPack));
    const engine = await startEngine(new DirectoryFilesystem(directory), display);
    const { EmbeddedSession } = await import("./session.ts");
    const release = async () => {
      await engine.close();
      lock.release();
    };
    return await EmbeddedSession.open({ engine, display, onNotice, release });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Says in the user's words when the file system refuses; everything else passes. */
async function writable<T>(display: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const found = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    // SQLite, which takes the lock, has one code for all its errors.
    if (!/^(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|EEXIST|ENOENT|ERR_SQLITE_ERROR|SQLITE_\w+)$/.test(found)) {
      throw cause;
    }
    const reason = cause instanceof Error ? cause.message.replace(/,? \w+ '[^']*'/g, "") : String(cause);
    throw problem("embedded/unwritable", { display, reason }, { cause });
  }
}

/** The files of a new database; none when the program runs from source and was never built: then initdb makes them. */
export function readPack(): readonly PackedFile[] {
  const path = assetPath("database.pack");
  return path === null ? [] : decodePack(readFileSync(path));
}
