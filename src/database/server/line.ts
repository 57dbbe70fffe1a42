/** One connected line to one host, encrypted as asked: everything before the first message of a session. */
import { problem } from "../../base/problem.ts";
import type { Host, TlsSettings } from "../connection/settings.ts";
import type { Address } from "./address.ts";
import { connectBun, hasBunStreams } from "./bun-stream.ts";
import type { ByteStream } from "./byte-stream.ts";
import { MessageReader } from "./message-reader.ts";
import type { NodeStream } from "./node-stream.ts";
import type { TlsMaterial } from "./tls.ts";
import { terminate, tlsRequest } from "./wire.ts";

/** `offer` goes on without TLS when the server has none. */
export type Encryption = "none" | "offer" | "demand";

export interface Line {
  readonly stream: ByteStream;
  /** The stream's reader until a session takes it over. */
  readonly reader: MessageReader;
  readonly encrypted: boolean;
  /** The server's certificate (DER), for channel binding. */
  readonly certificate: Buffer | null;
}

/** What TLS needs: read, with the code that reads it, only when a server takes TLS or has to. */
export interface LazyTls {
  readonly mode: TlsSettings["mode"];
  readonly negotiation: TlsSettings["negotiation"];
  /** Reads and checks the files the first time; throws `database/tls-…`. */
  material(): Promise<TlsMaterial>;
}

/** Where a line goes, and what stops it from getting there. */
export interface LineOptions {
  readonly host: Host;
  readonly encryption: Encryption;
  /** Asked for when TLS begins; null with encryption `none`. */
  readonly tls: LazyTls | null;
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

/** Opens a line. The caller closes its stream; when this throws, it is closed already. */
export async function openLine(options: LineOptions): Promise<Line> {
  const { host, tls, encryption, display, signal } = options;
  if (host.kind === "unix" || encryption === "none" || tls === null) {
    return plainLine(await connected<ByteStream>(hasBunStreams() ? connectBun : connectNode, options));
  }
  if (encryption === "offer" && hasBunStreams() && isLoopback(host) && tls.negotiation === "postgres") {
    // A server of one's own machine rarely has TLS. When this one does, another line is opened that can carry it.
    const stream = await connected(connectBun, options);
    const line = plainLine(stream);
    if (!await guarded(stream, signal, () => acceptsTls(line, host, display))) return line;
    stream.destroy();
  }
  const stream = await connected(connectNode, options);
  return await guarded(stream, signal, () => encrypted(stream, tls, options));
}

/** TLS on a line, when the server has it. */
async function encrypted(stream: NodeStream, tls: LazyTls, { host, encryption, display }: LineOptions): Promise<Line> {
  if (tls.negotiation === "postgres") {
    const line = plainLine(stream);
    if (!await acceptsTls(line, host, display)) {
      if (encryption === "offer") return line;
      throw problem("database/tls-not-offered", { display, mode: tls.mode });
    }
  }
  const [{ startTls }, { NodeStream }, material] = await Promise.all([
    import("./tls.ts"),
    import("./node-stream.ts"),
    tls.material(),
  ]);
  const { socket, certificate } = await startTls(stream.detach(), host.name, material, display);
  return { ...plainLine(new NodeStream(socket)), encrypted: true, certificate };
}

function plainLine(stream: ByteStream): Line {
  return { stream, reader: new MessageReader(stream), encrypted: false, certificate: null };
}

/** Does something with a stream that is dropped when it fails or the signal is aborted. */
async function guarded<T>(stream: ByteStream, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const stop = () => stream.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    signal.throwIfAborted();
    return await work();
  } catch (error) {
    stream.destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Says goodbye on a line that no session took over. */
export function hangUp({ stream }: Line): void {
  stream.end(terminate);
}

async function acceptsTls({ stream, reader }: Line, host: Host, display: string): Promise<boolean> {
  stream.write(tlsRequest);
  const answer = await reader.byte();
  if (answer === "S" || answer === "N") return answer === "S";
  throw problem("database/not-postgres", { display, at: placeOf(host) });
}

function isLoopback({ name, address }: Host): boolean {
  return /^(?:localhost|127\.[\d.]+|::1)$/.test(address ?? name);
}

function addressOf(host: Host): Address {
  return host.kind === "unix" ? { path: socketPath(host) } : { host: host.address ?? host.name, port: host.port };
}

function socketPath(host: Host): string {
  const directory = host.name.startsWith("@") ? `\0${host.name.slice(1)}` : host.name;
  return `${directory}/.s.PGSQL.${host.port}`;
}

/** A stream by one of the runtimes' ways; its errors as problems. */
async function connected<Stream>(
  connect: (address: Address, signal: AbortSignal) => Promise<Stream>,
  options: LineOptions,
): Promise<Stream> {
  const { host, signal } = options;
  signal.throwIfAborted();
  try {
    return await connect(addressOf(host), signal);
  } catch (error) {
    throw signal.aborted ? error : connectProblem(error, options);
  }
}

async function connectNode(address: Address, signal: AbortSignal): Promise<NodeStream> {
  const node = await import("./node-stream.ts");
  return await node.connectNode(address, signal);
}

function connectProblem(cause: unknown, { host, display }: LineOptions) {
  // The runtimes say so of everything that their sockets throw.
  const error = cause as NodeJS.ErrnoException;
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
