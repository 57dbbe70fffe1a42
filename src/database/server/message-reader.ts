/** Takes the bytes of a line apart into messages, one by one, until the session is ready and somebody else reads on. */
import type { ByteStream, Receiver } from "./byte-stream.ts";

/** One message of the server: its type letter, and its body without the length. */
export interface Message {
  readonly type: string;
  readonly body: Buffer;
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

export class MessageReader {
  /** Bytes that have arrived and were not taken, in pieces; the first from {@link #at} on. */
  #pieces: Buffer[] = [];
  #at = 0;
  #length = 0;
  /** So many bytes must be there before looking again makes sense. */
  #wanted = 1;
  #failure: Disconnected | null = null;
  #wake: (() => void) | null = null;
  readonly #stream: ByteStream;

  constructor(stream: ByteStream) {
    this.#stream = stream;
    stream.listen({
      data: (chunk) => {
        this.#pieces.push(chunk);
        this.#length += chunk.length;
        if (this.#length >= this.#wanted) this.#wake?.();
      },
      gone: (error) => {
        this.#failure ??= new Disconnected(
          error?.message ?? "the server closed the connection",
          error === null ? undefined : { cause: error },
        );
        this.#wake?.();
      },
    });
  }

  /** The next message; throws {@link Disconnected} or {@link ForeignProtocol}. */
  async next(): Promise<Message> {
    const head = await this.#need(5);
    const type = head.toString("latin1", 0, 1);
    const length = head.readUInt32BE(1);
    if (!/[A-Za-z]/.test(type) || length < 4 || length > longestMessage) throw new ForeignProtocol("not a message");
    const body = (await this.#need(length + 1)).subarray(5);
    this.#drop(length + 1);
    return { type, body };
  }

  /** One byte that is no message. More than that one was not asked for, so it could be injected. */
  async byte(): Promise<string> {
    const byte = (await this.#need(1)).toString("latin1");
    if (this.#length > 1 && byte === "S") throw new ForeignProtocol("bytes before the TLS handshake");
    // Anything else than an answer is the first letter of a message, which the next reader shall see.
    if (byte === "S" || byte === "N") this.#drop(1);
    return byte;
  }

  /** Leaves the stream to somebody else, with the bytes that were not taken. */
  handOver(receiver: Receiver): void {
    const rest = this.#pieces.map((piece, index) => index === 0 ? piece.subarray(this.#at) : piece);
    this.#pieces = [];
    for (const piece of rest) if (piece.length > 0) receiver.data(piece);
    this.#stream.listen(receiver);
  }

  async #need(count: number): Promise<Buffer> {
    for (;;) {
      const bytes = this.#peek(count);
      if (bytes !== null) return bytes;
      if (this.#failure !== null) throw this.#failure;
      await new Promise<void>((resolve) => this.#wake = resolve);
      this.#wake = null;
    }
  }

  /** The next bytes, which stay; null while there are fewer. Pieces are joined only when all are there. */
  #peek(count: number): Buffer | null {
    if (this.#length < count) {
      this.#wanted = count;
      return null;
    }
    this.#wanted = 1;
    let [first] = this.#pieces;
    if (first === undefined || first.length - this.#at < count) {
      first = Buffer.concat([first?.subarray(this.#at) ?? Buffer.alloc(0), ...this.#pieces.slice(1)]);
      this.#pieces = [first];
      this.#at = 0;
    }
    return first.subarray(this.#at, this.#at + count);
  }

  #drop(count: number): void {
    this.#at += count;
    this.#length -= count;
    if (this.#length > 0 || this.#pieces.length === 0) return;
    this.#pieces = [];
    this.#at = 0;
  }
}
