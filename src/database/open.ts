/** Opens a session on a server or on the embedded PostgreSQL, and loads only the one that is needed. */
import { problem } from "../base/problem.ts";
import { quoteIdentifier } from "../sql/quote.ts";
import { type OpenOptions, type Session, StatementFailure } from "./session.ts";

/**
 * Opens a session. Throws a `Problem` (`database/…`) that says what is wrong and what to do.
 *
 * ```ts
 * const session = await openSession({ url: "postgres://localhost/app", environment: process.env });
 * try {
 *   const rows = await session.query<{ n: number }>("select $1::int as n", [1]);
 * } finally {
 *   await session.close();
 * }
 * ```
 */
export async function openSession(options: OpenOptions): Promise<Session> {
  const session = await open(options);
  try {
    session.onNotice(options.onNotice ?? null);
    if (options.role !== undefined && options.role !== "") {
      await takeRole(session, options.role);
    }
    return session;
  } catch (error) {
    await session.close();
    const { problemOf } = await import("./failure.ts");
    throw problemOf(error, session);
  }
}

async function takeRole(session: Session, role: string): Promise<void> {
  try {
    await session.execute([`SET ROLE ${quoteIdentifier(role)}`]);
  } catch (error) {
    if (!(error instanceof StatementFailure)) throw error;
    const { sqlstate, message } = error.error;
    throw problem("database/set-role", { display: session.display, role, sqlstate, message }, { cause: error });
  }
}

async function open(options: OpenOptions): Promise<Session> {
  if (options.url.startsWith("pglite:")) {
    const place = options.url.slice("pglite:".length);
    if (place === "") {
      throw problem("database/invalid-url", { reason: 'After "pglite:" comes a directory, or the word memory' });
    }
    const { openEmbedded } = await import("./embedded/mod.ts");
    return openEmbedded({
      ...(place === "memory" ? { memory: true } : { directory: place }),
      ...(options.onNotice === undefined ? {} : { onNotice: options.onNotice }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  }
  const { openServer } = await import("./server/open.ts");
  return openServer(options);
}
