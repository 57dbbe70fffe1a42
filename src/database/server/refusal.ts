/** What a server's refusal to let us in means, as a problem with the way out. */
import { type Problem, problem } from "../../base/problem.ts";
import { quoteIdentifier } from "../../sql/quote.ts";
import type { ConnectionSettings, Host } from "../connection/settings.ts";
import type { ErrorFields } from "./wire.ts";

/** What the refusal is about. */
export interface RefusedAttempt {
  readonly settings: ConnectionSettings;
  readonly host: Host;
  readonly display: string;
  /** Whether the line had TLS with a certificate of ours. */
  readonly certificateGiven: boolean;
}

/**
 * Turns the ErrorResponse into a problem. The server's texts are translated, so the choice rests on SQLSTATE and on
 * the routine that raised the error, never on words.
 */
export function refusalProblem(fields: ErrorFields, attempt: RefusedAttempt): Problem {
  const { display, settings, host } = attempt;
  const { user, database } = settings;
  const sqlstate = fields["C"] ?? "";
  const message = fields["M"] ?? "";
  const said = { display, sqlstate, message };
  switch (sqlstate) {
    case "28P01":
      return problem("database/wrong-password", { display, user, message });
    case "28000":
      return identityProblem(fields, attempt);
    case "3D000":
      return problem("database/does-not-exist", { display, database, command: createCommand(settings, host) });
    case "53300":
      return problem("database/too-many-connections", said);
    case "57P03":
      return problem("database/starting-up", said);
    case "42501":
      return problem("database/permission-denied", said);
    default:
      return problem("database/server-refused", said);
  }
}

function identityProblem(fields: ErrorFields, { display, settings, certificateGiven }: RefusedAttempt): Problem {
  const { user, database } = settings;
  const message = fields["M"] ?? "";
  const said = { display, sqlstate: "28000", message };
  if (fields["R"] === "InitializeSessionUserId") {
    const command = `CREATE ROLE ${quoteIdentifier(user)} LOGIN PASSWORD '…'`;
    return problem("database/role-refused", { ...said, user, command });
  }
  // ClientAuthentication raises two kinds: no line of pg_hba.conf lets us in, or its line wants a certificate.
  if (fields["R"] === "ClientAuthentication") {
    return /certificate/.test(message) && !/pg_hba/.test(message)
      ? problem("database/tls-client-certificate", { display, reason: message, given: certificateGiven })
      : problem("database/not-allowed-in", { ...said, user, database });
  }
  return problem("database/authentication-failed", { ...said, user });
}

/** The shell command that creates the database, with what it needs to reach the same server. */
function createCommand({ user, database }: ConnectionSettings, host: Host): string {
  const word = (text: string) => /^[\w.@%+:/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
  const port = host.port === 5432 ? "" : ` -p ${host.port}`;
  return `createdb -h ${word(host.name)}${port} -U ${word(user)} ${word(database)}`;
}
