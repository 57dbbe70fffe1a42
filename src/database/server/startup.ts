/** The start of a session: the startup message, authentication, and what the server then tells about itself. */
import { problem } from "../../base/problem.ts";
import type { AuthenticationMethod, ConnectionSettings } from "../connection/settings.ts";
import type { Secret } from "../connection/secret.ts";
import type { ByteStream } from "./byte-stream.ts";
import type { Message, MessageReader } from "./message-reader.ts";
import { type ErrorFields, errorFields, frame, startupMessage, texts } from "./wire.ts";

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
  readonly stream: ByteStream;
  readonly reader: MessageReader;
  readonly settings: ConnectionSettings;
  readonly password: Secret | null;
  /** The server's certificate (DER) when the line is encrypted. */
  readonly certificate: Buffer | null;
  readonly display: string;
}

/** Starts a session on an open line; throws {@link Refusal} or a problem of authentication. */
export async function startSession(startup: Startup): Promise<Started> {
  const { settings, stream, reader, password } = startup;
  const { user, database } = settings;
  stream.write(startupMessage({ user, database, client_encoding: "UTF8", ...settings.startup }));
  // Most servers want a hash; what makes it is loaded while this one thinks.
  if (password !== null) loadHashes().catch(() => {});
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
      startup.stream.write(frame("p", needPassword(startup), "\0"));
    } else if (request === 5) {
      allow(startup, used = "md5");
      startup.stream.write(frame("p", (await loadHashes()).md5Answer(startup, body.subarray(4, 8)), "\0"));
    } else if (request === 10) {
      allow(startup, used = "scram-sha-256");
      await (await loadHashes()).scram(startup, texts(body.subarray(4)));
    } else {
      const method = otherMethods[request] ?? `number ${request}`;
      throw problem("database/authentication-unsupported", { display: startup.display, method });
    }
  }
}

/** Apart, because `node:crypto` takes a start of the program 2 ms to load. */
const loadHashes = () => import("./hashed-password.ts");

/** The next message; throws {@link Refusal}. */
export async function answer({ reader }: Startup): Promise<Message> {
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

/** The password; throws `database/password-missing`. */
export function needPassword({ password, settings, display }: Startup): string {
  if (password !== null) return password.reveal();
  const { user, ignoredPasswordFile } = settings;
  throw problem("database/password-missing", { display, user, ignoredPasswordFile });
}
