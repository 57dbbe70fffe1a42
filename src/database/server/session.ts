/** A session on a server: postgres.js over a line of our own. */
import postgres from "postgres";
import { ConnectionLost, type Notice, type ServerError, type Session, StatementFailure } from "../session.ts";
import { jsonTypes, parameterText, valueParsers } from "../values.ts";
import { cancelConnection } from "./cancel.ts";
import type { Connection } from "./connect.ts";
import { DriverSocket } from "./driver-socket.ts";
import { joinStatements, locate } from "./message.ts";
import { type ErrorFields, terminate } from "./wire.ts";

/** How long a closing session waits for the server to let go, so that its locks are free when we return. */
const closeWaitMs = 1_000;

export class ServerSession implements Session {
  readonly kind = "server";
  readonly display: string;
  readonly serverVersion: number;
  readonly pid: number;
  readonly #connection: Connection;
  readonly #socket: DriverSocket;
  readonly #sql: postgres.Sql;
  #listener: ((notice: Notice) => void) | null = null;
  #closed: Promise<void> | null = null;

  constructor(connection: Connection, serverVersion: number) {
    this.#connection = connection;
    this.display = connection.display;
    this.serverVersion = serverVersion;
    this.pid = connection.started.pid;
    this.#socket = new DriverSocket(connection.line.socket);
    this.#sql = driver(this.#socket, (notice) => this.#listener?.(notice));
  }

  async query<Row = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const bound = parameters.map((value) => Array.isArray(value) ? new BoundArray(value) : parameterText(value, false));
    // The rows are whatever the statement returns; the caller knows their shape.
    const rows = await this.#send(() => this.#sql.unsafe<Row[] & postgres.Row[]>(text, bound as never[]), [text]);
    return [...rows];
  }

  async execute(statements: readonly string[]): Promise<void> {
    const text = joinStatements(statements);
    await this.#send(() => this.#sql.unsafe(text).simple(), statements);
  }

  cancel(): Promise<void> {
    return cancelConnection(this.#connection);
  }

  onNotice(listener: ((notice: Notice) => void) | null): void {
    this.#listener = listener;
  }

  close(): Promise<void> {
    return this.#closed ??= this.#leave();
  }

  async #send<T>(run: () => Promise<T>, statements: readonly string[]): Promise<T> {
    const socket = this.#socket;
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
    const { index, position } = await locate(statements, said.position, this.#socket.completed);
    return new StatementFailure(index, said, position);
  }

  async #leave(): Promise<void> {
    const { socket } = this.#connection.line;
    if (this.#socket.lost !== null) return;
    const gone = new Promise<void>((resolve) => socket.once("close", resolve));
    socket.end(terminate);
    const timer = setTimeout(() => socket.destroy(), closeWaitMs);
    await gone;
    clearTimeout(timer);
  }
}

/** An array on its way to a parameter: JSON for a json type, PostgreSQL's array literal for every other. */
class BoundArray {
  readonly values: readonly unknown[];
  constructor(values: readonly unknown[]) {
    this.values = values;
  }
  toString(): string {
    return parameterText(this.values, false) ?? "";
  }
}

/** postgres.js with everything that it would take from the environment or do by itself switched off. */
function driver(socket: DriverSocket, onNotice: (notice: Notice) => void): postgres.Sql {
  const asText = (value: unknown) => value instanceof BoundArray ? value.toString() : value;
  const asJson = (value: unknown) => value instanceof BoundArray ? parameterText(value.values, true) : value;
  const types: Record<string, postgres.PostgresType> = {};
  for (const [oid, parse] of Object.entries(valueParsers)) {
    const type = Number(oid);
    types[`oid${oid}`] = { to: type, from: [type], parse, serialize: jsonTypes.includes(type) ? asJson : asText };
  }
  const options = {
    host: "-",
    port: 0,
    user: "-",
    database: "-",
    pass: "",
    ssl: false,
    sslnegotiation: null,
    max: 1,
    idle_timeout: 0,
    connect_timeout: 0,
    max_lifetime: null,
    keep_alive: null,
    max_pipeline: 100,
    backoff: 0,
    prepare: false,
    debug: false,
    fetch_types: false,
    no_subscribe: true,
    // The environment must not make the driver look for another server; the greeting satisfies this value.
    target_session_attrs: "read-write",
    connection: { application_name: "-" },
    types,
    onnotice: (fields: postgres.Notice) => onNotice(noticeOf(fields)),
    socket: () => socket.lost === null ? socket : Promise.reject(new Error(socket.lost)),
  };
  // `socket`, `no_subscribe` and `sslnegotiation` are options that the driver has and its types lack.
  return postgres(options as unknown as postgres.Options<Record<string, postgres.PostgresType>>) as postgres.Sql;
}

function noticeOf(fields: postgres.Notice): Notice {
  return { severity: fields["severity"] ?? "NOTICE", message: fields["message"] ?? "", code: fields["code"] ?? "" };
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
