/**
 * Certificates for tests, made with node:crypto alone: X.509 version 3 (RFC 5280) in DER, signed with ECDSA on P-256
 * and SHA-256.
 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

/** A certificate and its private key in PEM, and what is needed to sign others with it. */
export interface Certificate {
  readonly pem: string;
  readonly keyPem: string;
  readonly key: KeyObject;
  readonly name: string;
  readonly serial: Buffer;
}

/** What goes into a certificate. */
export interface CertificateOptions {
  /** The common name. */
  readonly name: string;
  /** Who signs; absent: it signs itself and is an authority. */
  readonly by?: Certificate;
  readonly dnsNames?: readonly string[];
  /** IPv4. */
  readonly addresses?: readonly string[];
  /** Days from now at which it ends; negative for one that is over. Default 30. */
  readonly days?: number;
}

/** Makes a certificate. */
export function certificate(options: CertificateOptions): Certificate {
  const { name, by, dnsNames = [], addresses = [], days = 30 } = options;
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(7)]);
  const alternative = [
    ...dnsNames.map((dns) => der(0x82, Buffer.from(dns))),
    ...addresses.map((address) => der(0x87, Buffer.from(address.split(".").map(Number)))),
  ];
  const extensions = [
    ...(by === undefined ? [extension("551d13", sequence(der(0x01, Buffer.from([0xff]))))] : []),
    ...(alternative.length === 0 ? [] : [extension("551d11", sequence(...alternative))]),
  ];
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    distinguishedName(by?.name ?? name),
    sequence(time(-400), time(days)),
    distinguishedName(name),
    publicKey.export({ type: "spki", format: "der" }),
    ...(extensions.length === 0 ? [] : [der(0xa3, sequence(...extensions))]),
  );
  const keyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { pem: pem("CERTIFICATE", signed(body, by?.key ?? privateKey)), keyPem, key: privateKey, name, serial };
}

/** A list of revoked certificates, signed by their authority. */
export function revocationList(by: Certificate, revoked: readonly Certificate[]): string {
  const entries = revoked.map(({ serial }) => sequence(integer(serial), time(-1)));
  const body = sequence(
    integer(Buffer.from([1])),
    ecdsaWithSha256,
    distinguishedName(by.name),
    time(-2),
    time(30),
    sequence(...entries),
  );
  return pem("X509 CRL", signed(body, by.key));
}

function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length < 0x80
    ? Buffer.from([body.length])
    : body.length < 0x100
    ? Buffer.from([0x81, body.length])
    : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), size, body]);
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const integer = (bytes: Uint8Array) => der(0x02, bytes);
const identifier = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const ecdsaWithSha256 = sequence(identifier("2a8648ce3d040302"));

function distinguishedName(name: string): Buffer {
  return sequence(der(0x31, sequence(identifier("550403"), der(0x0c, Buffer.from(name)))));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(identifier(id), der(0x04, value));
}

function time(daysFromNow: number): Buffer {
  const text = new Date(Date.now() + daysFromNow * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, "");
  return der(0x18, Buffer.from(text));
}

function signed(body: Buffer, key: KeyObject): Buffer {
  return sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), sign("sha256", body, key)));
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
