/** The embedded PostgreSQL as a {@link Session}: the messages of a server's wire, handed over in memory. */
import { messages, type PGlite, protocol } from "@electric-sql/pglite";
import { failedStatement, joinStatements } from "../message.ts";
import { ConnectionLost, type Notice, type ServerError, type Session, StatementFailure } from "../session.ts";
import { jsonTypes, parameterText, valueParsers } from "../values.ts";

/** What the engine answered to one message. */
interface Answer {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly fields: readonly messages.Field[];
  readonly parameterTypes: readonly number[];
  readonly completed: number;
  readonly failure: messages.DatabaseError | null;
}

/** How an open engine is let go of. */
export interface EmbeddedSessionOptions {
  readonly engine: PGlite;
  readonly display: string;
  readonly onNotice: ((notice: Notice) => void) | null;
  readonly release: () => Promise<void>;
}

/**
 * One engine is one connection. It runs on the calling thread, so while a statement runs nothing else does: no timer,
 * no signal handler, and so no cancelling.
 */
export class EmbeddedSession implements Session {
  readonly kind = "embedded";
  readonly pid = 0;
  readonly display: string;
  readonly #engine: PGlite;
  readonly #release: () => Promise<void>;
  #listener: ((notice: Notice) => void) | null;
  #version = 0;
  #open = true;

  private constructor(options: EmbeddedSessionOptions) {
    this.display = options.display;
    this.#engine = options.engine;
    this.#listener = options.onNotice;
    this.#release = options.release;
  }

  /** Wraps a started engine. */
  static async open(options: EmbeddedSessionOptions): Promise<EmbeddedSession> {
    const session = new EmbeddedSession(options);
    const [row] = await session.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    session.#version = row?.version ?? 0;
    return session;
  }

  get serverVersion(): number {
    return this.#version;
  }

  async query<Row = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { serialize } = protocol;
    const described = await this.#send([
      serialize.parse({ text }),
      serialize.describe({ type: "S" }),
      serialize.sync(),
    ]);
    if (described.failure !== null) throw failureOf(described.failure, 0, positionOf(described.failure));
    const values = parameters.map((value, index) =>
      parameterText(value, jsonTypes.includes(described.parameterTypes[index] ?? 0))
    );
    const answer = await this.#send([serialize.bind({ values }), serialize.execute({}), serialize.sync()]);
    if (answer.failure !== null) throw failureOf(answer.failure, 0, positionOf(answer.failure));
    return answer.rows.map((row) => this.#read<Row>(described.fields, row));
  }

  async execute(statements: readonly string[]): Promise<readonly Record<string, unknown>[]> {
    if (statements.length === 0) return [];
    // The second message answers COPY FROM STDIN, which would wait for data for ever; without one it is ignored.
    const answer = await this.#send([
      protocol.serialize.query(joinStatements(statements)),
      protocol.serialize.copyFail("there is no data to copy from"),
    ]);
    if (answer.failure === null) return answer.rows.map((row) => this.#read(answer.fields, row));
    const { index, position } = await failedStatement(statements, answer.completed, positionOf(answer.failure));
    throw failureOf(answer.failure, index, position);
  }

  /** Does nothing: a caller can only get here while no statement runs. */
  cancel(): Promise<void> {
    return Promise.resolve();
  }

  onNotice(listener: ((notice: Notice) => void) | null): void {
    this.#listener = listener;
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#release();
  }

  #read<Row>(fields: readonly messages.Field[], row: readonly (string | null)[]): Row {
    const values: Record<string, unknown> = {};
    fields.forEach(({ name, dataTypeID }, index) => {
      const text = row[index] ?? null;
      values[name] = text === null ? null : valueParsers[dataTypeID]?.(text) ?? text;
    });
    // The caller says what its query returns, as with every database client.
    return values as Row;
  }

  async #send(parts: readonly Uint8Array[]): Promise<Answer> {
    const rows: (string | null)[][] = [];
    const parser = new protocol.Parser();
    let fields: readonly messages.Field[] = [];
    let parameterTypes: readonly number[] = [];
    let completed = 0;
    let failure: messages.DatabaseError | null = null;
    const receive = (message: messages.BackendMessage) => {
      if (message instanceof messages.DataRowMessage) rows.push(message.fields);
      else if (message instanceof messages.RowDescriptionMessage) {
        fields = message.fields;
        rows.length = 0; // of the statement before
      } else if (message instanceof messages.ParameterDescriptionMessage) parameterTypes = message.dataTypeIDs;
      else if (message instanceof messages.CommandCompleteMessage) completed++;
      else if (message instanceof messages.DatabaseError) failure ??= message;
      else if (message instanceof messages.NoticeMessage) this.#listener?.(noticeOf(message));
    };
    const onRawData = (bytes: Uint8Array) => parser.parse(bytes, receive);
    try {
      await this.#engine.execProtocolRawStream(joinBytes(parts), { onRawData, syncToFs: false });
    } catch (cause) {
      // PostgreSQL reports its errors in messages; an exception means that it is gone.
      throw new ConnectionLost(`"${this.display}" ended`, true, cause);
    }
    return { rows, fields, parameterTypes, completed, failure };
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return Buffer.concat(parts);
}

function noticeOf({ severity, message, code }: messages.NoticeMessage): Notice {
  return { severity: severity ?? "NOTICE", message: message ?? "", code: code ?? "00000" };
}

function positionOf(error: messages.DatabaseError): number | null {
  return error.position === undefined ? null : Number(error.position);
}

function failureOf(error: messages.DatabaseError, index: number, position: number | null): StatementFailure {
  const details: ServerError = {
    sqlstate: error.code ?? "XX000",
    severity: error.severity ?? "ERROR",
    message: error.message,
    detail: error.detail ?? null,
    hint: error.hint ?? null,
    where: error.where ?? null,
    position: positionOf(error),
    schema: error.schema ?? null,
    table: error.table ?? null,
    column: error.column ?? null,
    constraint: error.constraint ?? null,
  };
  return new StatementFailure(index, details, position);
}
