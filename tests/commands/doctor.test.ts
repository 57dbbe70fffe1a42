import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { doctorCommand, type DoctorOutcome } from "../../src/commands/doctor.ts";
import { asSuperuser, emptyDirectory, freshDatabase, server } from "../support/mod.ts";

async function doctor(toml: string): Promise<DoctorOutcome> {
  const cwd = emptyDirectory();
  mkdirSync(join(cwd, "migrations"));
  writeFileSync(join(cwd, "migrate.toml"), toml);
  const { signal } = new AbortController();
  return await doctorCommand({ cwd, environment: {}, flags: {}, signal, hold: (work) => work(), report: () => {} });
}

test("a right that lacks is said once for a schema, with a statement that can be run as it is", async () => {
  const running = await server({ version: 16 });
  await using database = await freshDatabase(running);
  await asSuperuser(running, `drop role if exists "odd role"; create role "odd role" login`);
  const { checks, healthy } = await doctor(`url = "${database.url.replace("postgres@", "odd%20role@")}"`);
  assert.equal(healthy, false);
  const advice = checks.filter(({ name }) => name === "rights").map((check) => check.advice);
  assert.deepEqual(advice, ['As the owner of the database run: GRANT CREATE ON SCHEMA public TO "odd role"']);
});

test("what is wrong with the config is told without passwords", async () => {
  const { checks } = await doctor('migrations = "postgres://ann:secret@db/app"\n');
  assert.equal(checks[0]?.result, "failed");
  assert.doesNotMatch(JSON.stringify(checks), /secret/);
});
