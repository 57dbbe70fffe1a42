import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createPrivateKey } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { asSuperuser, type Server, server } from "../support/mod.ts";
import { certificate, revocationList } from "./certificates.ts";
import { ask, codeOfOpening, open, problemIn, withParameters } from "./connecting.ts";
import { proxy } from "./proxy.ts";

const usesTls = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";

let directory: string;
let encrypted: Server;
let plain: Server;
const files: Record<string, string> = {};

function write(name: string, content: string, mode = 0o600): void {
  files[name] = join(directory, name);
  writeFileSync(files[name], content);
  chmodSync(files[name], mode);
}

/** The encrypted server by a host name, with parameters whose values may be names of files. */
function url(host: string, parameters: Record<string, string>): string {
  const named = Object.entries(parameters).map(([name, value]) => [name, files[value] ?? value]);
  return withParameters(`postgres://${host}:${encrypted.port}/postgres`, Object.fromEntries(named));
}

before(async () => {
  directory = mkdtempSync(join(tmpdir(), "tls-"));
  const authority = certificate({ name: "authority" });
  const stranger = certificate({ name: "stranger" });
  const host = certificate({ name: "server", by: authority, dnsNames: ["localhost"], addresses: ["127.0.0.1"] });
  const client = certificate({ name: "tls_user", by: authority });
  const unknown = certificate({ name: "tls_user", by: stranger });
  write("authority", authority.pem);
  write("stranger", stranger.pem);
  write("revoked", revocationList(authority, [host]));
  write("unrevoked", revocationList(authority, [client]));
  write("client", client.pem);
  write("client-key", client.keyPem);
  write("open-key", client.keyPem, 0o644);
  write("unknown", unknown.pem);
  write("unknown-key", unknown.keyPem);
  const locked = createPrivateKey(client.keyPem).export({
    type: "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: "open sesame",
  });
  write("locked-key", locked.toString());
  write("garbage", "garbage");
  encrypted = await server({ own: true });
  plain = await server();
  encrypted.place("server.crt", host.pem);
  encrypted.place("server.key", host.keyPem);
  encrypted.place("root.crt", authority.pem);
  await asSuperuser(encrypted, "create role tls_user login");
  encrypted.setHba([
    "local all all trust",
    "hostssl all tls_user all cert",
    "hostssl all no_tls all reject",
    "hostnossl all only_tls all reject",
    "host all all all trust",
  ]);
  encrypted.reload({ ssl: "on", ssl_cert_file: "server.crt", ssl_key_file: "server.key", ssl_ca_file: "root.crt" });
  await asSuperuser(encrypted, "create role no_tls login; create role only_tls login");
});

after(() => {
  rmSync(directory, { recursive: true, force: true });
  encrypted.stop("immediate");
});

const user = { user: "postgres" };
const trusted = { ...user, sslrootcert: "authority" };

const encryptedAnswers: readonly (readonly [what: string, host: string, Record<string, string>, string | boolean])[] = [
  ["disable", "localhost", { ...user, sslmode: "disable" }, false],
  ["allow goes without when the server lets it", "localhost", { ...user, sslmode: "allow" }, false],
  ["allow turns to TLS when the server wants it", "localhost", { user: "only_tls", sslmode: "allow" }, true],
  [
    "disable where the server wants TLS",
    "localhost",
    { user: "only_tls", sslmode: "disable" },
    "database/not-allowed-in",
  ],
  ["prefer", "localhost", { ...user, sslmode: "prefer" }, true],
  ["prefer turns to plain when the server wants it", "localhost", { user: "no_tls", sslmode: "prefer" }, false],
  [
    "require where the server wants none",
    "localhost",
    { user: "no_tls", sslmode: "require" },
    "database/not-allowed-in",
  ],
  ["require trusts anyone without authorities", "127.0.0.1", { ...user, sslmode: "require" }, true],
  [
    "require verifies with authorities",
    "localhost",
    { ...user, sslmode: "require", sslrootcert: "stranger" },
    "database/tls-untrusted",
  ],
  ["verify-ca", "localhost", { ...trusted, sslmode: "verify-ca" }, true],
  [
    "verify-ca with another authority",
    "localhost",
    { ...user, sslmode: "verify-ca", sslrootcert: "stranger" },
    "database/tls-untrusted",
  ],
  ["verify-ca without authorities", "localhost", { ...user, sslmode: "verify-ca" }, "database/tls-no-authority"],
  ["verify-full by name", "localhost", { ...trusted, sslmode: "verify-full" }, true],
  ["verify-full by address", "127.0.0.1", { ...trusted, sslmode: "verify-full" }, true],
  [
    "verify-full with another authority",
    "localhost",
    { ...user, sslmode: "verify-full", sslrootcert: "stranger" },
    "database/tls-untrusted",
  ],
  [
    "verify-full of another name",
    "elsewhere",
    { ...trusted, sslmode: "verify-full", hostaddr: "127.0.0.1" },
    "database/tls-wrong-host",
  ],
  ["verify-ca of another name", "elsewhere", { ...trusted, sslmode: "verify-ca", hostaddr: "127.0.0.1" }, true],
  ["the system's authorities", "localhost", { ...user, sslrootcert: "system" }, "database/tls-untrusted"],
  ["direct negotiation", "localhost", { ...trusted, sslmode: "verify-full", sslnegotiation: "direct" }, true],
  ["only TLS 1.2", "localhost", { ...trusted, sslmode: "verify-full", ssl_max_protocol_version: "TLSv1.2" }, true],
  ["a user of a client certificate", "localhost", {
    user: "tls_user",
    sslmode: "require",
    sslcert: "client",
    sslkey: "client-key",
  }, true],
  ["a user of a client certificate with an encrypted key", "localhost", {
    user: "tls_user",
    sslmode: "require",
    sslcert: "client",
    sslkey: "locked-key",
    sslpassword: "open sesame",
  }, true],
  [
    "a missing client certificate",
    "localhost",
    { user: "tls_user", sslmode: "require" },
    "database/tls-client-certificate",
  ],
  ["a client certificate of a stranger", "localhost", {
    user: "tls_user",
    sslmode: "require",
    sslcert: "unknown",
    sslkey: "unknown-key",
  }, "database/tls-client-certificate"],
  ["a certificate of another user", "localhost", {
    user: "postgres",
    sslmode: "require",
    sslcert: "client",
    sslkey: "client-key",
  }, true],
  ["a locked key without its passphrase", "localhost", {
    ...user,
    sslmode: "require",
    sslcert: "client",
    sslkey: "locked-key",
  }, "database/tls-file"],
  [
    "a key that others can read",
    "localhost",
    { ...user, sslmode: "require", sslcert: "client", sslkey: "open-key" },
    "database/tls-key-readable",
  ],
  [
    "a key that is none",
    "localhost",
    { ...user, sslmode: "require", sslcert: "client", sslkey: "garbage" },
    "database/tls-file",
  ],
  [
    "authorities that are none",
    "localhost",
    { ...user, sslmode: "verify-ca", sslrootcert: "garbage" },
    "database/tls-file",
  ],
  [
    "authorities that are not there",
    "localhost",
    { ...user, sslmode: "verify-ca", sslrootcert: "/nowhere" },
    "database/tls-file",
  ],
];

