import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../src/base/problem.ts";
import { parseConnection } from "../../src/database/connection/conninfo.ts";
import { findPassword } from "../../src/database/connection/passfile.ts";
import { findService } from "../../src/database/connection/service-file.ts";
import { type ConnectionInputs, displayConnection, resolveConnection } from "../../src/database/connection/settings.ts";

interface Around {
  readonly environment?: Record<string, string>;
  readonly files?: Record<string, string>;
  readonly open?: readonly string[];
  readonly windows?: boolean;
  readonly systemUser?: string | null;
}

function inputs(url: string, around: Around = {}): ConnectionInputs {
  const files = around.files ?? {};
  return {
    url,
    environment: { HOME: "/home/me", ...around.environment },
    files: {
      read: (path) => files[path] ?? null,
      exists: (path) => path in files,
      isPrivate: (path) => !(around.open ?? []).includes(path),
    },
    systemUser: around.systemUser === undefined ? "me" : around.systemUser,
    windows: around.windows ?? false,
    applicationName: "migrate",
  };
}

const resolve = (url: string, around: Around = {}) => resolveConnection(inputs(url, around));

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return "nothing thrown";
}

const readable: readonly (readonly [string, Record<string, string>])[] = [
  ["", {}],
  ["postgres://", {}],
  ["postgresql://localhost", { host: "localhost" }],
  ["POSTGRES://localhost", { host: "localhost" }],
  ["postgresql://localhost:5433", { host: "localhost", port: "5433" }],
  ["postgresql://localhost/mydb", { host: "localhost", dbname: "mydb" }],
  ["postgresql://user@localhost", { user: "user", host: "localhost" }],
  ["postgresql://user:secret@localhost", { user: "user", password: "secret", host: "localhost" }],
  ["postgresql://user:se:cr?t@localhost", { user: "user", password: "se:cr?t", host: "localhost" }],
  ["postgresql://:secret@localhost", { password: "secret", host: "localhost" }],
  ["postgresql://u%40x:p%2Fa%3As%25@h%2Dx/d%20b", { user: "u@x", password: "p/a:s%", host: "h-x", dbname: "d b" }],
  ["postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp", {
    user: "other",
    host: "localhost",
    dbname: "otherdb",
    connect_timeout: "10",
    application_name: "myapp",
  }],
  ["postgresql://host1:123,host2:456/somedb?target_session_attrs=any", {
    host: "host1,host2",
    port: "123,456",
    dbname: "somedb",
    target_session_attrs: "any",
  }],
  ["postgresql://h1,h2:2/x", { host: "h1,h2", port: ",2", dbname: "x" }],
  ["postgresql:///mydb?host=localhost&port=5433", { dbname: "mydb", host: "localhost", port: "5433" }],
  ["postgresql://[2001:db8::1234]/database", { host: "2001:db8::1234", dbname: "database" }],
  ["postgresql://[::1]:5433,h:1", { host: "::1,h", port: "5433,1" }],
  ["postgresql://%2Fvar%2Flib%2Fpostgresql/dbname", { host: "/var/lib/postgresql", dbname: "dbname" }],
  ["postgresql:///?user=%C3%BC", { user: "ü" }],
  ["postgresql:///?ssl=true", { sslmode: "require" }],
  ["postgresql:///?options=-c%20geqo%3Doff%20-c%20x%3D1", { options: "-c geqo=off -c x=1" }],
  ["postgresql:///a/b", { dbname: "a/b" }],
  ["postgresql:///?a", { error: "database/invalid-url" }],
  ["postgresql:///?port=1=2", { error: "database/invalid-url" }],
  ["postgresql://[::1", { error: "database/invalid-url" }],
  ["postgresql://[]", { error: "database/invalid-url" }],
  ["postgresql://[::1]x", { error: "database/invalid-url" }],
  ["postgresql://ann:a/b@db/app", { error: "database/invalid-url" }],
  ["postgresql://ann:1/b@db/app", { error: "database/invalid-url" }],
  ["postgresql:///%zz", { error: "database/invalid-url" }],
  ["postgresql:///%ff", { error: "database/invalid-url" }],
  ["postgresql:///%00", { error: "database/invalid-url" }],
  ["postgresql:///?sslmod=require", { error: "database/unknown-parameter" }],
  ["mysql://localhost/x", { error: "database/invalid-url" }],
  ["host=localhost port=5433 dbname=mydb", { host: "localhost", port: "5433", dbname: "mydb" }],
  ["host = localhost\n\tuser= me", { host: "localhost", user: "me" }],
  ["password='it''s'", { error: "database/invalid-url" }],
  ["password='it\\'s \\\\ it' user=a\\ b", { password: "it's \\ it", user: "a b" }],
  ["user='' host=x", { user: "", host: "x" }],
  ["user= host=x", { user: "host=x" }],
  ["host=/run/postgresql", { host: "/run/postgresql" }],
  ["options='-c x=1'", { options: "-c x=1" }],
  ["password=a=b", { password: "a=b" }],
  ["password='open", { error: "database/invalid-url" }],
  ["localhost", { error: "database/invalid-url" }],
  ["hots=localhost", { error: "database/unknown-parameter" }],
];

