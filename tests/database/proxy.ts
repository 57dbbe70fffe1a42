/** A proxy of the test's own that can cut lines, fall silent, and tell what it heard. */
import { connect, createServer, type Socket } from "node:net";

/** A running proxy on 127.0.0.1. */
export interface Proxy {
  readonly port: number;
  /** Cuts every line that goes through. */
  cut(): void;
  /** From now on passes nothing on to the server. */
  swallow(): void;
  /** Everything that clients sent so far. */
  heard(): Buffer;
  close(): void;
}

/** Starts a proxy in front of a server. */
export async function proxy(port: number): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const heard: Buffer[] = [];
  let silent = false;
  const listener = createServer((client) => {
    const upstream = connect({ port, host: "127.0.0.1" });
    pairs.add([client, upstream]);
    client.on("data", (bytes: Buffer) => {
      heard.push(bytes);
      if (!silent) upstream.write(bytes);
    });
    upstream.on("data", (bytes) => client.write(bytes));
    for (const socket of [client, upstream]) socket.on("error", () => {});
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    pairs.clear();
  };
  const close = () => {
    cut();
    listener.close();
  };
  return {
    port: (listener.address() as { port: number }).port,
    cut,
    swallow: () => silent = true,
    heard: () => Buffer.concat(heard),
    close,
  };
}