for (const [what, host, parameters, wanted] of encryptedAnswers) {
  test(`TLS server: ${what}`, async () => {
    const address = url(host, parameters);
    if (typeof wanted === "string") assert.equal(await codeOfOpening(address), wanted);
    else assert.equal(await ask(address, usesTls), wanted);
  });
}

test("TLS server: the certificate's names are told when the host is another", async () => {
  const address = url("elsewhere", { ...trusted, sslmode: "verify-full", hostaddr: "127.0.0.1" });
  const { data } = await problemIn(open(address));
  assert.deepEqual([data["host"], data["names"]], ["elsewhere", "localhost, 127.0.0.1"]);
});

test("TLS server: a revoked certificate is not trusted", async () => {
  const revoked = url("localhost", { ...trusted, sslmode: "verify-full", sslcrl: "revoked" });
  const fine = url("localhost", { ...trusted, sslmode: "verify-full", sslcrl: "unrevoked" });
  // Deno ignores revocation lists, so asking for one there is refused.
  const deno = process.versions["deno"] !== undefined;
  assert.equal(await codeOfOpening(revoked), deno ? "database/parameter-unsupported" : "database/tls-untrusted");
  if (!deno) assert.equal(await ask(fine, usesTls), true);
});

test("TLS server: the files of the home directory are used", async () => {
  const home = join(directory, "home");
  mkdirSync(join(home, ".postgresql"), { recursive: true });
  writeFileSync(join(home, ".postgresql", "root.crt"), certificate({ name: "another" }).pem);
  const address = url("localhost", { ...user, sslmode: "require" });
  assert.equal(await codeOfOpening(address, { environment: { HOME: home } }), "database/tls-untrusted");
});

test("TLS server: a statement is cancelled over TLS, and the key to that is not sent in the open", async () => {
  const between = await proxy(encrypted.port);
  const address = url("localhost", { ...trusted, sslmode: "verify-full" });
  const session = await open(address.replace(`:${encrypted.port}`, `:${between.port}`));
  const cancelled = assert.rejects(session.execute(["select pg_sleep(60)"]), { name: "StatementFailure" });
  const asleep = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";
  while (await ask(url("localhost", user), asleep) === 0);
  await session.cancel();
  await cancelled;
  await session.close();
  between.close();
  const cancelCode = Buffer.from([0x04, 0xd2, 0x16, 0x2e]);
  assert.equal(between.heard().indexOf(cancelCode), -1);
});

test("TLS server: much data goes through both ways", async () => {
  const session = await open(url("localhost", { ...trusted, sslmode: "verify-full" }));
  const text = "ü😀 ".repeat(200_000);
  const [row] = await session.query<{ text: string }>("select $1::text as text", [text]);
  assert.ok(row?.text === text);
  await session.close();
});

const plainAnswers: readonly (readonly [mode: string, wanted: string | boolean])[] = [
  ["disable", false],
  ["allow", false],
  ["prefer", false],
  ["require", "database/tls-not-offered"],
  ["verify-ca", "database/tls-not-offered"],
  ["verify-full", "database/tls-not-offered"],
];

for (const [sslmode, wanted] of plainAnswers) {
  test(`server without TLS: ${sslmode}`, async () => {
    const address = withParameters(plain.url, { sslmode, sslrootcert: files["authority"] ?? "" });
    if (typeof wanted === "string") assert.equal(await codeOfOpening(address), wanted);
    else assert.equal(await ask(address, usesTls), wanted);
  });
}

test("server without TLS: direct negotiation fails as TLS", async () => {
  const address = withParameters(plain.url, { sslmode: "require", sslnegotiation: "direct" });
  assert.equal(await codeOfOpening(address), "database/tls-failed");
});