for (const [text, wanted] of readable) {
  test(`connection text: ${JSON.stringify(text)}`, () => {
    if (wanted["error"] !== undefined) assert.equal(codeOf(() => parseConnection(text)), wanted["error"]);
    else assert.deepEqual(Object.fromEntries(parseConnection(text)), wanted);
  });
}

test("connection text: a misspelt parameter gets the nearest right one", () => {
  assert.throws(() => parseConnection("postgres:///?sslmod=require"), (error: Problem) => {
    assert.deepEqual(error.data, { name: "sslmod", nearest: "sslmode" });
    return true;
  });
});

test("connection text: what is encoded is what is read, as a URI and as a list", () => {
  const word = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) =>
    !text.includes("\0") && text.isWellFormed()
  );
  fc.assert(fc.property(word, word, word, (user, password, dbname) => {
    const uri = `postgres://${[user, password].map(encodeURIComponent).join(":")}@h/${encodeURIComponent(dbname)}`;
    assert.deepEqual(Object.fromEntries(parseConnection(uri)), { user, password, host: "h", dbname });
    const quoted = (text: string) => `'${text.replace(/['\\]/g, "\\$&")}'`;
    const list = `user=${quoted(user)} password=${quoted(password)} dbname=${quoted(dbname)}`;
    assert.deepEqual(Object.fromEntries(parseConnection(list)), { user, password, dbname });
  }));
});

test("connection text: no error holds the password", () => {
  for (
    const url of [
      "postgres://u:hidden1@[::1",
      "postgres://u:hidden1%zz@h",
      "password='hidden1 user=x",
      "mysql://u:hidden1@h",
      "u:hidden1@h",
    ]
  ) {
    try {
      parseConnection(url);
      assert.fail("it was read");
    } catch (error) {
      assert.ok(error instanceof Problem);
      assert.doesNotMatch(JSON.stringify([error.data, error.message, error.stack, String(error.cause)]), /hidden1/);
    }
  }
});

test("settings: defaults are those of libpq", () => {
  const settings = resolve("");
  assert.deepEqual(settings.hosts, [{ kind: "tcp", name: "localhost", address: null, port: 5432, password: null }]);
  assert.equal(settings.user, "me");
  assert.equal(settings.database, "me");
  assert.equal(settings.tls.mode, "prefer");
  assert.equal(settings.target, "any");
  assert.deepEqual(settings.startup, { application_name: "migrate" });
});

test("settings: without a host, this machine's socket when there is one", () => {
  const [host] = resolve("", { files: { "/var/run/postgresql/.s.PGSQL.5432": "" } }).hosts;
  assert.deepEqual(host, { kind: "unix", name: "/var/run/postgresql", address: null, port: 5432, password: null });
  const [windows] = resolve("", { files: { "/tmp/.s.PGSQL.5432": "" }, windows: true }).hosts;
  assert.equal(windows?.kind, "tcp");
});

