/** A pooler in transaction mode, as a run meets it: each transaction may run on another connection. */
import { type Session, StatementFailure } from "../../../../src/database/mod.ts";

/**
 * A session that takes the next of several real ones for each message, and stays with it only while a transaction is
 * open.
 */
export function pooled(sessions: readonly Session[]): Session {
  let at = 0;
  let open = false;
  const next = (): Session => {
    if (!open) at = (at + 1) % sessions.length;
    const session = sessions[at];
    if (session === undefined) throw new Error("A pool of no sessions");
    return session;
  };
  const [first] = sessions;
  if (first === undefined) throw new Error("A pool of no sessions");
  return {
    display: first.display,
    kind: first.kind,
    serverVersion: first.serverVersion,
    pid: first.pid,
    query: <Row>(text: string, parameters?: readonly unknown[]) => next().query<Row>(text, parameters),
    async execute(texts) {
      const session = next();
      const carriedOut = (count: number) => {
        for (const text of texts.slice(0, count)) {
          if (text === "BEGIN") open = true;
          if (text === "COMMIT" || text === "ROLLBACK") open = false;
        }
      };
      try {
        const rows = await session.execute(texts);
        carriedOut(texts.length);
        return rows;
      } catch (error) {
        // A failed transaction stays with its connection until it is ended.
        carriedOut(error instanceof StatementFailure ? error.index : 0);
        throw error;
      }
    },
    cancel: () => sessions[at]?.cancel() ?? Promise.resolve(),
    onNotice: () => {},
    close: () => Promise.resolve(),
  };
}
