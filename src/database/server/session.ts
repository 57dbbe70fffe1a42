/** A session on a server. */
import { failedStatement, joinStatements } from "../message.ts";
import { ConnectionLost, type Notice, type ServerError, type Session, StatementFailure } from "../session.ts";
import type { Answer } from "./answer.ts";
import type { Connection } from "./connect.ts";
import { Conversation } from "./conversation.ts";
import { type ErrorFields, terminate } from "./wire.ts";

/** How long a closing session waits for the server to let go, so that its locks are free when we return. */
const closeWaitMs = 1_000;

export class ServerSession implements Session {
  readonly kind = "server";
  readonly display: string;
  readonly serverVersion: number;
  readonly pid: number;
  readonly #connection: Connection;
  readonly #conversation: Conversation;
  #closed: Promise<void> | null = null;

  constructor(connection: Connection, serverVersion: number) {
    this.#connection = connection;
    this.#conversation = new Conversation(connection.line);
    this.display = connection.display;
    this.serverVersion = serverVersion;
    this.pid = connection.started.pid;
  }

  async query<Row = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    this.#refuseWhenClosed();
    const answer = parameters.length === 0
      ? await this.#conversation.simple(text, true)
      : await this.#conversation.extended(text, parameters);
    await throwFailure(answer, [text]);
    // The rows are whatever the statement returns; the caller knows their shape.
    return answer.rows as Row[];
  }

  async execute(statements: readonly string[]): Promise<void> {
    this.#refuseWhenClosed();
    const answer = await this.#conversation.simple(joinStatements(statements), false);
    if (answer.failure !== null) await throwFailure(answer, statements);
  }

  async cancel(): Promise<void> {
    const { cancelConnection } = await import("./cancel.ts");
    await cancelConnection(this.#connection);
  }

  onNotice(listener: ((notice: Notice) => void) | null): void {
    this.#conversation.onNotice = listener;
  }

  close(): Promise<void> {
    return this.#closed ??= this.#leave();
  }

  #refuseWhenClosed(): void {
    if (this.#closed !== null) throw new ConnectionLost("the session is closed", false);
  }

  async #leave(): Promise<void> {
    const { stream } = this.#connection.line;
    if (this.#conversation.lost !== null) return;
    const gone = this.#conversation.ended();
    stream.end(terminate);
    const timer = setTimeout(() => stream.destroy(), closeWaitMs);
    await gone;
    clearTimeout(timer);
  }
}

/** Throws what the server refused, as the failure of one of the statements that were sent. */
async function throwFailure({ failure, completed, unread }: Answer, statements: readonly string[]): Promise<void> {
  if (failure !== null) {
    const said = serverError(failure);
    const { index, position } = await failedStatement(statements, completed, said.position);
    throw new StatementFailure(index, said, position);
  }
  if (unread !== null) throw unread.cause;
}

function serverError(fields: ErrorFields): ServerError {
  const position = fields["P"];
  return {
    sqlstate: fields["C"] ?? "",
    severity: fields["V"] ?? "ERROR",
    message: fields["M"] ?? "",
    detail: fields["D"] ?? null,
    hint: fields["H"] ?? null,
    where: fields["W"] ?? null,
    position: position === undefined ? null : Number(position),
    schema: fields["s"] ?? null,
    table: fields["t"] ?? null,
    column: fields["c"] ?? null,
    constraint: fields["n"] ?? null,
  };
}
