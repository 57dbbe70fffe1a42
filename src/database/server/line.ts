/** One connected line to one host, encrypted as asked: everything before the first message of a session. */
import { connect, type Socket } from "node:net";
import { problem } from "../../base/problem.ts";
import type { Host } from "../connection/settings.ts";
import { startTls, type TlsMaterial } from "./tls.ts";
import { MessageReader, terminate, tlsRequest } from "./wire.ts";

/** `offer` goes on without TLS when the server has none. */
export type Encryption = "none" | "offer" | "demand";

export interface Line {
  readonly socket: Socket;
  readonly encrypted: boolean;
  /** The server's certificate (DER), for channel binding. */
  readonly certificate: Buffer | null;
}

/** Where a line goes, and what stops it from getting there. */
export interface LineOptions {
  readonly host: Host;
  readonly encryption: Encryption;
  /** Needed unless `encryption` is `none`. */
  readonly tls: TlsMaterial | null;
  /** For error texts. */
  readonly display: string;
  readonly signal: AbortSignal;
}

/** The place for people: `db:5432`, `[::1]:5432`, or the path of the socket. */
export function placeOf(host: Host): string {
  if (host.kind === "unix") return socketPath(host);
  const name = host.address === null || host.address === host.name ? host.name : `${host.name} (${host.address})`;
  return `${name.includes(":") ? `[${name}]` : name}:${host.port}`;
}

/** Opens a line. The caller closes its socket; when this throws, it is closed already. */
export async function openLine(options: LineOptions): Promise<Line> {
  const socket = await connectSocket(options);
  const { host, tls, encryption, display, signal } = options;
  if (host.kind === "unix" || encryption === "none" || tls === null) {
    return { socket, encrypted: false, certificate: null };
  }
  const stop = () => void socket.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    if (tls.settings.negotiation === "postgres" && !await acceptsTls(socket, host, display)) {
      if (encryption === "offer") return { socket, encrypted: false, certificate: null };
      throw problem("database/tls-not-offered", { display, mode: tls.settings.mode });
    }
    return { ...await startTls(socket, host.name, tls, display), encrypted: true };
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Says goodbye on a line that no session took over. */
export function hangUp({ socket }: Line): void {
  socket.resume(); // held back, it would never see the end and keep the process alive
  socket.end(terminate);
}

async function acceptsTls(socket: Socket, host: Host, display: string): Promise<boolean> {
  const reader = new MessageReader(socket);
  try {
    socket.write(tlsRequest);
    const answer = await reader.byte();
    if (answer === "S" || answer === "N") return answer === "S";
    throw problem("database/not-postgres", { display, at: placeOf(host) });
  } finally {
    reader.release();
  }
}

function socketPath(host: Host): string {
  const directory = host.name.startsWith("@") ? `\0${host.name.slice(1)}` : host.name;
  return `${directory}/.s.PGSQL.${host.port}`;
}

function connectSocket(options: LineOptions): Promise<Socket> {
  const { host, signal } = options;
  signal.throwIfAborted();
  const socket = host.kind === "unix"
    ? connect({ path: socketPath(host) })
    : connect({ host: host.address ?? host.name, port: host.port, noDelay: true });
  return new Promise((resolve, reject) => {
    const stop = () => {
      socket.destroy();
      reject(signal.reason);
    };
    signal.addEventListener("abort", stop, { once: true });
    socket.once("connect", () => {
      signal.removeEventListener("abort", stop);
      resolve(socket);
    });
    // Stays for good: an error between two readers must not end the process; each reader sees it or the close.
    socket.on("error", (error) => {
      signal.removeEventListener("abort", stop);
      reject(connectProblem(error, options));
    });
  });
}

function connectProblem(error: NodeJS.ErrnoException, { host, display }: LineOptions) {
  const at = placeOf(host);
  const options = { cause: error };
  switch (error.code) {
    case "ECONNREFUSED":
      return problem("database/refused", { display, at }, options);
    case "ENOENT":
      return problem("database/socket-missing", { display, path: at }, options);
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EAI_NODATA":
      return problem("database/host-not-found", { display, host: host.name }, options);
    default:
      return problem("database/unreachable", { display, at, reason: error.message }, options);
  }
}
