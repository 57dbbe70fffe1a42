/** What a session threw, as a problem. */
import { type Problem, problem } from "../base/problem.ts";
import { ConnectionLost, type Session, StatementFailure } from "./session.ts";

/**
 * Turns a failure of a session into a problem; whatever else was thrown is returned as it is.
 *
 * ```ts
 * try { await session.execute([sql]); } catch (error) { throw problemOf(error, session); }
 * ```
 */
export function problemOf(error: unknown, session: Pick<Session, "display">): unknown {
  if (error instanceof StatementFailure) return statementProblem(error, session.display);
  if (error instanceof ConnectionLost) {
    return problem("database/connection-lost", { display: session.display, reason: error.message, sent: error.sent });
  }
  return error;
}

function statementProblem({ error, index, position }: StatementFailure, display: string): Problem {
  const said = { display, sqlstate: error.sqlstate, message: error.message };
  switch (error.sqlstate) {
    case "25006":
      return problem("database/read-only", said);
    case "42501":
      return problem("database/permission-denied", said);
    default: {
      const { detail, hint, where } = error;
      return problem("database/statement-failed", { ...said, detail, hint, where, statement: index + 1, position });
    }
  }
}
