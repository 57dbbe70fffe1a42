/** A line over `node:net` or `node:tls`: what every runtime has, and the only one that can be encrypted. */
import { connect, type Socket } from "node:net";
import { type ByteStream, Mailbox, type Receiver } from "./byte-stream.ts";
import type { Address } from "./address.ts";

export class NodeStream implements ByteStream {
  readonly #socket: Socket;
  readonly #mailbox = new Mailbox();
  #error: Error | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", this.#onData);
    socket.on("error", (error: Error) => this.#error ??= error); // always followed by "close"
    socket.on("close", this.#onClose);
    if (socket.destroyed) this.#onClose();
  }

  readonly #onData = (chunk: Buffer): void => this.#mailbox.data(chunk);
  readonly #onClose = (): void => this.#mailbox.gone(this.#error ?? this.#socket.errored);

  get remoteAddress(): string | null {
    return this.#socket.remoteAddress ?? null;
  }

  write(bytes: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  end(bytes: Uint8Array): void {
    this.#socket.end(bytes);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  keepAlive(idleMs: number): void {
    this.#socket.setKeepAlive(true, idleMs);
  }

  listen(receiver: Receiver): void {
    this.#mailbox.listen(receiver);
  }

  /** Gives the socket away, for TLS to be put on it. */
  detach(): Socket {
    this.#socket.off("data", this.#onData);
    this.#socket.off("close", this.#onClose);
    return this.#socket;
  }
}

/** Connects; throws the system's error, or the reason of an aborted signal. */
export function connectNode(address: Address, signal: AbortSignal): Promise<NodeStream> {
  const socket = "path" in address ? connect({ path: address.path }) : connect({ ...address, noDelay: true });
  return new Promise((resolve, reject) => {
    const stop = () => {
      socket.destroy();
      reject(signal.reason);
    };
    const fail = (error: Error) => {
      signal.removeEventListener("abort", stop);
      reject(error);
    };
    signal.addEventListener("abort", stop, { once: true });
    socket.once("error", fail);
    socket.once("connect", () => {
      signal.removeEventListener("abort", stop);
      const stream = new NodeStream(socket);
      socket.off("error", fail);
      resolve(stream);
    });
  });
}
