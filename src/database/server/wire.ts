/**
 * Messages of PostgreSQL's protocol 3.0 as far as this room speaks them itself: what comes before a session is ready
 * ("Message Formats" in PostgreSQL's manual). From then on postgres.js speaks.
 */
import type { Socket } from "node:net";

/** One message of the server: its type letter, and its body without the length. */
export interface Message {
  readonly type: string;
  readonly body: Buffer;
}

/** The fields of an ErrorResponse or NoticeResponse by their letters. */
export type ErrorFields = Readonly<Record<string, string>>;

/** The bytes of a message; an empty `type` makes one without a type, as the first message must be. */
export function frame(type: string, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => typeof part === "string" ? Buffer.from(part) : part));
  const head = Buffer.alloc(type.length + 4);
  head.write(type, "latin1");
  head.writeUInt32BE(body.length + 4, type.length);
  return Buffer.concat([head, body]);
}

/** Four bytes, big endian. */
export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

/** The first message: protocol 3.0 and the session's parameters. */
export function startupMessage(parameters: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(parameters).map(([name, value]) => `${name}\0${value}\0`).join("");
  return frame("", int32(196_608), text, "\0");
}

/** Asks the server whether it speaks TLS; it answers with one byte, `S` or `N`. */
export const tlsRequest: Buffer = frame("", int32(80_877_103));

/** Asks the server, on a connection of its own, to cancel what another one runs. */
export function cancelRequest(pid: number, secret: number): Buffer {
  return frame("", int32(80_877_102), int32(pid), int32(secret));
}

/** Says goodbye. */
export const terminate: Buffer = frame("X");

/** Reads the fields of an ErrorResponse's or NoticeResponse's body. */
export function errorFields(body: Buffer): ErrorFields {
  const fields: Record<string, string> = {};
  for (const field of body.toString("utf8").split("\0")) {
    if (field !== "") fields[field.slice(0, 1)] = field.slice(1);
  }
  return fields;
}

/** Splits zero-terminated texts. */
export function texts(body: Buffer): readonly string[] {
  return body.toString("utf8").replace(/\0+$/, "").split("\0");
}

/** The server closed the connection or the network broke while a message was awaited. */
export class Disconnected extends Error {
  override readonly name = "Disconnected";
}

/** What answers does not speak this protocol. */
export class ForeignProtocol extends Error {
  override readonly name = "ForeignProtocol";
}

/** A message of the start of a session is short; anything longer is no PostgreSQL server. */
const longestMessage = 1 << 20;

/** Reads messages one by one from a socket until the session is ready, then lets go of it. */
export class MessageReader {
  readonly #socket: Socket;
  #bytes: Buffer = Buffer.alloc(0);
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", this.#onData);
    socket.on("error", this.#onError);
    socket.on("close", this.#onClose);
    if (socket.isPaused()) socket.resume();
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    this.#wake?.();
  };
  readonly #onError = (error: Error): void => {
    this.#failure ??= new Disconnected(error.message, { cause: error });
    this.#wake?.();
  };
  readonly #onClose = (): void => {
    this.#failure ??= new Disconnected("the server closed the connection");
    this.#wake?.();
  };

  /** The next message; throws {@link Disconnected} or {@link ForeignProtocol}. */
  async next(): Promise<Message> {
    await this.#need(5);
    const type = this.#bytes.toString("latin1", 0, 1);
    const length = this.#bytes.readUInt32BE(1);
    if (!/[A-Za-z]/.test(type) || length < 4 || length > longestMessage) throw new ForeignProtocol("not a message");
    await this.#need(length + 1);
    const body = this.#bytes.subarray(5, length + 1);
    this.#bytes = this.#bytes.subarray(length + 1);
    return { type, body };
  }

  /** One byte, the answer to {@link tlsRequest}. More than that one was not asked for, so it could be injected. */
  async byte(): Promise<string> {
    await this.#need(1);
    if (this.#bytes.length > 1 && this.#bytes.toString("latin1", 0, 1) === "S") {
      throw new ForeignProtocol("bytes before the TLS handshake");
    }
    return this.#bytes.toString("latin1", 0, 1);
  }

  /** Stops reading and holds back what comes, until the next reader begins. */
  hold(): void {
    this.#socket.pause();
    this.release();
  }

  /** Stops reading. */
  release(): void {
    this.#socket.off("data", this.#onData);
    this.#socket.off("error", this.#onError);
    this.#socket.off("close", this.#onClose);
  }

  async #need(count: number): Promise<void> {
    while (this.#bytes.length < count) {
      if (this.#failure !== null) throw this.#failure;
      await new Promise<void>((resolve) => this.#wake = resolve);
      this.#wake = null;
    }
  }
}
