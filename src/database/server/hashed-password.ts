/** Answers to a server that wants a password, but not in clear. */
import { createHash, randomBytes } from "node:crypto";
import { problem } from "../../base/problem.ts";
import { type ScramFinal, scramFinal, scramFirst, scramProved, type ScramStart, serverEndPoint } from "./scram.ts";
import { answer, needPassword, type Startup } from "./startup.ts";
import { frame, int32 } from "./wire.ts";

/** The answer to AuthenticationMD5Password. */
export function md5Answer(startup: Startup, salt: Buffer): string {
  const md5 = (...parts: readonly (Uint8Array | string)[]) => {
    const hash = createHash("md5");
    for (const part of parts) hash.update(part);
    return hash.digest("hex");
  };
  return `md5${md5(md5(needPassword(startup), startup.settings.user), salt)}`;
}

/** Proves the password by SCRAM, and has the server prove that it knows it. */
export async function scram(startup: Startup, offered: readonly string[]): Promise<void> {
  const { display, settings, certificate, stream } = startup;
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
  stream.write(frame("p", plus ? "SCRAM-SHA-256-PLUS\0" : "SCRAM-SHA-256\0", int32(first.length), first));
  const final = scramFinal(start, await saslText(startup, 11));
  if (final === null) throw problem("database/server-not-proved", { display, reason: "its first message is wrong" });
  stream.write(frame("p", final.message));
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
