import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server as NetServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { scramFinal, scramFirst, scramProved, serverEndPoint } from "../../src/database/server/scram.ts";
import { frame, int32 } from "../../src/database/server/wire.ts";
import { asSuperuser, freshDatabase, type Server, server } from "../support/mod.ts";
import { certificate } from "./certificates.ts";
import { ask, codeOfOpening, open, problemIn } from "./connecting.ts";

let directory: string;
let pg: Server;

before(async () => {
  directory = mkdtempSync(join(tmpdir(), "auth-"));
  pg = await server({ own: true });
  await asSuperuser(
    pg,
    `create role trusted login; create role nologin_role;
     create role scram_role login password 'sésame 😀'; create role odd_role login password '\u00a0a\u00ad\u2168';
     set password_encryption = 'md5'; create role md5_role login password 'md5 secret';
     create role narrow login connection limit 0; create role banned login; create role plain_role login password 'p:\\@'`,
  );
  await asSuperuser(pg, `create database "app ""1"""`);
  await asSuperuser(pg, "create database closed allow_connections false");
  pg.setHba([
    "local all all trust",
    "host all trusted all trust",
    "host all postgres all trust",
    "host all nologin_role all trust",
    "host all narrow all trust",
    "host all missing_role all trust",
    "host all banned all reject",
    "host all md5_role all md5",
    "host all plain_role all password",
    "host all scram_role,odd_role,missing_scram all scram-sha-256",
  ]);
});

after(() => {
  rmSync(directory, { recursive: true, force: true });
  pg.stop("immediate");
});

function url(user: string, password: string | null, rest = "postgres"): string {
  const secret = password === null ? "" : `:${encodeURIComponent(password)}`;
  return `postgres://${user}${secret}@127.0.0.1:${pg.port}/${rest}`;
}

const answers:
  readonly (readonly [what: string, user: string, password: string | null, rest: string, code: string | null])[] = [
    ["trust", "trusted", null, "postgres", null],
    ["SCRAM with a password beyond ASCII", "scram_role", "sésame 😀", "postgres", null],
    ["SCRAM with a password that SASLprep changes", "odd_role", " aIX", "postgres", null],
    ["MD5", "md5_role", "md5 secret", "postgres", null],
    ["a password in clear", "plain_role", "p:\\@", "postgres", null],
    ["a wrong SCRAM password", "scram_role", "no", "postgres", "database/wrong-password"],
    ["a wrong MD5 password", "md5_role", "no", "postgres", "database/wrong-password"],
    ["no password", "scram_role", null, "postgres", "database/password-missing"],
    ["a role that does not exist, with SCRAM", "missing_scram", "x", "postgres", "database/wrong-password"],
    ["a role that does not exist, with trust", "missing_role", null, "postgres", "database/role-refused"],
    ["a role that may not log in", "nologin_role", null, "postgres", "database/role-refused"],
    ["a role that pg_hba.conf rejects", "banned", null, "postgres", "database/not-allowed-in"],
    ["a role that pg_hba.conf does not know", "unknown", null, "postgres", "database/not-allowed-in"],
    ["a role without connections", "narrow", null, "postgres", "database/too-many-connections"],
    ["a database that does not exist", "trusted", null, "nowhere", "database/does-not-exist"],
    ["a database that takes no connections", "trusted", null, "closed", "database/server-refused"],
    [
      "options that the server does not know",
      "trusted",
      null,
      "postgres?options=-c%20nonsense%3D1",
      "database/server-refused",
    ],
    ["require_auth is met", "scram_role", "sésame 😀", "postgres?require_auth=scram-sha-256", null],
    [
      "require_auth is not met by MD5",
      "md5_role",
      "md5 secret",
      "postgres?require_auth=scram-sha-256",
      "database/authentication-weaker",
    ],
    [
      "require_auth is not met by trust",
      "trusted",
      null,
      "postgres?require_auth=!none",
      "database/authentication-weaker",
    ],
    [
      "channel_binding without TLS",
      "scram_role",
      "sésame 😀",
      "postgres?channel_binding=require",
      "database/authentication-weaker",
    ],
  ];

for (const [what, user, password, rest, code] of answers) {
  test(`authentication: ${what}`, async () => {
    const address = url(user, password, rest);
    if (code === null) assert.equal(await ask(address, "select current_user::text"), user);
    else assert.equal(await codeOfOpening(address), code);
  });
}

