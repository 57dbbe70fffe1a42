/**
 * TLS on a connected socket, with libpq's meaning of `sslmode` ("SSL Support" in its manual). The chain is verified by
 * the runtime; the host's name is compared here, because not every runtime does it for an IP address.
 */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { isIP, type Socket } from "node:net";
import process from "node:process";
import { checkServerIdentity, connect, type ConnectionOptions, type SecureVersion } from "node:tls";
import { problem } from "../../base/problem.ts";
import type { TlsSettings } from "../connection/settings.ts";

/** TLS settings with their files read. */
export interface TlsMaterial {
  readonly settings: TlsSettings;
  readonly verifyChain: boolean;
  readonly verifyHost: boolean;
  readonly options: ConnectionOptions;
}

/** Reads and checks the files; throws `database/tls-file`, `database/tls-key-readable` or `database/tls-no-authority`. */
export function readTlsMaterial(settings: TlsSettings, display: string): TlsMaterial {
  const { mode, rootCertificate } = settings;
  const verifyHost = mode === "verify-full";
  // libpq: with a file of authorities at hand, `require` verifies like `verify-ca`.
  const verifyChain = verifyHost || mode === "verify-ca" || (mode === "require" && rootCertificate !== null);
  if (verifyChain && rootCertificate === null) {
    throw problem("database/tls-no-authority", { display, mode, looked: settings.defaultRootCertificate });
  }
  const options: ConnectionOptions = { rejectUnauthorized: verifyChain, checkServerIdentity: () => undefined };
  if (verifyChain && rootCertificate !== null && rootCertificate !== "system") {
    options.ca = readCertificates(rootCertificate, "sslrootcert");
  }
  if (verifyChain && settings.revocationList !== null) options.crl = readRevocations(settings.revocationList);
  if (settings.minVersion !== null) options.minVersion = settings.minVersion as SecureVersion;
  if (settings.maxVersion !== null) options.maxVersion = settings.maxVersion as SecureVersion;
  if (settings.negotiation === "direct") options.ALPNProtocols = ["postgresql"];
  Object.assign(options, clientCertificate(settings));
  return { settings, verifyChain, verifyHost, options };
}

function clientCertificate(settings: TlsSettings): ConnectionOptions {
  const { certificate, key, keyPassword, certificateMode } = settings;
  if (certificate === null || certificateMode === "disable") {
    if (certificateMode !== "require") return {};
    throw problem("database/parameter-value", { name: "sslcertmode", value: "require", allowed: "used with sslcert" });
  }
  const cert = readCertificates(certificate, "sslcert");
  if (key === null) {
    throw problem("database/parameter-value", { name: "sslkey", value: "", allowed: "given with sslcert" });
  }
  const text = readPem(key, "sslkey");
  refuseReadableKey(key);
  try {
    const passphrase = keyPassword?.reveal() ?? "";
    // Written out again without its passphrase: not every runtime passes one on to TLS.
    const unlocked = createPrivateKey({ key: text, ...(passphrase === "" ? {} : { passphrase }) });
    return { cert, key: unlocked.export({ type: "pkcs8", format: "pem" }) };
  } catch (error) {
    const locked = text.includes("ENCRYPTED");
    const reason = locked && keyPassword === null
      ? "it needs a passphrase (sslpassword)"
      : locked
      ? "the passphrase (sslpassword) does not open it"
      : "it holds no private key";
    throw problem("database/tls-file", { file: key, parameter: "sslkey", reason }, { cause: error });
  }
}

function readPem(file: string, parameter: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const reason = code === "ENOENT" ? "it does not exist" : code === "EACCES" ? "it may not be read" : code;
    throw problem("database/tls-file", { file, parameter, reason }, { cause: error });
  }
}

function readCertificates(file: string, parameter: string): string {
  const text = readPem(file, parameter);
  try {
    new X509Certificate(text);
  } catch (error) {
    throw problem("database/tls-file", { file, parameter, reason: "it holds no certificate" }, { cause: error });
  }
  return text;
}

function readRevocations(file: string): string {
  const text = readPem(file, "sslcrl");
  if (!text.includes("-----BEGIN X509 CRL-----")) {
    throw problem("database/tls-file", { file, parameter: "sslcrl", reason: "it holds no revocation list" });
  }
  // Deno takes the option and does not look at it.
  if (process.versions["deno"] !== undefined) {
    throw problem("database/parameter-unsupported", { name: "sslcrl", why: "Deno does not check revocation lists" });
  }
  return text;
}

/** libpq's rule: for its owner alone, or owned by root and readable by a group. */
function refuseReadableKey(file: string): void {
  if (process.platform === "win32") return;
  const { mode, uid } = statSync(file);
  const forbidden = uid === 0 && process.getuid?.() !== 0 ? 0o027 : 0o077;
  if ((mode & forbidden) !== 0) throw problem("database/tls-key-readable", { file });
}

/** An encrypted socket and the server's certificate (DER). */
export interface Secured {
  readonly socket: Socket;
  readonly certificate: Buffer | null;
}

/**
 * Begins TLS on a connected socket and verifies what the settings ask for; throws `database/tls-untrusted`,
 * `database/tls-wrong-host` or `database/tls-failed`.
 *
 * @param host the name that the certificate must have
 */
export async function startTls(socket: Socket, host: string, material: TlsMaterial, display: string): Promise<Secured> {
  const servername = material.settings.sendServerName && isIP(host) === 0 ? host : "";
  const secured = connect({ ...material.options, socket, servername });
  try {
    await new Promise<void>((resolve, reject) => {
      secured.once("secureConnect", resolve);
      secured.on("error", reject); // stays for good, as on the plain socket
      secured.once("close", () => reject(new Error("the server closed the connection during the handshake")));
    });
  } catch (error) {
    secured.destroy();
    throw handshakeProblem(error, material, display);
  }
  const peer = secured.getPeerCertificate(true);
  if (material.settings.negotiation === "direct" && secured.alpnProtocol !== "postgresql") {
    secured.destroy();
    throw problem("database/tls-failed", { display, reason: "the server does not take direct TLS connections" });
  }
  if (material.verifyHost && checkServerIdentity(host, peer) !== undefined) {
    secured.destroy();
    const names = peer.subjectaltname?.replaceAll(/(?:DNS|IP Address):/g, "") ?? String(peer.subject?.CN ?? "");
    throw problem("database/tls-wrong-host", { display, host, names });
  }
  return { socket: secured, certificate: peer?.raw === undefined ? null : Buffer.from(peer.raw) };
}

/** Errors of the protocol and the network; every other code is OpenSSL's reason not to trust the chain. */
const protocolErrors = /^(?:ERR_|E[A-Z]+$|$)/;

function handshakeProblem(error: unknown, material: TlsMaterial, display: string) {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return !protocolErrors.test(code) && material.verifyChain
    ? problem("database/tls-untrusted", {
      display,
      reason: message,
      rootCertificate: material.settings.rootCertificate ?? "",
    }, { cause: error })
    : problem("database/tls-failed", { display, reason: message }, { cause: error });
}
