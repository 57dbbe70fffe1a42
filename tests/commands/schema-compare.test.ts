/** `check --database`, `diff` and `dump` on real servers, and scratch databases on one. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { binary, emptyDirectory, freshDatabase, psql, schemaDump, server, startBinary } from "../support/mod.ts";
import { schemaProject } from "./schema-project.ts";

const schema = `CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('open', 'it''s done');
CREATE TABLE shop.customers (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "Full Name" text NOT NULL,
  CONSTRAINT named CHECK ("Full Name" <> ''));
CREATE TABLE shop.orders (id bigserial PRIMARY KEY, customer integer NOT NULL REFERENCES shop.customers ON DELETE CASCADE,
  state shop.state NOT NULL DEFAULT 'open', kind varchar(10) CHECK (kind IN ('a', 'b')), at timestamptz DEFAULT now());
CREATE INDEX ON shop.orders (at DESC) WHERE state = 'open';
COMMENT ON COLUMN shop.orders.at IS 'when; it came';
CREATE FUNCTION shop.total() RETURNS bigint LANGUAGE plpgsql AS $f$ BEGIN RETURN (SELECT count(*) FROM shop.orders); END $f$;
CREATE VIEW shop.open AS SELECT o.id, c."Full Name" FROM shop.orders o JOIN shop.customers c ON c.id = o.customer;
CREATE MATERIALIZED VIEW shop.kinds AS SELECT kind, count(*) AS n FROM shop.orders GROUP BY kind;
CREATE UNIQUE INDEX ON shop.kinds (kind);
CREATE TABLE parts (id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
`;

for (const version of [15, 18] as const) {
  test(`what dump prints makes the same database under psql, on PostgreSQL ${version}`, async () => {
    const host = await server({ version });
    await using from = await freshDatabase(host);
    await using to = await freshDatabase(host);
    psql(from.url, schema);
    const directory = emptyDirectory();
    const { code, stdout, stderr } = await binary(["dump", "--url", from.url], { cwd: directory });
    assert.equal(code, 0, stderr);
    psql(to.url, stdout);
    assert.equal(schemaDump(to.url, ["--no-owner"]), schemaDump(from.url, ["--no-owner"]));
  });
}

test("dump --split writes files that are models, which then agree with the database, whatever its version", async () => {
  const host = await server({ version: 15 });
  await using database = await freshDatabase(host);
  psql(database.url, schema);
  const project = schemaProject("", `url = "${database.url}"\nmodels = ["parts"]\nfile_template = "{rev}"\n`);
  await project.run(["dump", "--split", "parts"]);
  assert.ok(readdirSync(join(project.directory, "parts")).includes("table"));
  const same = await project.json(["diff", "database", "models"]);
  assert.deepEqual(same("statements"), []);
});

test("drift is what the revisions did not make; revisions from the database bring it in", async () => {
  const host = await server({ version: 18 });
  await using database = await freshDatabase(host);
  const project = schemaProject(
    "CREATE TABLE a (id integer);\n",
    `url = "${database.url}"\nmodels = ["models/schema.sql"]\nfile_template = "{rev}"\n`,
  );
  project.revision("one", "CREATE TABLE a (id integer);", "DROP TABLE a;");
  await project.run(["up"]);
  await project.run(["check", "--database"]);
  psql(database.url, "CREATE TABLE hand (id integer); CREATE SCHEMA theirs; CREATE TABLE theirs.t (id integer);");
  const read = await project.json(["check", "--database"], 1);
  assert.equal(read("checks.0.comparison.statements.length"), 0);
  assert.equal(read("checks.1.question"), "drift");
  assert.equal(read("checks.1.comparison.statements.0.description"), "Create table public.hand");
  assert.equal(read("checks.1.comparison.statements.length"), 1);
  await project.run(["revision", "--autogenerate", "--from", "database", "-m", "drop it"]);
  assert.match(
    project.newest(),
    /-- migrate:up\n-- Loses data\nDROP TABLE public\.hand;\n\n-- migrate:down\nCREATE TABLE/,
  );
  assert.doesNotMatch(project.newest(), /theirs/);
});

test("scratch databases and role stubs on a server are dropped, also after a failure and an interrupt", async () => {
  const host = await server({ version: 16 });
  const left = () =>
    psql(
      host.url,
      "SELECT datname FROM pg_database WHERE datname LIKE 'migrate_scratch%' UNION SELECT rolname FROM pg_roles WHERE rolname = 'stub_role'",
    );
  const settings = `models = ["models/schema.sql"]\nfile_template = "{rev}"\n[scratch]\nurl = "${host.url}"\n`;
  const project = schemaProject("CREATE TABLE a (id integer);\nGRANT SELECT ON a TO stub_role;\n", settings);
  await project.run(["revision", "--autogenerate", "-m", "one", "--privileges"]);
  assert.match(project.newest(), /GRANT SELECT ON TABLE public\.a TO stub_role/);
  assert.equal(left(), "");
  project.write("models/schema.sql", "CREATE TABLE b (id nothing);\n");
  assert.equal((await project.json(["check"], 3))("error.code"), "schema/scratch-refused");
  assert.equal(left(), "");
  project.write("models/schema.sql", "DO $$ BEGIN PERFORM pg_sleep(600); END $$;\n");
  const run = startBinary(["check"], { cwd: project.directory });
  const asleep =
    "SELECT count(*) FROM pg_stat_activity WHERE datname LIKE 'migrate_scratch%' AND wait_event = 'PgSleep'";
  while (psql(host.url, asleep).trim() !== "1") await nextTurn();
  run.kill("SIGINT");
  const { code, killedBy } = await run.done;
  assert.ok(code === 130 || killedBy === "SIGINT", `${code} ${killedBy}`);
  assert.equal(left(), "");
});

test("what no kind describes is told, and refused with --strict", async () => {
  const project = schemaProject("CREATE TABLE t (id integer);\nCREATE TYPE half;\n");
  const objects = [{ kind: "base type", name: "public.half" }];
  for (
    const args of [
      ["diff", "migrations", "models"],
      ["revision", "--autogenerate", "-m", "first"],
      ["dump", "models"],
    ]
  ) {
    const read = await project.json([...args, "--strict"], 3);
    assert.equal(read("error.code"), "schema/unmodelled", args.join(" "));
    assert.deepEqual(read("error.data.objects"), objects);
  }
  assert.deepEqual(project.revisions(), []);
  const read = await project.json(["diff", "migrations", "models"]);
  assert.deepEqual(read("unmodelled"), objects);
  project.write("migrate.toml", `models = ["models/schema.sql"]\nignore = ["base type:public.half"]\n`);
  const allowed = await project.json(["diff", "migrations", "models", "--strict"]);
  assert.deepEqual(allowed("unmodelled"), []);
});
