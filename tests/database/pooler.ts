/** A pooler of the test's own, as PgBouncer is one: it answers the start of a session and shares its connections. */
import { connect, createServer, type Socket } from "node:net";
import { frame, int32, startupMessage } from "../../src/database/server/wire.ts";

/** A running pooler. */
export interface Pooler {
  /** Database `postgres` as `postgres`, without TLS. */
  readonly url: string;
  close(): void;
}

/** A connection to the server that is lent to one client at a time. */
interface Lent {
  readonly socket: Socket;
  client: Socket | null;
}

/**
 * Starts a pooler in front of the server at `port` that lends a server's connection for one transaction, or for the
 * whole session.
 */
export async function startPooler(port: number, mode: "transaction" | "session"): Promise<Pooler> {
  const idle: Lent[] = [];
  const sockets = new Set<Socket>();

  const lend = async (client: Socket): Promise<Lent> => {
    const lent = idle.pop() ?? await dial(port, sockets, (lent, messages, isIdle) => {
      lent.client?.write(messages);
      if (!isIdle || mode === "session") return;
      lent.client = null;
      idle.push(lent);
    });
    lent.client = client;
    return lent;
  };

  const listener = createServer((client) => {
    sockets.add(client);
    client.on("error", () => {});
    client.once("data", () => {
      client.write(greeting(sockets.size));
      let lent: Promise<Lent> | null = null;
      let queue = Promise.resolve();
      client.on("data", (bytes: Buffer) => {
        queue = queue.then(async () => {
          if (bytes[0] === 0x58) return; // Terminate is not for the server
          if (lent === null || (await lent).client !== client) lent = lend(client);
          (await lent).socket.write(bytes);
        });
      });
      client.on("end", () => client.end());
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port: own } = listener.address() as { port: number };
  return {
    url: `postgres://postgres@127.0.0.1:${own}/postgres?sslmode=disable`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      listener.close();
    },
  };
}

function greeting(number: number): Buffer {
  return Buffer.concat([
    frame("R", int32(0)),
    frame("S", "server_version\x0018.0\0"),
    frame("K", int32(1_000_000_000 + number), int32(number)),
    frame("Z", "I"),
  ]);
}

/** Opens a connection to the server; `onMessages` gets what it says, and whether it is idle after that. */
async function dial(
  port: number,
  sockets: Set<Socket>,
  onMessages: (lent: Lent, messages: Buffer, isIdle: boolean) => void,
): Promise<Lent> {
  const socket = connect({ port, host: "127.0.0.1" });
  sockets.add(socket);
  socket.on("error", () => {});
  socket.write(startupMessage({ user: "postgres", database: "postgres" }));
  const lent: Lent = { socket, client: null };
  let pending: Buffer = Buffer.alloc(0);
  await new Promise<void>((resolve) => {
    let started = false;
    socket.on("data", (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      let end = 0;
      let isIdle = false;
      while (end + 5 <= pending.length && end + pending.readUInt32BE(end + 1) + 1 <= pending.length) {
        isIdle = pending[end] === 0x5a && pending[end + 5] === 0x49;
        end += pending.readUInt32BE(end + 1) + 1;
      }
      const messages = pending.subarray(0, end);
      pending = pending.subarray(end);
      if (started) onMessages(lent, messages, isIdle);
      else if (isIdle) {
        started = true;
        resolve();
      }
    });
  });
  return lent;
}
