import assert from "node:assert/strict";
import { createServer } from "node:net";
import { before, test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import { waitForDatabase } from "../../src/database/mod.ts";
import { asSuperuser, freePort, freshDatabase, type Server, server } from "../support/mod.ts";
import { ask, codeOfOpening, open, problemIn } from "./connecting.ts";

let primary: Server;
let readOnly: Server;
let standby: Server;
let nobody: number;

before(async () => {
  nobody = await freePort();
  primary = await server();
  readOnly = await server({ settings: { default_transaction_read_only: "on" } });
  // A standby by itself: a server that is told to recover, and waits for WAL that never comes.
  standby = await server({ own: true, settings: { hot_standby: "on", restore_command: "false" } });
  standby.stop("fast");
  standby.place("standby.signal", "");
  await standby.start();
});

const places: Record<string, () => number> = {
  primary: () => primary.port,
  readOnly: () => readOnly.port,
  standby: () => standby.port,
  nobody: () => nobody,
};

function hosts(names: readonly string[], parameters: string): string {
  return `postgres://postgres@${names.map((name) => `127.0.0.1:${places[name]?.()}`).join(",")}/postgres?${parameters}`;
}

const choices: readonly (readonly [target: string, hosts: readonly string[], wanted: string])[] = [
  ["any", ["nobody", "standby", "primary"], "standby"],
  ["read-write", ["nobody", "standby", "readOnly", "primary"], "primary"],
  ["read-write", ["standby", "readOnly"], "database/no-suitable-host"],
  ["read-only", ["primary", "readOnly"], "readOnly"],
  ["read-only", ["primary", "standby"], "standby"],
  ["primary", ["standby", "readOnly", "primary"], "readOnly"],
  ["primary", ["standby"], "database/no-suitable-host"],
  ["standby", ["primary", "readOnly", "standby"], "standby"],
  ["standby", ["primary", "nobody"], "database/no-suitable-host"],
  ["prefer-standby", ["primary", "standby"], "standby"],
  ["prefer-standby", ["nobody", "primary"], "primary"],
  ["any", ["nobody", "nobody"], "database/refused"],
];

for (const [target, names, wanted] of choices) {
  test(`hosts: ${target} of ${names.join(", ")} is ${wanted}`, async () => {
    const url = hosts(names, `target_session_attrs=${target}`);
    if (wanted.startsWith("database/")) assert.equal(await codeOfOpening(url), wanted);
    else assert.equal(await ask(url, "show port"), String(places[wanted]?.()));
  });
}

test("hosts: an embedded database needs a place", async () => {
  assert.equal(await codeOfOpening("pglite:"), "database/invalid-url");
});

test("hosts: when none can be reached, each one's problem is told", async () => {
  const error = await open(hosts(["nobody", "nobody"], "")).catch((thrown: unknown) => thrown);
  assert.ok(error instanceof Problem);
  assert.deepEqual(error.others.map(({ code }) => code), ["database/refused"]);
});

test("hosts: a wrong password ends the search", async () => {
  const own = await server({ own: true });
  await asSuperuser(own, "create role guarded login password 'x'");
  own.setHba(["host all guarded all scram-sha-256", "host all all all trust"]);
  const url = `postgres://guarded:no@127.0.0.1:${own.port},127.0.0.1:${primary.port}/postgres`;
  assert.equal(await codeOfOpening(url), "database/wrong-password");
  own.stop("immediate");
});

test("hosts: the session shows the one that was found", async () => {
  const session = await open(hosts(["nobody", "primary"], ""));
  assert.equal(session.display, primary.url);
  await session.close();
});

test("hosts: random order finds the one that answers", async () => {
  const url = hosts(["nobody", "primary", "nobody"], "load_balance_hosts=random");
  assert.equal(await ask(url, "show port"), String(primary.port));
});

test("hosts: a name that does not exist", async () => {
  const { code, data } = await problemIn(open("postgres://no-such-host.invalid/x"));
  assert.deepEqual([code, data["host"]], ["database/host-not-found", "no-such-host.invalid"]);
});

test("hosts: a Unix socket, by host and by an encoded URL", async () => {
  const { socketDirectory, port } = primary;
  const question = "select coalesce(inet_client_addr()::text, 'socket')";
  assert.equal(await ask(`host=${socketDirectory} port=${port} user=postgres`, question), "socket");
  const encoded = encodeURIComponent(socketDirectory);
  assert.equal(await ask(`postgres://postgres@${encoded}:${port}/postgres?sslmode=verify-full`, question), "socket");
  assert.equal(
    await ask("", question, { environment: { PGHOST: socketDirectory, PGPORT: String(port), PGUSER: "postgres" } }),
    "socket",
  );
});

test("hosts: a Unix socket that is not there", async () => {
  const { code, data } = await problemIn(open(`host=${primary.socketDirectory} port=1 user=postgres`));
  assert.deepEqual([code, data["path"]], ["database/socket-missing", `${primary.socketDirectory}/.s.PGSQL.1`]);
});

test("hosts: a statement is cancelled over a Unix socket", async () => {
  const session = await open(`host=${primary.socketDirectory} port=${primary.port} user=postgres`);
  const cancelled = assert.rejects(session.execute(["select pg_sleep(60)"]), { name: "StatementFailure" });
  const asleep = `select count(*) from pg_stat_activity where wait_event = 'PgSleep' and pid = ${session.pid}`;
  while (await ask(primary.url, asleep) === 0);
  await session.cancel();
  await cancelled;
  await session.close();
});

test("wait: a server that comes up later is found", async () => {
  const own = await server({ own: true });
  own.stop("fast");
  const waiting = waitForDatabase({ url: own.url, environment: {} }, 60_000);
  await own.start();
  const session = await waiting;
  assert.deepEqual(await session.query("select 1 as one"), [{ one: 1 }]);
  await session.close();
});

test("wait: a database that is created later is found", async () => {
  const gone = await freshDatabase(primary);
  await gone.drop();
  const waiting = waitForDatabase({ url: gone.url, environment: {} }, 60_000);
  await asSuperuser(primary, `create database ${gone.name}`);
  await (await waiting).close();
  await gone.drop();
});

test("wait: what time cannot mend is told at once", async () => {
  const url = primary.url.replace("postgres@", "nobody_of_this_name@");
  assert.equal((await problemIn(waitForDatabase({ url, environment: {} }, 60_000))).code, "database/role-refused");
  assert.equal(
    (await problemIn(waitForDatabase({ url: "port=x", environment: {} }, 60_000))).code,
    "database/parameter-value",
  );
});

test("wait: when the time is over, the last answer is told", async () => {
  const { code, data } = await problemIn(waitForDatabase({ url: hosts(["nobody"], ""), environment: {} }, 30));
  assert.deepEqual([code, data["last"], data["seconds"]], ["database/no-answer", "database/refused", 0.03]);
});

test("wait: a host that never answers does not outlast the wait", async () => {
  const listener = createServer(() => {});
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as { port: number };
  const { code, data } = await problemIn(
    waitForDatabase({ url: `host=127.0.0.1 port=${port} user=x`, environment: {} }, 50),
  );
  assert.deepEqual([code, data["last"]], ["database/no-answer", "database/timeout"]);
  listener.close();
});

test("wait: an aborted signal ends it with its reason", async () => {
  const controller = new AbortController();
  const options = { url: hosts(["nobody"], ""), environment: {}, signal: controller.signal };
  const waiting = assert.rejects(waitForDatabase(options, 60_000));
  controller.abort(new Error("enough"));
  await waiting;
});
