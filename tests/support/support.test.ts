import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { asSuperuser, freshDatabase, project, psql, schemaDump, server, versions } from "./mod.ts";

for (const version of versions) {
  test(`a server of PostgreSQL ${version} starts and answers`, async () => {
    const { url } = await server({ version });
    assert.equal(psql(url, "show server_version_num").slice(0, 2), String(version));
  });
}

test("the same options share a server", async () => {
  assert.equal(await server(), await server({ version: 18 }));
});

test("settings reach the server, fsync is off unless asked for", async () => {
  const durable = await server({ own: true, settings: { fsync: "on" } });
  assert.equal(psql(durable.url, "show fsync"), "on\n");
  assert.equal(psql((await server()).url, "show fsync"), "off\n");
  durable.stop();
});

test("access rules can be changed, and a server started again", async () => {
  const own = await server({ own: true });
  await asSuperuser(own, "CREATE ROLE app LOGIN PASSWORD 'secret'");
  own.setHba(["host all postgres 127.0.0.1/32 trust", "host all all 127.0.0.1/32 scram-sha-256"]);
  const app = own.url.replace("postgres@", "app:wrong@");
  assert.throws(() => psql(app, "select 1"), /password authentication failed/);
  assert.equal(psql(app.replace("wrong", "secret"), "select 1"), "1\n");
  own.stop("immediate");
  assert.throws(() => psql(own.url, "select 1"));
  await own.start();
  assert.equal(psql(own.url, "select 1"), "1\n");
  own.stop();
});

test("a database is fresh, and gone after its block", async () => {
  const running = await server();
  let name: string;
  {
    await using database = await freshDatabase(running);
    name = database.name;
    psql(database.url, "create table t (id int primary key)");
    assert.match(schemaDump(database.url), /CREATE TABLE public\.t/);
  }
  assert.equal(psql(running.url, `select count(*) from pg_database where datname = '${name}'`), "0\n");
});

test("a server ends with the process that started it, also by SIGKILL", async () => {
  const text = `import { server } from ${JSON.stringify(join(project, "tests", "support", "mod.ts"))};
    const running = await server();
    console.log(JSON.stringify([running.pid(), running.directory]));
    setInterval(() => {}, 1000);`;
  const args = process.versions["deno"] === undefined ? ["-e", text] : ["eval", text];
  const child = spawn(process.execPath, args, { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise<string>((resolve) => child.stdout.once("data", (data) => resolve(String(data))));
  const [pid, directory] = JSON.parse(line) as [number, string];
  assert.ok(existsSync(directory));
  process.kill(pid, 0);
  child.kill("SIGKILL");
  const deadline = Date.now() + 10_000;
  while (existsSync(directory) && Date.now() < deadline) await sleep(20);
  assert.ok(!existsSync(directory));
  assert.throws(() => process.kill(pid, 0));
});
