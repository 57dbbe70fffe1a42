/** The door to databases: one function opens a session on a server or on the embedded PostgreSQL. */
import type { OpenOptions, Session } from "./session.ts";

export * from "./session.ts";

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
  if (options.url.startsWith("pglite:")) {
    const { openEmbedded } = await import("./embedded/mod.ts");
    const place = options.url.slice("pglite:".length);
    return openEmbedded(place === "memory" ? { memory: true } : { directory: place });
  }
  const { openServer } = await import("./server/open.ts");
  return openServer(options);
}
