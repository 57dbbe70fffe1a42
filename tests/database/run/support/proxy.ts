/** A TCP proxy of the test's own, which can cut what goes through it. */
import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A running proxy. */
export interface Proxy {
  readonly port: number;
  /** Cuts every connection, both ends at once. */
  cut(): void;
  close(): void;
}

/** Starts a proxy to a port of this machine. */
export async function proxyTo(port: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const listener = createServer((client) => {
    const server = connect(port, "127.0.0.1");
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    client.pipe(server);
    server.pipe(client);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (listener.address() as AddressInfo).port,
    cut,
    close() {
      listener.close();
      cut();
    },
  };
}
