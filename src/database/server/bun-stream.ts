/**
 * A line over Bun's own sockets. `node:net` with its streams takes a start of the program 5 ms to load, and each message
 * longer; but it alone knows TLS as this room needs it, so only what is not encrypted goes this way.
 */
import { type ByteStream, Mailbox, type Receiver } from "./byte-stream.ts";
import type { Address } from "./address.ts";

/** The part of Bun's sockets that is used. */
interface BunSocket {
  readonly remoteAddress: string | undefined;
  /** How many bytes were taken; -1 when the line is gone. */
  write(bytes: Uint8Array): number;
  end(): void;
  shutdown(): void;
  terminate(): void;
  setKeepAlive(on: boolean, idleMs: number): boolean;
  setNoDelay(on: boolean): boolean;
}

interface Handlers {
  open(socket: BunSocket): void;
  data(socket: BunSocket, chunk: Buffer): void;
  drain(): void;
  error(socket: BunSocket, error: Error): void;
  connectError(socket: BunSocket, error: Error): void;
  close(socket: BunSocket, error?: Error): void;
}

/** The part of Bun that is used; absent under Deno. */
interface BunRuntime {
  connect(
    options:
      & { readonly socket: Handlers }
      & ({ readonly unix: string } | { readonly hostname: string; readonly port: number }),
  ): Promise<unknown>;
}

/** Whether this runtime has such sockets. */
export function hasBunStreams(): boolean {
  return bunRuntime() !== undefined;
}

function bunRuntime(): BunRuntime | undefined {
  // A cast because `Bun` exists only under Bun, whose types must not leak into code that Deno runs.
  return (globalThis as { readonly Bun?: BunRuntime }).Bun;
}

class BunStream implements ByteStream {
  readonly mailbox = new Mailbox();
  error: Error | null = null;
  readonly #socket: BunSocket;
  /** What the line did not take yet. */
  #waiting: Uint8Array[] = [];
  #ending = false;

  constructor(socket: BunSocket) {
    this.#socket = socket;
  }

  get remoteAddress(): string | null {
    return this.#socket.remoteAddress ?? null;
  }

  write(bytes: Uint8Array): void {
    if (this.#waiting.length > 0) {
      this.#waiting.push(bytes);
      return;
    }
    const taken = this.#socket.write(bytes);
    if (taken >= 0 && taken < bytes.length) this.#waiting.push(bytes.subarray(taken));
  }

  /** The line takes bytes again. */
  drain(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const bytes of waiting) this.write(bytes);
    if (this.#ending && this.#waiting.length === 0) this.#socket.shutdown();
  }

  end(bytes: Uint8Array): void {
    this.write(bytes);
    this.#ending = true;
    if (this.#waiting.length === 0) this.#socket.shutdown();
  }

  destroy(): void {
    this.#socket.terminate();
  }

  keepAlive(idleMs: number): void {
    this.#socket.setKeepAlive(true, idleMs);
  }

  listen(receiver: Receiver): void {
    this.mailbox.listen(receiver);
  }
}

/** Connects; throws the system's error, or the reason of an aborted signal. */
export function connectBun(address: Address, signal: AbortSignal): Promise<ByteStream> {
  return new Promise((resolve, reject) => {
    let stream: BunStream | null = null;
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    const fail = (error: Error) => {
      signal.removeEventListener("abort", stop);
      reject(error);
    };
    const socket: Handlers = {
      open: (opened) => {
        signal.removeEventListener("abort", stop);
        // Too late: nobody waits for it any more.
        if (signal.aborted) return opened.terminate();
        if (!("path" in address)) opened.setNoDelay(true);
        resolve(stream = new BunStream(opened));
      },
      data: (_, chunk) => stream?.mailbox.data(chunk),
      drain: () => stream?.drain(),
      error: (_, error) => {
        if (stream !== null) stream.error ??= error;
      },
      connectError: (_, error) => fail(error),
      close: (_, error) => stream?.mailbox.gone(error ?? stream.error),
    };
    const place = "path" in address ? { unix: address.path } : { hostname: address.host, port: address.port };
    bunRuntime()?.connect({ ...place, socket }).catch(fail);
  });
}