test("settings: the URL wins over the service file, that over variables", () => {
  const around: Around = {
    environment: {
      PGHOST: "env-host",
      PGUSER: "env-user",
      PGPORT: "1",
      PGDATABASE: "env-db",
      PGSERVICE: "app",
      PGAPPNAME: "",
    },
    files: { "/home/me/.pg_service.conf": "# mine\n[other]\nhost=no\n[app]\nport=2\nuser=service-user\nport=3\n" },
  };
  const settings = resolve("postgres://url-user@/", around);
  assert.equal(settings.user, "url-user");
  assert.equal(settings.database, "env-db");
  assert.deepEqual(settings.hosts.map(({ name, port }) => [name, port]), [["env-host", 2]]);
});

test("settings: every variable of libpq is read", () => {
  const { tls, ...settings } = resolve("", {
    environment: {
      PGHOST: "db",
      PGHOSTADDR: "10.0.0.1",
      PGPORT: "5433",
      PGDATABASE: "d",
      PGUSER: "u",
      PGPASSWORD: "p",
      PGOPTIONS: "-c x=1",
      PGAPPNAME: "app",
      PGCONNECT_TIMEOUT: "7",
      PGTARGETSESSIONATTRS: "read-write",
      PGCHANNELBINDING: "require",
      PGREQUIREAUTH: "scram-sha-256,none",
      PGLOADBALANCEHOSTS: "random",
      PGSSLMODE: "verify-ca",
      PGSSLROOTCERT: "/r",
      PGSSLCERT: "/c",
      PGSSLKEY: "/k",
      PGSSLCRL: "/l",
      PGSSLSNI: "0",
      PGSSLNEGOTIATION: "direct",
      PGSSLMINPROTOCOLVERSION: "TLSv1.3",
      PGTZ: "UTC",
    },
  });
  assert.deepEqual(settings.hosts.map((host) => ({ ...host, password: host.password?.reveal() })), [
    { kind: "tcp", name: "db", address: "10.0.0.1", port: 5433, password: "p" },
  ]);
  assert.deepEqual([settings.user, settings.database, settings.connectTimeoutMs], ["u", "d", 7000]);
  assert.deepEqual([settings.target, settings.channelBinding, settings.shuffleHosts], ["read-write", "require", true]);
  assert.deepEqual(settings.allowedMethods, ["none", "scram-sha-256"]);
  assert.deepEqual(settings.startup, { application_name: "app", options: "-c x=1", timezone: "UTC" });
  assert.deepEqual(
    [tls.mode, tls.rootCertificate, tls.certificate, tls.key, tls.revocationList, tls.sendServerName, tls.negotiation],
    ["verify-ca", "/r", "/c", "/k", "/l", false, "direct"],
  );
  assert.equal(tls.minVersion, "TLSv1.3");
});

test("settings: several hosts, with one port for all or one for each", () => {
  const ports = (url: string) => resolve(url).hosts.map(({ name, port }) => `${name}:${port}`);
  assert.deepEqual(ports("postgres://a,b/?port=7"), ["a:7", "b:7"]);
  assert.deepEqual(ports("postgres://a:1,b,c:3/"), ["a:1", "b:5432", "c:3"]);
  assert.deepEqual(ports("host=a,/run/pg port=5433"), ["a:5433", "/run/pg:5433"]);
  assert.equal(codeOf(() => ports("host=a,b port=1,2,3")), "database/invalid-url");
  assert.equal(codeOf(() => ports("host=a,b hostaddr=10.0.0.1")), "database/invalid-url");
});

const refusedValues: readonly (readonly [string, string])[] = [
  ["port=0", "database/parameter-value"],
  ["port=65536", "database/parameter-value"],
  ["port=x", "database/parameter-value"],
  ["sslmode=on", "database/parameter-value"],
  ["connect_timeout=1m", "database/parameter-value"],
  ["target_session_attrs=master", "database/parameter-value"],
  ["require_auth=rot13", "database/parameter-value"],
  ["require_auth=md5,!none", "database/parameter-value"],
  ["sslrootcert=system sslmode=require", "database/parameter-value"],
  ["sslnegotiation=direct", "database/parameter-value"],
  ["gssencmode=require", "database/parameter-unsupported"],
  ["replication=database", "database/parameter-unsupported"],
  ["client_encoding=LATIN1", "database/parameter-unsupported"],
  ["requirepeer=postgres", "database/parameter-unsupported"],
  ["service=none", "database/service-not-found"],
];

