/** The start of a session: the startup message, authentication, and what the server then tells about itself. */
import { createHash, randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { problem } from "../../base/problem.ts";
import type { AuthenticationMethod, ConnectionSettings } from "../connection/settings.ts";
import type { Secret } from "../connection/secret.ts";
import { type ScramFinal, scramFinal, scramFirst, scramProved, type ScramStart, serverEndPoint } from "./scram.ts";
import {
  type ErrorFields,
  errorFields,
  frame,
  int32,
  type Message,
  type MessageReader,
  startupMessage,
  texts,
} from "./wire.ts";

/** The server said no with an ErrorResponse. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly fields: ErrorFields;
  constructor(fields: ErrorFields) {
    super(fields["M"] ?? "");
    this.fields = fields;
  }
}

/** What the server told when the session was ready. */
export interface Started {
  readonly pid: number;
  /** Needed to cancel what the session runs. */
  readonly secret: number;
  /** `server_version`, `in_hot_standby`, … as the server reports them. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly notices: readonly ErrorFields[];
}

/** What {@link startSession} works with. */
export interface Startup {
  readonly socket: Socket;
  readonly reader: MessageReader;
  readonly settings: ConnectionSettings;
  readonly password: Secret | null;
  /** The server's certificate (DER) when the line is encrypted. */
  readonly certificate: Buffer | null;
  readonly display: string;
}

/** Starts a session on an open line; throws {@link Refusal} or a problem of authentication. */
export async function startSession(startup: Startup): Promise<Started> {
  const { settings, socket, reader } = startup;
  const { user, database } = settings;
  socket.write(startupMessage({ user, database, client_encoding: "UTF8", ...settings.startup }));
  await authenticate(startup);
  const parameters = new Map<string, string>();
  const notices: ErrorFields[] = [];
  let pid = 0;
  let secret = 0;
  for (;;) {
    const { type, body } = await reader.next();
    if (type === "Z") return { pid, secret, parameters, notices };
    if (type === "E") throw new Refusal(errorFields(body));
    if (type === "N") notices.push(errorFields(body));
    if (type === "S") {
      const [name = "", value = ""] = body.toString("utf8").split("\0");
      parameters.set(name, value);
    }
    if (type === "K") {
      pid = body.readInt32BE(0);
      secret = body.readInt32BE(4);
    }
  }
}

/** Names of the methods that we cannot do, by their number in the server's request. */
const otherMethods: Readonly<Record<number, string>> = { 2: "Kerberos V5", 7: "gss", 8: "gss", 9: "sspi" };

async function authenticate(startup: Startup): Promise<void> {
  let used: AuthenticationMethod = "none";
  for (;;) {
    const { type, body } = await answer(startup);
    if (type === "v") continue; // NegotiateProtocolVersion: the server ignores an option that we did not send
    const request = type === "R" ? body.readInt32BE(0) : -1;
    if (request === 0) return allow(startup, used);
    if (request === 3) {
      allow(startup, used = "password");
      startup.socket.write(frame("p", needPassword(startup), "\0"));
    } else if (request === 5) {
      allow(startup, used = "md5");
      startup.socket.write(frame("p", md5Answer(startup, body.subarray(4, 8)), "\0"));
    } else if (request === 10) {
      allow(startup, used = "scram-sha-256");
      await scram(startup, texts(body.subarray(4)));
    } else {
      const method = otherMethods[request] ?? `number ${request}`;
      throw problem("database/authentication-unsupported", { display: startup.display, method });
    }
  }
}

async function answer({ reader }: Startup): Promise<Message> {
  const message = await reader.next();
  if (message.type === "E") throw new Refusal(errorFields(message.body));
  return message;
}

function allow({ settings, display }: Startup, method: AuthenticationMethod): void {
  const { allowedMethods, channelBinding } = settings;
  const demanded = allowedMethods !== null && !allowedMethods.includes(method)
    ? `require_auth=${allowedMethods.join(",")}`
    : channelBinding === "require" && method !== "scram-sha-256"
    ? "channel_binding=require"
    : null;
  if (demanded !== null) throw problem("database/authentication-weaker", { display, method, demanded });
}

function needPassword({ password, settings, display }: Startup): string {
  if (password !== null) return password.reveal();
  const { user, ignoredPasswordFile } = settings;
  throw problem("database/password-missing", { display, user, ignoredPasswordFile });
}

function md5Answer(startup: Startup, salt: Buffer): string {
  const md5 = (...parts: readonly (Uint8Array | string)[]) => {
    const hash = createHash("md5");
    for (const part of parts) hash.update(part);
    return hash.digest("hex");
  };
  return `md5${md5(md5(needPassword(startup), startup.settings.user), salt)}`;
}

async function scram(startup: Startup, offered: readonly string[]): Promise<void> {
  const { display, settings, certificate, socket } = startup;
  const endPoint = settings.channelBinding === "disable" || certificate === null ? null : serverEndPoint(certificate);
  const plus = endPoint !== null && offered.includes("SCRAM-SHA-256-PLUS");
  if (!plus && settings.channelBinding === "require") {
    const demanded = "channel_binding=require";
    throw problem("database/authentication-weaker", { display, method: "scram-sha-256", demanded });
  }
  if (!plus && !offered.includes("SCRAM-SHA-256")) {
    throw problem("database/authentication-unsupported", { display, method: offered.join(", ") });
  }
  const start: ScramStart = {
    password: needPassword(startup),
    nonce: randomBytes(18).toString("base64"),
    binding: plus ? endPoint : null,
    couldBind: endPoint !== null,
  };
  const first = Buffer.from(scramFirst(start));
  socket.write(frame("p", plus ? "SCRAM-SHA-256-PLUS\0" : "SCRAM-SHA-256\0", int32(first.length), first));
  const final = scramFinal(start, await saslText(startup, 11));
  if (final === null) throw problem("database/server-not-proved", { display, reason: "its first message is wrong" });
  socket.write(frame("p", final.message));
  await proveServer(startup, final);
}

async function proveServer(startup: Startup, final: ScramFinal): Promise<void> {
  if (scramProved(final, await saslText(startup, 12))) return;
  throw problem("database/server-not-proved", { display: startup.display, reason: "its signature is wrong" });
}

async function saslText(startup: Startup, wanted: number): Promise<string> {
  const { type, body } = await answer(startup);
  if (type === "R" && body.readInt32BE(0) === wanted) return body.toString("utf8", 4);
  throw problem("database/server-not-proved", { display: startup.display, reason: "it skipped a step" });
}
