/**
 * SCRAM-SHA-256 and SCRAM-SHA-256-PLUS (RFC 5802, RFC 7677), the client's side, as PostgreSQL uses it: the user name
 * is empty because the startup message has it. Channel binding is `tls-server-end-point` (RFC 5929, section 4).
 */
import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";

/** What both sides agreed on before the exchange. */
export interface ScramStart {
  readonly password: string;
  /** Random, printable ASCII without a comma. */
  readonly nonce: string;
  /** The hash of the server's certificate; null without channel binding. */
  readonly binding: Buffer | null;
  /** Whether we could bind, had the server offered it: then a server that can but did not say so is found out. */
  readonly couldBind: boolean;
}

const header = ({ binding, couldBind }: ScramStart) =>
  binding !== null ? "p=tls-server-end-point,," : couldBind ? "y,," : "n,,";

/** The client's first message. */
export function scramFirst(start: ScramStart): string {
  return `${header(start)}n=,r=${start.nonce}`;
}

/** The client's final message, and what the server must answer with to prove that it knows the password. */
export interface ScramFinal {
  readonly message: string;
  readonly serverSignature: Buffer;
}

/**
 * Answers the server's first message; null when that is not one (its nonce must extend ours).
 *
 * The formulas are those of RFC 5802, section 3.
 */
export function scramFinal(start: ScramStart, serverFirst: string): ScramFinal | null {
  const fields = new Map(serverFirst.split(",").map((field) => [field.slice(0, 1), field.slice(2)]));
  const nonce = fields.get("r") ?? "";
  const iterations = Number(fields.get("i"));
  if (!nonce.startsWith(start.nonce) || nonce.length === start.nonce.length || !(iterations >= 1)) return null;
  const salted = pbkdf2Sync(
    saslPrep(start.password),
    Buffer.from(fields.get("s") ?? "", "base64"),
    iterations,
    32,
    "sha256",
  );
  const clientKey = hmac(salted, "Client Key");
  const bound = Buffer.concat([Buffer.from(header(start)), start.binding ?? Buffer.alloc(0)]).toString("base64");
  const withoutProof = `c=${bound},r=${nonce}`;
  const signed = `n=,r=${start.nonce},${serverFirst},${withoutProof}`;
  const signature = hmac(createHash("sha256").update(clientKey).digest(), signed);
  const proof = Buffer.from(clientKey.map((byte, i) => byte ^ (signature[i] ?? 0)));
  return {
    message: `${withoutProof},p=${proof.toString("base64")}`,
    serverSignature: hmac(hmac(salted, "Server Key"), signed),
  };
}

/** Whether the server's last message proves that it knows the password. */
export function scramProved(final: ScramFinal, serverFinal: string): boolean {
  const given = Buffer.from(/(?:^|,)v=([^,]*)/.exec(serverFinal)?.[1] ?? "", "base64");
  return given.length === final.serverSignature.length && timingSafeEqual(given, final.serverSignature);
}

/**
 * The certificate's hash for channel binding: the hash function of its signature, SHA-256 in place of MD5 and SHA-1;
 * null when the signature names none that we know (RFC 5929 leaves that undefined).
 *
 * @param certificate DER
 */
export function serverEndPoint(certificate: Buffer): Buffer | null {
  const name = signatureHash(certificate);
  return name === null ? null : createHash(name).update(certificate).digest();
}

/** Object identifiers of signature algorithms (RFC 3279, RFC 4055, RFC 5758) with the hash that each one uses. */
const signatureHashes: readonly (readonly [oid: string, hash: string])[] = [
  ["2a864886f70d010104", "sha256"],
  ["2a864886f70d010105", "sha256"],
  ["2a864886f70d01010b", "sha256"],
  ["2a864886f70d01010c", "sha384"],
  ["2a864886f70d01010d", "sha512"],
  ["2a864886f70d01010e", "sha224"],
  ["2a8648ce3d0401", "sha256"],
  ["2a8648ce3d040301", "sha224"],
  ["2a8648ce3d040302", "sha256"],
  ["2a8648ce3d040303", "sha384"],
  ["2a8648ce3d040304", "sha512"],
];

/** Reads `Certificate.signatureAlgorithm` (RFC 5280, section 4.1): the element after `tbsCertificate`. */
function signatureHash(der: Buffer): string | null {
  const certificate = element(der, 0);
  const signed = certificate === null ? null : element(der, certificate.start);
  const algorithm = signed === null ? null : element(der, signed.end);
  const identifier = algorithm === null ? null : element(der, algorithm.start);
  if (identifier === null || der[identifier.at] !== 6) return null;
  const oid = der.toString("hex", identifier.start, identifier.end);
  return signatureHashes.find(([known]) => known === oid)?.[1] ?? null;
}

/** Where a DER element begins, where its content begins, and where it ends. */
function element(der: Buffer, at: number): { at: number; start: number; end: number } | null {
  const first = der[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { at, start: at + 2, end: at + 2 + first };
  const bytes = first & 0x7f;
  if (bytes < 1 || bytes > 4 || at + 2 + bytes > der.length) return null;
  const length = der.readUIntBE(at + 2, bytes);
  return { at, start: at + 2 + bytes, end: at + 2 + bytes + length };
}

/** SASLprep (RFC 4013) as far as a password can need it: spaces, what maps to nothing, and NFKC. */
function saslPrep(password: string): string {
  // deno-lint-ignore no-control-regex -- the question is whether the text is ASCII
  if (/^[\x00-\x7f]*$/.test(password)) return password;
  return password
    .replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/gu, " ")
    .replace(/[\u00ad\u034f\u1806\u180b-\u180d\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]/gu, "")
    .normalize("NFKC");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