for (const [text, code] of refusedValues) {
  test(`settings: ${text} is refused`, () => assert.equal(codeOf(() => resolve(text)), code));
}

test("settings: an account without a name needs a user", () => {
  assert.equal(codeOf(() => resolve("", { systemUser: null })), "database/no-user");
  assert.equal(resolve("user=x", { systemUser: null }).user, "x");
});

test("settings: TLS files are found in the home directory, when they are there", () => {
  const files = {
    "/home/me/.postgresql/root.crt": "",
    "/home/me/.postgresql/postgresql.crt": "",
    "/home/me/.postgresql/postgresql.key": "",
  };
  const { tls } = resolve("", { files });
  assert.deepEqual([tls.rootCertificate, tls.certificate, tls.key], Object.keys(files));
  const none = resolve("").tls;
  assert.deepEqual([none.rootCertificate, none.certificate, none.key], [null, null, null]);
  assert.equal(resolve("sslrootcert=system").tls.mode, "verify-full");
});

test("settings: .pgpass gives each host its own password", () => {
  const files = { "/home/me/.pgpass": "# c\nother:*:*:*:no\ndb:5433:app:me:first\n*:*:*:me:second\n" };
  const passwords = (url: string, around: Around = { files }) =>
    resolve(url, around).hosts.map(({ password }) => password?.reveal() ?? null);
  assert.deepEqual(passwords("postgres://db:5433,x/app"), ["first", "second"]);
  assert.deepEqual(passwords("postgres://them@db:5433/app"), [null]);
  assert.deepEqual(passwords("postgres://me:url@db:5433/app"), ["url"]);
  assert.deepEqual(passwords("passfile=/else host=db", { files: { "/else": "db:5432:me:me:p" } }), ["p"]);
  const windows = {
    files: { "C:\\roam\\postgresql\\pgpass.conf": "*:*:*:*:w" },
    windows: true,
    environment: { APPDATA: "C:\\roam" },
  };
  assert.deepEqual(passwords("", windows), ["w"]);
});

test("settings: a .pgpass that others can read is not read", () => {
  const settings = resolve("", { files: { "/home/me/.pgpass": "*:*:*:*:p" }, open: ["/home/me/.pgpass"] });
  assert.equal(settings.hosts[0]?.password, null);
  assert.equal(settings.ignoredPasswordFile, "/home/me/.pgpass");
});

test("settings: passwords do not get into JSON or text", () => {
  const settings = resolve("postgres://me:hidden1@db/app?sslpassword=hidden2");
  assert.doesNotMatch(JSON.stringify(settings), /hidden[12]/);
  assert.doesNotMatch(`${settings.hosts[0]?.password}`, /hidden[12]/);
  assert.equal(displayConnection(settings, settings.hosts), "postgres://me@db:5432/app");
});

test("settings: the display is a URL that names the same place", () => {
  for (
    const url of [
      "postgres://me@[::1]:5433/app",
      "postgres://a%20b@h:1,i:2/d%2Fb",
      "postgres://me@/app?host=/run/pg&port=7",
    ]
  ) {
    const settings = resolve(url);
    assert.equal(displayConnection(settings, settings.hosts), url);
  }
});

test("password file: fields are compared whole, with escapes and stars", () => {
  const key = { host: "h", port: 1, database: "d:b", user: "u" };
  assert.equal(findPassword("h:1:d\\:b:u:p\\\\a\\:ss", key), "p\\a:ss");
  assert.equal(findPassword("h:1:d\\:b:u:p:q", key), "p:q");
  assert.equal(findPassword("h:1:d:b:u:x\n*:*:*:u:y\r\n", key), "y");
  assert.equal(findPassword("hh:1:*:u:x\n\nh:1:*", key), null);
});

test("service file: a wrong line says where it is", () => {
  assert.equal(findService("[a]\nhost=x\n[b]\n", "b", "f")?.size, 0);
  assert.equal(findService("[a]\nhost=x", "c", "f"), null);
  assert.throws(() => findService("[a]\n\nnonsense", "a", "f"), (error: Problem) => {
    assert.deepEqual([error.code, error.at], ["database/service-file-invalid", { file: "f", line: 3 }]);
    return true;
  });
});