test("authentication: the missing database comes with the command that creates it", async () => {
  const { data } = await problemIn(open(url("trusted", "hidden1", "my%20app")));
  assert.equal(data["command"], `createdb -h 127.0.0.1 -p ${pg.port} -U trusted 'my app'`);
});

test("authentication: a name with quotes and spaces is reached", async () => {
  assert.equal(
    await ask(url("trusted", null, encodeURIComponent('app "1"')), "select current_database()::text"),
    'app "1"',
  );
});

test("authentication: .pgpass is read, unless others may read it", async () => {
  const passfile = join(directory, "pgpass");
  writeFileSync(passfile, `127.0.0.1:${pg.port}:*:scram_role:sésame 😀\n`, { mode: 0o600 });
  const environment = { PGPASSFILE: passfile };
  assert.equal(await ask(url("scram_role", null), "select 1", { environment }), 1);
  const open644 = join(directory, "open");
  writeFileSync(open644, `*:*:*:*:sésame 😀\n`, { mode: 0o644 });
  const refused = await problemIn(open(url("scram_role", null), { environment: { PGPASSFILE: open644 } }));
  assert.deepEqual([refused.code, refused.data["ignoredPasswordFile"]], ["database/password-missing", open644]);
});

test("authentication: variables and a service file alone are enough", async () => {
  const services = join(directory, "services");
  writeFileSync(services, `[here]\nhost=127.0.0.1\nport=${pg.port}\nuser=md5_role\ndbname=postgres\n`);
  const environment = { PGSERVICE: "here", PGSERVICEFILE: services, PGPASSWORD: "md5 secret", PGAPPNAME: "from here" };
  assert.equal(await ask("", "select current_user::text", { environment }), "md5_role");
  assert.equal(await ask("", "show application_name", { environment }), "from here");
  assert.equal(await ask("user=trusted", "select current_user::text", { environment }), "trusted");
});

test("authentication: the driver's own look at the environment changes nothing", async () => {
  const kept = { ...process.env };
  Object.assign(process.env, {
    PGHOST: "elsewhere",
    PGTARGETSESSIONATTRS: "standby",
    PGUSER: "no",
    PGMAX: "0",
    PGSSL: "require",
  });
  try {
    assert.equal(await ask(url("trusted", null), "select current_user::text"), "trusted");
  } finally {
    for (const name of ["PGHOST", "PGTARGETSESSIONATTRS", "PGUSER", "PGMAX", "PGSSL"]) {
      if (kept[name] === undefined) delete process.env[name];
      else process.env[name] = kept[name];
    }
  }
});

test("authentication: a role is taken on, and one that may not be is told", async () => {
  await using database = await freshDatabase(pg);
  await asSuperuser(pg, `create role "Group ""A""" ; grant "Group ""A""" to trusted`);
  const address = database.url.replace("postgres@", "trusted@");
  assert.equal(await ask(address, "select current_user::text", { role: 'Group "A"' }), 'Group "A"');
  assert.equal(await codeOfOpening(address, { role: "postgres" }), "database/set-role");
  assert.equal(await codeOfOpening(address, { role: "nobody" }), "database/set-role");
});

test("SCRAM: the example of RFC 7677", () => {
  const start = { password: "pencil", nonce: "rOprNGfwEbeRWgbNEkqO", binding: null, couldBind: false };
  const serverFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
  assert.equal(scramFirst(start), "n,,n=,r=rOprNGfwEbeRWgbNEkqO");
  const final = scramFinal(start, serverFirst);
  // The RFC's proof has the name "user" in its first message; PostgreSQL's clients leave it empty.
  assert.match(final?.message ?? "", /^c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj\)hNlF\$k0,p=/);
  assert.ok(final !== null && scramProved(final, `v=${final.serverSignature.toString("base64")}`));
  assert.ok(!scramProved(final, "v=AAAA") && !scramProved(final, "e=other-error") && !scramProved(final, ""));
});

test("SCRAM: a server whose nonce does not extend ours is refused", () => {
  const start = { password: "pencil", nonce: "abc", binding: null, couldBind: false };
  assert.equal(scramFinal(start, "r=abc,s=AAAA,i=4096"), null);
  assert.equal(scramFinal(start, "r=xyz1,s=AAAA,i=4096"), null);
  assert.equal(scramFinal(start, "r=abcd,s=AAAA,i=0"), null);
});

