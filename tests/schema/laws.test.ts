/** Every case of tests/schema/cases obeys the laws, on the oldest and the newest server that matter and in PGlite. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openScratch } from "../../src/database/embedded/mod.ts";
import { readSnapshot } from "../../src/schema/mod.ts";
import { asSuperuser, clients, freshDatabase, type Server, server, type Version } from "../support/mod.ts";
import { type Breach, breachOf, type Case, type Ground, serverGround } from "./laws.ts";

const directory = join(import.meta.dirname ?? "", "cases");
const files = readdirSync(directory).filter((name) => name.endsWith(".json")).sort();

function casesOf(file: string, version: number): readonly Case[] {
  const cases = JSON.parse(readFileSync(join(directory, file), "utf8")) as readonly Case[];
  return cases.filter(({ minPg }) => minPg === undefined || minPg <= version);
}

async function load(ground: Ground, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await ground.run(statement);
}

async function onServer(running: Server, { name, from, to }: Case): Promise<Breach | null> {
  await using have = await freshDatabase(running);
  await using want = await freshDatabase(running);
  const { pgDump } = clients();
  const [start, goal] = [serverGround(have.url, pgDump), serverGround(want.url, pgDump)];
  try {
    await load(start, from);
    await load(goal, to);
    return await breachOf(name, start, goal);
  } finally {
    await start.close();
    await goal.close();
  }
}

async function scratch(): Promise<Ground & { close(): Promise<void> }> {
  const session = await openScratch();
  await session.query("CREATE ROLE law_role");
  return {
    run: async (text) => void await session.execute([text]),
    snapshot: () => readSnapshot(session, { privileges: true, owners: true }),
    dump: () => null,
    close: () => session.close(),
  };
}

async function inPglite({ name, from, to }: Case): Promise<Breach | null> {
  const [start, goal] = [await scratch(), await scratch()];
  try {
    await load(start, from);
    await load(goal, to);
    return await breachOf(name, start, goal);
  } finally {
    await start.close();
    await goal.close();
  }
}

async function all(cases: readonly Case[], check: (one: Case) => Promise<Breach | null>, jobs: number): Promise<void> {
  const queue = [...cases];
  const breaches: string[] = [];
  const worker = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      const breach = await check(one);
      if (breach !== null) breaches.push(`${one.name}: ${breach.law}\n${breach.detail}\n${breach.sql.join(";\n")}`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  assert.deepEqual(breaches, []);
}

const limit = { timeout: 600_000 };

const ready = new Map<Version, Promise<Server>>();

/** The server with the role that cases grant to. */
function prepared(version: Version): Promise<Server> {
  const made = ready.get(version) ?? server({ version }).then(async (running) => {
    const role = "DO $$ BEGIN CREATE ROLE law_role; EXCEPTION WHEN duplicate_object THEN NULL; END $$";
    await asSuperuser(running, role);
    return running;
  });
  ready.set(version, made);
  return made;
}

for (const file of files) {
  const kind = file.replace(".json", "");
  for (const version of [15, 18] as const) {
    test(`the laws hold for ${kind} on PostgreSQL ${version}`, limit, async () => {
      const running = await prepared(version);
      await all(casesOf(file, version), (one) => onServer(running, one), 3);
    });
  }
}

/** A case of every third kind: PGlite is a PostgreSQL, what it could do otherwise is be read otherwise. */
test("the laws hold in PGlite", limit, async () => {
  const plain = ({ from, to }: Case) =>
    ![...from, ...to].some((text) => /\b(extension|publication|collation)\b/i.test(text));
  const cases = files.filter((_, at) => at % 3 === 1).flatMap((file) => casesOf(file, 18).filter(plain).slice(0, 1));
  await all(cases, inPglite, 1);
});
