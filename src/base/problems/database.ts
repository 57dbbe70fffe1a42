import { entry } from "../problem.ts";

/** Which server an error is about: `display` is the URL without its password. */
interface Server {
  readonly display: string;
}

/** What a PostgreSQL server said. */
interface Said extends Server {
  readonly sqlstate: string;
  readonly message: string;
}

const noWord = (reason: string) => reason === "" ? "" : `: ${reason}`;

/** Problems of naming a database, reaching it and being let in. */
export const databaseProblems = {
  "database/invalid-url": entry<{ reason: string }>({
    exit: 2,
    title: "The database URL cannot be read",
    message: ({ reason }) => `The database URL cannot be read: ${reason}`,
    why: "The URL is not shown because it may hold a password",
    hint:
      "Write postgres://USER@HOST:PORT/DATABASE; characters such as @ : / ? # % in a name or password are written as % and two digits",
  }),
  "database/unknown-parameter": entry<{ name: string; nearest: string | null }>({
    exit: 2,
    title: "The database URL has a parameter that PostgreSQL's clients do not know",
    message: ({ name }) => `The database URL has an unknown parameter "${name}"`,
    why: "A parameter that is silently ignored could be the one that makes a connection safe",
    hint: ({ nearest }) => nearest === null ? "Remove it from the URL" : `Did you mean "${nearest}"?`,
    advice: "Correct its name or remove it; docs/connections.md lists the parameters",
  }),
  "database/parameter-value": entry<{ name: string; value: string; allowed: string }>({
    exit: 2,
    title: "A parameter of the connection has a value that is not allowed",
    message: ({ name, value, allowed }) => `The connection parameter "${name}" is "${value}" and must be ${allowed}`,
    why: "The parameter comes from the URL, a PG* variable or the service file",
    hint: "Correct the value where it is set",
  }),
  "database/parameter-unsupported": entry<{ name: string; why: string }>({
    exit: 2,
    title: "A parameter of the connection asks for something that this program cannot do",
    message: ({ name, why }) => `The connection parameter "${name}" cannot be honoured: ${why}`,
    why: "Going on without it could mean less safety than was asked for",
    hint: "Remove the parameter from the URL, the PG* variables or the service file",
  }),
  "database/service-not-found": entry<{ service: string; files: readonly string[] }>({
    exit: 2,
    title: "The connection service is in no service file",
    message: ({ service, files }) =>
      `There is no service "${service}" in ${files.map((file) => `"${file}"`).join(" or ")}`,
    why: "A service names a section of pg_service.conf that holds connection parameters",
    hint: ({ service }) => `Add a section [${service}], or name another file with PGSERVICEFILE`,
    advice: "Add the section, or name another file with PGSERVICEFILE",
  }),
  "database/service-file-invalid": entry<{ reason: string }>({
    exit: 2,
    title: "The connection service file cannot be read",
    message: ({ reason }) => `The connection service file has a wrong line: ${reason}`,
    why: "Each section of pg_service.conf is [NAME] and lines of parameter=value",
    hint: "Correct the line",
  }),
  "database/no-user": entry<Record<never, never>>({
    exit: 2,
    title: "No user name for the database",
    message: () => "The connection names no user, and this operating system account has no name",
    why: "Without a user in the URL or in PGUSER, the name of the operating system account is used",
    hint: "Put the user into the URL, or set PGUSER",
  }),
  "database/refused": entry<Server & { at: string }>({
    exit: 3,
    title: "Nothing accepts connections there",
    message: ({ at }) => `The connection to ${at} was refused`,
    why: "The machine answered, and no program listens at this address",
    hint: "Check that the server runs and that host and port are right; --wait-for-db waits for one that is starting",
  }),
  "database/socket-missing": entry<Server & { path: string }>({
    exit: 3,
    title: "The server's Unix socket does not exist",
    message: ({ path }) => `There is no Unix socket "${path}"`,
    why: "A running server keeps a socket in the directories of its unix_socket_directories setting",
    hint: "Check that the server runs, and the directory and port; --wait-for-db waits for one that is starting",
  }),
  "database/host-not-found": entry<Server & { host: string }>({
    exit: 3,
    title: "The name of the host cannot be resolved",
    message: ({ host }) => `There is no host "${host}"`,
    why: "The name service has no address for this name",
    hint: "Check the spelling, and whether this machine can reach that network's name service",
  }),
  "database/timeout": entry<Server & { at: string; seconds: number }>({
    exit: 3,
    title: "The server did not answer in time",
    message: ({ at, seconds }) => `${at} did not answer within ${seconds} s`,
    why: "A firewall that drops packets, a wrong address or a server without free capacity looks like this",
    hint: "Check the address and the firewall; connect_timeout=SECONDS in the URL waits longer",
  }),
  "database/unreachable": entry<Server & { at: string; reason: string }>({
    exit: 3,
    title: "The server cannot be reached",
    message: ({ at, reason }) => `${at} cannot be reached: ${reason}`,
    why: "The operating system could not make the connection",
    hint: "Check the address, the network and the permissions of a Unix socket",
  }),
  "database/not-postgres": entry<Server & { at: string }>({
    exit: 3,
    title: "What answers there does not speak PostgreSQL's protocol",
    message: ({ at }) => `What answers at ${at} does not speak PostgreSQL's protocol`,
    why: "The first bytes of the answer are none that a PostgreSQL server sends",
    hint: "Check host and port",
  }),
  "database/no-suitable-host": entry<{ target: string; found: readonly { at: string; reason: string }[] }>({
    exit: 3,
    title: "None of the servers is of the kind that target_session_attrs asks for",
    message: ({ target, found }) =>
      `No server is "${target}": ${found.map(({ at, reason }) => `${at} ${reason}`).join(", ")}`,
    why: "target_session_attrs chooses among the hosts of the URL",
    hint: "Add the right host to the URL, or change target_session_attrs",
  }),
  "database/wrong-password": entry<Server & { user: string; message: string }>({
    exit: 3,
    title: "The server refused the password",
    message: ({ user }) => `The server refused the password of "${user}"`,
    why: "The password is wrong or expired, or the role does not exist; the server does not say which",
    hint: "Check the password in the URL, PGPASSWORD or ~/.pgpass, and the user name",
  }),
  "database/password-missing": entry<Server & { user: string; ignoredPasswordFile: string | null }>({
    exit: 3,
    title: "The server asks for a password and none was given",
    message: ({ user }) => `The server asks for the password of "${user}" and none was given`,
    why: "Neither the URL nor PGPASSWORD nor the password file has one for this host, port, database and user",
    hint: ({ ignoredPasswordFile }) =>
      ignoredPasswordFile === null
        ? "Set PGPASSWORD, or add a line to ~/.pgpass"
        : `"${ignoredPasswordFile}" was not read because others may read it; run: chmod 600 "${ignoredPasswordFile}"`,
    advice: "Set PGPASSWORD, or add a line to ~/.pgpass, a file that only its owner may read (chmod 600)",
  }),
  "database/role-refused": entry<Said & { user: string; command: string }>({
    exit: 3,
    title: "The role does not exist or may not log in",
    message: ({ message }) => `The server refused the role: ${message}`,
    why: "A connection needs a role with the LOGIN attribute",
    hint: ({ command }) => `As a superuser: ${command}`,
    advice: "As a superuser: CREATE ROLE name LOGIN PASSWORD '…'",
  }),
  "database/does-not-exist": entry<Server & { database: string; command: string }>({
    exit: 3,
    title: "The database does not exist",
    message: ({ database }) => `There is no database "${database}" on this server`,
    why: "A server holds several databases, and the URL names one that it does not have",
    hint: ({ command }) => `Create it with: ${command}`,
    advice: "Create it with: createdb NAME",
  }),
  "database/set-role": entry<Said & { role: string }>({
    exit: 3,
    title: "The role that the config names could not be taken",
    message: ({ role, message }) => `Cannot act as the role "${role}": ${message}`,
    why: "With role set, revisions run as that role, so that it owns what they make",
    hint: "Correct role in the config, or let the role's owner create it and grant it to the user who connects",
  }),
  "database/not-allowed-in": entry<Said & { user: string; database: string }>({
    exit: 3,
    title: "The server's access rules do not let this connection in",
    message: ({ message }) => `The server does not let this connection in: ${message}`,
    why: "The first line of the server's pg_hba.conf that fits address, user, database and encryption decides",
    hint: 'Add a line to pg_hba.conf and reload the server; when the text says "no encryption", use sslmode=require',
  }),
  "database/authentication-failed": entry<Said & { user: string }>({
    exit: 3,
    title: "The server refused the authentication",
    message: ({ message }) => `The server refused the authentication: ${message}`,
    why: "The line of pg_hba.conf that applies asks for a proof of identity that was not given",
    hint: "Check the user name, the client certificate, or for a local socket the operating system account",
  }),
  "database/authentication-unsupported": entry<Server & { method: string }>({
    exit: 3,
    title: "The server asks for an authentication method that this program does not have",
    message: ({ method }) => `The server asks for the authentication method "${method}"`,
    why: "Passwords (SCRAM, MD5, plain), client certificates, peer and trust are supported",
    hint: "Let pg_hba.conf use scram-sha-256 or cert for this connection",
  }),
  "database/authentication-weaker": entry<Server & { method: string; demanded: string }>({
    exit: 3,
    title: "The server asks for a weaker proof of identity than the connection demands",
    message: ({ method, demanded }) => `The server asks for "${method}", and the connection demands ${demanded}`,
    why: "require_auth or channel_binding forbids it, so that an impostor cannot get the password",
    hint: "Check that this is the right server, or relax require_auth or channel_binding",
  }),
  "database/server-not-proved": entry<Server & { reason: string }>({
    exit: 3,
    title: "The server could not prove that it knows the password",
    message: ({ reason }) => `The server could not prove that it knows the password${noWord(reason)}`,
    why: "With SCRAM both sides prove it; a server that cannot may be an impostor",
    hint: "Check that this is the right server; use sslmode=verify-full",
  }),
  "database/too-many-connections": entry<Said>({
    exit: 3,
    title: "The server has no free connection",
    message: ({ message }) => `The server has no free connection: ${message}`,
    why: "max_connections of the server, or a limit of the role or the database, is reached",
    hint: "Close idle connections (pg_stat_activity), or wait with --wait-for-db",
  }),
  "database/starting-up": entry<Said>({
    exit: 3,
    title: "The server is starting up or shutting down",
    message: ({ message }) => `The server takes no connections yet: ${message}`,
    why: "A server refuses connections until its recovery is over",
    hint: "Wait for it with --wait-for-db DURATION",
  }),
  "database/server-refused": entry<Said>({
    exit: 3,
    title: "The server refused the connection",
    message: ({ message, sqlstate }) => `The server refused the connection: ${message} (${sqlstate})`,
    why: "The server gave its own reason",
    hint: "Look into the server's log",
  }),
  "database/too-old": entry<Server & { version: string }>({
    exit: 3,
    title: "The server is older than PostgreSQL 14",
    message: ({ version }) => `The server is PostgreSQL ${version}; version 14 is the oldest supported`,
    why: "Statements and catalogs that migrations need are missing from older versions",
    hint: "Upgrade the server",
  }),
  "database/tls-not-offered": entry<Server & { mode: string }>({
    exit: 3,
    title: "The server does not offer TLS",
    message: ({ mode }) => `The server does not offer TLS, and sslmode is "${mode}"`,
    why: "With sslmode require, verify-ca or verify-full nothing is sent over an open line",
    hint: "Switch on ssl on the server, or relax sslmode when the network can be trusted",
  }),
  "database/tls-untrusted": entry<Server & { reason: string; rootCertificate: string }>({
    exit: 3,
    title: "The server's certificate is not trusted",
    message: ({ reason, rootCertificate }) =>
      `The server's certificate is not trusted by ${
        rootCertificate === "system" ? "the system's authorities" : `"${rootCertificate}"`
      }: ${reason}`,
    why: "The certificate must be signed by a trusted authority, be current and not revoked",
    hint: "Name the file of the right authority with sslrootcert=FILE",
  }),
  "database/tls-wrong-host": entry<Server & { host: string; names: string }>({
    exit: 3,
    title: "The server's certificate is for another host",
    message: ({ host, names }) => `The server's certificate is not for "${host}" but for ${names}`,
    why: "With sslmode verify-full the certificate must name the host of the URL",
    hint: "Use the name that the certificate has, with hostaddr=ADDRESS when it does not resolve",
  }),
  "database/tls-no-authority": entry<Server & { looked: string | null; mode: string }>({
    exit: 2,
    title: "There is no file of authorities to check the server's certificate with",
    message: ({ looked, mode }) =>
      `sslmode is "${mode}" and there is no file of authorities${looked === null ? "" : ` "${looked}"`}`,
    why: "A certificate can only be verified by an authority that is already trusted",
    hint: "Add sslrootcert=FILE, or sslrootcert=system for the authorities that this machine trusts",
  }),
  "database/tls-file": entry<{ file: string; parameter: string; reason: string }>({
    exit: 2,
    title: "A file of the TLS settings cannot be used",
    message: ({ file, parameter, reason }) => `The file "${file}" of "${parameter}" cannot be used: ${reason}`,
    why: "TLS needs the files of sslrootcert, sslcert, sslkey and sslcrl in PEM form",
    hint: "Check the path, the permissions and the content",
  }),
  "database/tls-key-readable": entry<{ file: string }>({
    exit: 2,
    title: "The private key can be read by others",
    message: ({ file }) => `The private key "${file}" can be read by others`,
    why: "A private key that others can read proves nothing; libpq refuses it too",
    hint: ({ file }) => `Run: chmod 600 "${file}"`,
    advice: "Take the permissions of group and others away: chmod 600 FILE",
  }),
  "database/tls-client-certificate": entry<Server & { reason: string; given: boolean }>({
    exit: 3,
    title: "The server does not accept the client certificate, or got none",
    message: ({ reason, given }) =>
      given
        ? `The server does not accept the client certificate: ${reason}`
        : `The server wants a client certificate: ${reason}`,
    why: "The server's pg_hba.conf asks for a certificate that its ssl_ca_file signed",
    hint: "Give sslcert=FILE and sslkey=FILE of a certificate that names this user",
  }),
  "database/tls-failed": entry<Server & { reason: string }>({
    exit: 3,
    title: "The TLS connection failed",
    message: ({ reason }) => `The TLS connection failed: ${reason}`,
    why: "Both sides must agree on a version of TLS and its ciphers",
    hint: "Compare ssl_min_protocol_version and ssl_max_protocol_version here and on the server",
  }),
  "database/connection-lost": entry<Server & { reason: string; sent: boolean }>({
    exit: 3,
    title: "The connection to the server was lost",
    message: ({ reason, sent }) =>
      `The connection was lost: ${reason}; ${
        sent
          ? "the server may or may not have carried out the last statement"
          : "nothing was sent that could be half done"
      }`,
    why: "The server stopped, an administrator ended the session, or the network broke",
    hint: "Look with: migrate status",
  }),
  "database/statement-failed": entry<
    Said & {
      detail: string | null;
      hint: string | null;
      where: string | null;
      statement: number;
      position: number | null;
    }
  >({
    exit: 3,
    title: "The server refused a statement",
    message: ({ message, sqlstate }) => `The server refused a statement: ${message} (${sqlstate})`,
    why: "The server's own text says what is wrong",
    hint: ({ detail, hint }) => hint ?? detail ?? "Look up the SQLSTATE in PostgreSQL's manual, appendix A",
    advice: "Look up the SQLSTATE in PostgreSQL's manual, appendix A",
  }),
  "database/permission-denied": entry<Said>({
    exit: 3,
    title: "The role has no right to do this",
    message: ({ message }) => `The server refused a statement: ${message}`,
    why: "The role of the connection, or that of the role setting, lacks a right",
    hint: "GRANT the right, connect as the owner, or set role to the owning role in the config",
  }),
  "database/read-only": entry<Said>({
    exit: 3,
    title: "The server only reads: it is a replica, or its transactions are read only",
    message: ({ message }) => `The server only reads: ${message}`,
    why: "A replica takes no changes; default_transaction_read_only can also be on for this role or database",
    hint: "Connect to the primary; with several hosts in the URL, add target_session_attrs=read-write",
  }),
  "database/no-answer": entry<Server & { seconds: number; last: string }>({
    exit: 3,
    title: "The database did not become ready in the time that was given",
    message: ({ display, seconds, last }) => `${display} was not ready within ${seconds} s; the last answer: ${last}`,
    why: "--wait-for-db tries again until the server lets the connection in",
    hint: "Wait longer, or look at the server's log",
  }),
} as const;
