/** A session on a server: postgres.js over a line of our own. */
import postgres from "postgres";
import { failedStatement, joinStatements } from "../message.ts";
import { ConnectionLost, type Notice, type ServerError, type Session, StatementFailure } from "../session.ts";
import type { Connection } from "./connect.ts";
import { boundValue, type Driver } from "./driver.ts";
import { type ErrorFields, terminate } from "./wire.ts";

/** How long a closing session waits for the server to let go, so that its locks are free when we return. */
const closeWaitMs = 1_000;

export class ServerSession implements Session {
  readonly kind = "server";
  readonly display: string;
  readonly serverVersion: number;
  readonly pid: number;
  readonly #connection: Connection;
  readonly #driver: Driver;
  #closed: Promise<void> | null = null;

  constructor(connection: Connection, driver: Driver, serverVersion: number) {
    this.#connection = connection;
    this.#driver = driver;
    this.display = connection.display;
    this.serverVersion = serverVersion;
    this.pid = connection.started.pid;
    driver.socket.attach(connection.line);
  }

  async query<Row = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const bound = parameters.map((value) => boundValue(value));
    // The rows are whatever the statement returns; the caller knows their shape.
    const rows = await this.#send(() => this.#driver.sql.unsafe<Row[] & postgres.Row[]>(text, bound as never[]), [
      text,
    ]);
    return [...rows];
  }

  async execute(statements: readonly string[]): Promise<readonly Record<string, unknown>[]> {
    const text = joinStatements(statements);
    const results = await this.#send(() => this.#driver.sql.unsafe(text).simple(), statements);
    // The driver gives one list of rows for one statement and a list of lists for several, in the same type.
    const last: unknown = "command" in results ? results : (results as readonly unknown[]).at(-1);
    return Array.isArray(last) ? [...last] : [];
  }

  async cancel(): Promise<void> {
    const { cancelConnection } = await import("./cancel.ts");
    await cancelConnection(this.#connection);
  }

  onNotice(listener: ((notice: Notice) => void) | null): void {
    this.#driver.onNotice = listener;
  }

  close({ wait = true } = {}): Promise<void> {
    return this.#closed ??= this.#leave(wait);
  }

  async #send<T>(run: () => Promise<T>, statements: readonly string[]): Promise<T> {
    const { socket } = this.#driver;
    if (this.#closed !== null) throw new ConnectionLost("the session is closed", false);
    if (socket.lost !== null) throw new ConnectionLost(socket.lost, false);
    socket.watch();
    try {
      return await run();
    } catch (error) {
      // The driver's errors carry the query; what is thrown on is made anew from what the server said.
      if (error instanceof postgres.PostgresError) throw await this.#failure(error, statements);
      if (socket.lost !== null) throw new ConnectionLost(socket.lost, socket.wrote);
      throw error;
    }
  }

  async #failure(error: postgres.PostgresError, statements: readonly string[]): Promise<Error> {
    const said = serverError(error);
    const { index, position } = await failedStatement(statements, this.#driver.socket.completed, said.position);
    return new StatementFailure(index, said, position);
  }

  async #leave(wait: boolean): Promise<void> {
    const { stream } = this.#connection.line;
    const { socket } = this.#driver;
    if (socket.lost !== null) return;
    const gone = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    stream.end(terminate);
    if (!wait) return;
    const timer = setTimeout(() => stream.destroy(), closeWaitMs);
    await gone;
    clearTimeout(timer);
  }
}

/** A notice of the start of the session. */
export function startNotice(fields: ErrorFields): Notice {
  return { severity: fields["V"] ?? "NOTICE", message: fields["M"] ?? "", code: fields["C"] ?? "" };
}

function serverError(error: postgres.PostgresError): ServerError {
  return {
    sqlstate: error.code,
    severity: error.severity,
    message: error.message,
    detail: error.detail ?? null,
    hint: error.hint ?? null,
    where: error.where ?? null,
    position: error.position === undefined ? null : Number(error.position),
    schema: error.schema_name ?? null,
    table: error.table_name ?? null,
    column: error.column_name ?? null,
    constraint: error.constraint_name ?? null,
  };
}
