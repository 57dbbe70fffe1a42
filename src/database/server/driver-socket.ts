/**
 * The socket that postgres.js gets in place of a line to the server. The driver's own startup message and its first,
 * empty query are answered here, so that it is ready before the line is; then the line is attached and messages pass
 * through unchanged but for two things: what a COPY brings is answered here, because the driver would wait for a
 * stream; and the messages are counted, so that the session knows how far the server got and what its last words were.
 */
import { EventEmitter } from "node:events";
import type { ByteStream } from "./byte-stream.ts";
import type { Line } from "./line.ts";
import { type ErrorFields, errorFields, frame } from "./wire.ts";

/** Type letters of the messages that matter here. */
const commandComplete = 0x43;
const emptyQueryResponse = 0x49;
const errorResponse = 0x45;
const copyInResponse = 0x47;
const copyOutResponse = 0x48;
const copyData = 0x64;
const copyDone = 0x63;

const dropped: ReadonlySet<number> = new Set([copyInResponse, copyOutResponse, copyData, copyDone]);

/** What a server sends when a session is ready, with the two parameters that the driver would otherwise ask for. */
const greeting: Buffer = Buffer.concat([
  frame("S", "in_hot_standby\0off\0"),
  frame("S", "default_transaction_read_only\0off\0"),
  frame("Z", "I"),
]);

/** The answer to an empty query. */
const emptyAnswer: Buffer = Buffer.concat([frame("I"), frame("Z", "I")]);

const copyRefusal = "COPY FROM STDIN has no data to read here";

export class DriverSocket extends EventEmitter {
  /** CommandComplete messages since the last {@link watch}. */
  completed = 0;
  /** Whether anything was written since the last {@link watch}. */
  wrote = false;
  /** The last error of severity FATAL or PANIC: why the server is about to close the connection. */
  lastWords: ErrorFields | null = null;
  /** Why the line is gone; null while it is open. */
  lost: string | null = null;
  #line: ByteStream | null = null;
  readonly #rehearsed: Buffer[] = [greeting, emptyAnswer];
  /** Bytes of an incomplete header, or of an incomplete error message. */
  #pending: Buffer = Buffer.alloc(0);
  /** How many bytes of the current message's body are still to come, and whether they are passed on. */
  #left = 0;
  #dropping = false;

  /** From here on the driver talks to the server of a started session. */
  attach({ stream, reader }: Line): void {
    this.#line = stream;
    reader.handOver({
      data: (chunk) => this.#receive(chunk),
      gone: (error) => this.#gone(error?.message ?? "the server closed the connection"),
    });
  }

  /** postgres.js looks at this before it says goodbye. */
  get readyState(): string {
    return this.lost === null ? "open" : "closed";
  }

  /** Starts counting anew. */
  watch(): void {
    this.completed = 0;
    this.wrote = false;
  }

  write(bytes: Uint8Array, done?: () => void): boolean {
    const answer = this.#rehearsed.shift();
    if (answer !== undefined) {
      queueMicrotask(() => this.emit("data", answer));
      done?.();
      return true;
    }
    if (this.#line === null) throw new Error("a statement was sent before there is a line to the server");
    this.wrote = true;
    this.#line.write(bytes);
    done?.();
    return true;
  }

  end(bytes?: Uint8Array): void {
    this.#line?.end(bytes ?? Buffer.alloc(0));
  }

  destroy(): void {
    this.#line?.destroy();
  }

  #gone(reason: string): void {
    if (this.lost !== null) return;
    this.lost = this.lastWords?.["M"] ?? reason;
    this.emit("close", false);
  }

  /** Walks over the messages in a chunk; passes the chunk on as it is unless something in it is dropped. */
  #receive(arrived: Buffer): void {
    const chunk = this.#pending.length === 0 ? arrived : Buffer.concat([this.#pending, arrived]);
    this.#pending = Buffer.alloc(0);
    const kept: Buffer[] = [];
    let from = 0;
    let at = 0;
    const keepTo = (end: number) => {
      if (end > from) kept.push(chunk.subarray(from, end));
    };
    while (at < chunk.length) {
      if (this.#left > 0) {
        const step = Math.min(this.#left, chunk.length - at);
        this.#left -= step;
        at += step;
        if (this.#dropping) from = at;
        continue;
      }
      const size = at + 5 <= chunk.length ? chunk.readUInt32BE(at + 1) + 1 : 5;
      const whole = chunk[at] === errorResponse ? size : 5;
      if (at + whole > chunk.length) {
        this.#pending = chunk.subarray(at);
        break;
      }
      this.#dropping = dropped.has(chunk[at] ?? 0);
      if (this.#dropping) keepTo(at);
      this.#observe(chunk, at, size);
      at += 5;
      this.#left = size - 5;
      if (this.#dropping) from = at;
    }
    keepTo(at);
    for (const part of kept) this.emit("data", part);
  }

  #observe(chunk: Buffer, at: number, size: number): void {
    switch (chunk[at]) {
      case commandComplete:
      case emptyQueryResponse:
        this.completed++;
        break;
      case copyInResponse:
        this.#line?.write(frame("f", `${copyRefusal}\0`));
        break;
      case errorResponse: {
        const fields = errorFields(chunk.subarray(at + 5, at + size));
        if (fields["V"] === "FATAL" || fields["V"] === "PANIC") this.lastWords = fields;
      }
    }
  }
}
