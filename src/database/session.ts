/**
 * One connection, as the rest of the program sees it; a server through postgres.js and the embedded PostgreSQL are
 * both this.
 */
/** A NOTICE, WARNING or the like from the server. */
export interface Notice {
  readonly severity: string;
  readonly message: string;
  readonly code: string;
}

/** What the server said of a failed statement. */
export interface ServerError {
  readonly sqlstate: string;
  readonly severity: string;
  readonly message: string;
  readonly detail: string | null;
  readonly hint: string | null;
  readonly where: string | null;
  /** Position in the text that was sent, in characters from 1. */
  readonly position: number | null;
  readonly schema: string | null;
  readonly table: string | null;
  readonly column: string | null;
  readonly constraint: string | null;
}

/** Thrown by a session when the server refused a statement. Turned into a `Problem` by failure.ts. */
export class StatementFailure extends Error {
  override readonly name = "StatementFailure";
  /** Index into the statements that were sent together. */
  readonly index: number;
  readonly error: ServerError;
  /** Position within that statement's own text, in characters from 1; null when the server gave none. */
  readonly position: number | null;
  constructor(index: number, error: ServerError, position: number | null) {
    super(error.message);
    this.index = index;
    this.error = error;
    this.position = position;
  }
}

/** Thrown when the connection is lost; `sent` says whether the server may have carried the text out. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
  readonly sent: boolean;
  constructor(message: string, sent: boolean, cause?: unknown) {
    super(message, { cause });
    this.sent = sent;
  }
}

/** One open connection. Not for concurrent use by two callers. */
export interface Session {
  /** For people: `postgres://user@host:5432/name` or `pglite:dir`, never a password. */
  readonly display: string;
  readonly kind: "server" | "embedded";
  /** For example 160004. */
  readonly serverVersion: number;
  /** The server's process id; 0 when embedded. */
  readonly pid: number;
  /**
   * Runs one statement with bound parameters and returns its rows. Both kinds of session read values alike (values.ts):
   * boolean, json, bytea (Uint8Array), timestamptz (Date), integers and floats (number; bigint when an int8 is too
   * large), arrays of those, and everything else as the server's text.
   */
  query<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /**
   * Sends several statements as one message: one round trip. They run in order and stop at the first failure, which is
   * thrown as a {@link StatementFailure} that says which one it was. Transactions are the caller's: `BEGIN` and
   * `COMMIT` are statements among the others. After a failure inside `BEGIN` the transaction is still open and failed:
   * send `ROLLBACK`. Without `BEGIN`, several statements in one message are one implicit transaction, so what
   * PostgreSQL refuses inside one (`CREATE INDEX CONCURRENTLY`) is sent alone. Returns the rows of the last
   * statement that has columns.
   */
  execute(statements: readonly string[]): Promise<readonly Record<string, unknown>[]>;
  /** Asks the server to cancel what runs on this connection, from a second connection. */
  cancel(): Promise<void>;
  /** Receives NOTICEs; null stops. */
  onNotice(listener: ((notice: Notice) => void) | null): void;
  /**
   * Ends the session. Resolves when the server has let go, so that its locks are free, unless `wait` is false.
   */
  close(options?: { readonly wait?: boolean }): Promise<void>;
}

/** How to open a session. */
export interface OpenOptions {
  /**
   * `postgres://…`, `postgresql://…`, libpq's `key=value …`, `pglite:DIRECTORY` or `pglite:memory`. The empty text means
   * a server named by the `PG*` variables alone.
   */
  readonly url: string;
  /** The process's environment: `PG*` variables, `HOME` for `.pgpass` and `~/.postgresql`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What `pg_stat_activity` shows, unless the URL or `PGAPPNAME` says otherwise; default `migrate`. */
  readonly applicationName?: string;
  /** Role to take on after connecting (`SET ROLE`); empty or absent: none. */
  readonly role?: string;
  /** Receives NOTICEs from the first moment; see {@link Session.onNotice}. */
  readonly onNotice?: (notice: Notice) => void;
  /** Gives up connecting when it is aborted: throws its reason. */
  readonly signal?: AbortSignal;
}
