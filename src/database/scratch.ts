/** Scratch databases: empty, nobody else's, gone afterwards. Whatever describes a schema is run in one and read back. */
import { randomBytes } from "node:crypto";
import { Problem, problem, throwAll } from "../base/problem.ts";
import { quoteIdentifier, quoteLiteral } from "../sql/quote.ts";
import { openSession } from "./open.ts";
import { ConnectionLost, type Session, StatementFailure } from "./session.ts";

/** Where scratch databases are made. */
export interface ScratchOptions {
  /** A server's URL, on which databases are created and dropped; null: the embedded PostgreSQL. */
  readonly url: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** An empty embedded database that was opened beforehand; null or absent: one is opened. */
  readonly opened?: Promise<Session> | null;
}

/** A scratch database with what a schema may take for granted. */
export interface Scratch {
  readonly session: Session;
  /**
   * Makes roles that do not exist, unable to log in: statements may name them. On a server they are dropped again with
   * the scratch database.
   */
  addRoles(names: readonly string[]): Promise<void>;
  /**
   * Sends statements as one message, as {@link Session.execute} does; when one names a role that does not exist, the role is made
   * and the message sent again. So the message must be one transaction.
   */
  execute(statements: readonly string[]): Promise<void>;
}

/** Names that the server keeps for itself. */
const reservedRole = /^(?:pg_|public$|none$)/;

/**
 * Makes a scratch database, runs `work` with it and drops it, whatever happens.
 *
 * ```ts
 * const snapshot = await withScratch({ url: null, environment: process.env }, async ({ session, execute }) => {
 *   await execute(["CREATE TABLE t (id int PRIMARY KEY)"]);
 *   return await readSnapshot(session);
 * });
 * ```
 */
export async function withScratch<T>(options: ScratchOptions, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  if (options.url === null) {
    const session = await (options.opened ?? openEmbeddedScratch());
    try {
      return await work(scratchOn(session, []));
    } catch (error) {
      // Nothing else can end it: it is in this process.
      throw error instanceof ConnectionLost ? problem("schema/scratch-ended", {}, { cause: error }) : error;
    } finally {
      await session.close();
    }
  }
  return await onServer(options.url, options, work);
}

/** Opens an empty embedded database. */
export async function openEmbeddedScratch(): Promise<Session> {
  const { openScratch } = await import("./embedded/mod.ts");
  return await openScratch();
}

/**
 * What the server of scratch databases is now, as a text that changes with its version and with the extensions that it
 * offers: another one may tell the same schema in other words. Throws `schema/scratch-unreachable`.
 */
export async function scratchServer(url: string, options: Omit<ScratchOptions, "url">): Promise<string> {
  const session = await openAdmin(url, options);
  try {
    const rows = await session.query<{ server: string }>(
      `SELECT pg_catalog.version() || pg_catalog.md5(pg_catalog.concat((SELECT
        pg_catalog.string_agg(name || default_version, ',' ORDER BY name) FROM pg_catalog.pg_available_extensions
      ))) AS server`,
    );
    return rows.map(({ server }) => server).join();
  } finally {
    await session.close();
  }
}

async function openAdmin(url: string, { environment, signal }: Omit<ScratchOptions, "url">): Promise<Session> {
  try {
    return await openSession({ url, environment, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    if (error instanceof Problem) throwAll([problem("schema/scratch-unreachable", { url }, { cause: error }), error]);
    throw error;
  }
}

async function onServer<T>(url: string, options: ScratchOptions, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const { environment } = options;
  const open = (to: string) =>
    openSession({ url: to, environment, ...(options.signal === undefined ? {} : { signal: options.signal }) });
  const admin = await openAdmin(url, options);
  const name = `migrate_scratch_${randomBytes(6).toString("hex")}`;
  const roles: string[] = [];
  try {
    await admin.query(`CREATE DATABASE ${quoteIdentifier(name)} TEMPLATE template0`);
    try {
      const session = await open(withDatabaseName(url, name));
      // What runs is cancelled, and nothing more is sent: the way to the end is to drop the database.
      const stop = () => void session.cancel().catch(() => {}).finally(() => session.close().catch(() => {}));
      options.signal?.addEventListener("abort", stop, { once: true });
      try {
        return await work(scratchOn(session, roles));
      } finally {
        options.signal?.removeEventListener("abort", stop);
        await session.close();
      }
    } finally {
      await admin.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
      // Another scratch database may use a role by now; it will not be the one who made it, and the role stays.
      for (const role of roles) await admin.query(`DROP ROLE IF EXISTS ${quoteIdentifier(role)}`).catch(() => {});
    }
  } finally {
    await admin.close();
  }
}

/** The same server, another database: libpq lets a parameter of a URL win over its path, and a later pair over an earlier. */
export function withDatabaseName(url: string, name: string): string {
  if (!/^postgres(?:ql)?:\/\//i.test(url)) return `${url} dbname=${name}`;
  return `${url}${url.includes("?") ? "&" : "?"}dbname=${name}`;
}

function scratchOn(session: Session, made: string[]): Scratch {
  const addRoles = async (names: readonly string[]): Promise<void> => {
    const wanted = [...new Set(names)].filter((name) => !reservedRole.test(name));
    if (wanted.length === 0) return;
    const list = wanted.map(quoteLiteral).join(", ");
    const rows = await session.query<{ rolname: string }>(
      `SELECT rolname::text FROM pg_catalog.pg_roles WHERE rolname IN (${list})`,
    );
    const known = new Set(rows.map(({ rolname }) => rolname));
    const missing = wanted.filter((name) => !known.has(name));
    if (missing.length === 0) return;
    await session.execute(missing.map((name) => `CREATE ROLE ${quoteIdentifier(name)} NOLOGIN`));
    made.push(...missing);
  };
  const execute = async (statements: readonly string[]): Promise<void> => {
    for (;;) {
      try {
        await session.execute(statements);
        return;
      } catch (error) {
        const role = missingRole(error);
        if (role === null || made.includes(role)) throw error;
        await session.execute(["ROLLBACK"]);
        await addRoles([role]);
      }
    }
  };
  return { session, addRoles, execute };
}

/** The role that a statement named in vain; the server has a code for missing objects, and the name only in its text. */
export function missingRole(error: unknown): string | null {
  if (!(error instanceof StatementFailure) || error.error.sqlstate !== "42704") return null;
  return /^role "(.*)" does not exist$/s.exec(error.error.message)?.[1] ?? null;
}