test("SCRAM: the end point of a certificate is the hash that its signature uses", () => {
  const der = Buffer.from(certificate({ name: "x" }).pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
  assert.equal(serverEndPoint(der)?.length, 32);
  assert.equal(serverEndPoint(Buffer.from("nonsense")), null);
  assert.equal(serverEndPoint(Buffer.alloc(0)), null);
});

/** A server of a few lines that answers a startup message with fixed messages. */
async function fake(answer: (socket: Socket, first: Buffer) => void): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>();
  const listener: NetServer = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", (first: Buffer) => answer(socket, first));
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as { port: number };
  return {
    url: `postgres://u:hidden1@127.0.0.1:${port}/d?sslmode=disable`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      listener.close();
    },
  };
}

const authentication = (number: number, ...rest: readonly (string | Uint8Array)[]) =>
  frame("R", int32(number), ...rest);
const ready = (version: string) =>
  Buffer.concat([
    authentication(0),
    frame("S", `server_version\0${version}\0`),
    frame("K", int32(1), int32(2)),
    frame("Z", "I"),
  ]);

const impostors: readonly (readonly [what: string, answer: Uint8Array | string, code: string])[] = [
  ["speaks HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n", "database/not-postgres"],
  ["sends nonsense", "\0\0\0\0\0\0\0\0", "database/not-postgres"],
  ["claims a huge message", Buffer.from([82, 255, 255, 255, 255, 0]), "database/not-postgres"],
  ["is PostgreSQL 13", ready("13.22"), "database/too-old"],
  ["is PostgreSQL 9.6", ready("9.6.24 (Debian)"), "database/too-old"],
  ["wants Kerberos", authentication(7), "database/authentication-unsupported"],
  [
    "offers only an unknown SASL mechanism",
    authentication(10, "OAUTHBEARER\0\0"),
    "database/authentication-unsupported",
  ],
  [
    "skips the exchange of SCRAM",
    Buffer.concat([authentication(10, "SCRAM-SHA-256\0\0"), authentication(0)]),
    "database/server-not-proved",
  ],
  [
    "is starting",
    frame("E", "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"),
    "database/starting-up",
  ],
];

for (const [what, answer, code] of impostors) {
  test(`authentication: a server that ${what}`, async () => {
    const impostor = await fake((socket) => void socket.write(answer));
    const problem = await problemIn(open(impostor.url));
    impostor.close();
    assert.equal(problem.code, code);
    assert.doesNotMatch(JSON.stringify(problem), /hidden1/);
  });
}

test("authentication: a server that hangs up at once", async () => {
  const impostor = await fake((socket) => void socket.end());
  assert.equal(await codeOfOpening(impostor.url), "database/unreachable");
  impostor.close();
});

test("authentication: a server that does not answer runs into connect_timeout, before, within and after TLS", async () => {
  const silent = await fake(() => {});
  const promising = await fake((socket) => void socket.write("S"));
  const patient = (url: string, sslmode: string) =>
    problemIn(open(`${url.replace("sslmode=disable", `sslmode=${sslmode}`)}&connect_timeout=1`));
  const ends = await Promise.all([
    patient(silent.url, "disable"),
    patient(silent.url, "require"),
    patient(promising.url, "require"),
  ]);
  assert.deepEqual(ends.map(({ code, data }) => [code, data["seconds"]]), Array(3).fill(["database/timeout", 1]));
  silent.close();
  promising.close();
});

test("authentication: bytes smuggled in before TLS are refused", async () => {
  const smuggler = await fake((socket) => void socket.write("SEvil"));
  assert.equal(await codeOfOpening(smuggler.url.replace("disable", "require")), "database/not-postgres");
  smuggler.close();
});

test("authentication: an aborted signal ends the connecting with its reason", async () => {
  const silent = await fake(() => controller.abort(new Error("enough")));
  const controller = new AbortController();
  await assert.rejects(open(silent.url, { signal: controller.signal }), { message: "enough" });
  await assert.rejects(open(silent.url, { signal: controller.signal }), { message: "enough" });
  silent.close();
});
