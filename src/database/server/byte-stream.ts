/** A connected line as a stream of bytes, whichever runtime carries it. */

/** Who is told what comes. */
export interface Receiver {
  data(chunk: Buffer): void;
  /** Told once; null when the other side ended the line in order. */
  gone(error: Error | null): void;
}

export interface ByteStream {
  /** The other side's numeric address; null for a Unix socket. */
  readonly remoteAddress: string | null;
  /** Sends bytes, or keeps them until the line takes them; does nothing once the line is gone. */
  write(bytes: Uint8Array): void;
  /** Sends these last bytes and ends our side. */
  end(bytes: Uint8Array): void;
  /** Drops the line at once. */
  destroy(): void;
  /** Has the system look after this much silence whether the other side is still there. */
  keepAlive(idleMs: number): void;
  /** Names the one who is told from now on, what came before it included. */
  listen(receiver: Receiver): void;
}

/** What came before there was anybody to tell. */
export class Mailbox {
  #receiver: Receiver | null = null;
  readonly #held: Buffer[] = [];
  #gone: { readonly error: Error | null } | null = null;

  data(chunk: Buffer): void {
    if (this.#receiver === null) this.#held.push(chunk);
    else this.#receiver.data(chunk);
  }

  gone(error: Error | null): void {
    if (this.#gone !== null) return;
    this.#gone = { error };
    this.#receiver?.gone(error);
  }

  listen(receiver: Receiver): void {
    this.#receiver = receiver;
    for (const chunk of this.#held.splice(0)) receiver.data(chunk);
    if (this.#gone !== null) receiver.gone(this.#gone.error);
  }
}
