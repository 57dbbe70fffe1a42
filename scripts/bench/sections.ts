/** The sections of the benchmark: each compares the program with what a user would otherwise run. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { project } from "../build.ts";
import { type Candidate, compare, type Measurement } from "./measure.ts";
import { database, once, type World, writeDbmateProject, writeProject, writeScript } from "./world.ts";

/** One section: its tables, by title. */
export type Section = (world: World) => AsyncGenerator<readonly [title: string, measurements: readonly Measurement[]]>;

function migrate(world: World, url: string, cwd: string, ...args: readonly string[]): Candidate["command"] {
  return { program: world.migrate, args, cwd, env: { MIGRATE_URL: url } };
}

function dbmate(world: World, url: string, directory: string, ...args: readonly string[]): Candidate["command"] {
  const options = ["--migrations-dir", directory, "--no-dump-schema", "--wait=false"];
  return {
    program: world.dbmate,
    args: [...options.slice(0, 3), ...args],
    env: { DATABASE_URL: `${url}?sslmode=disable` },
  };
}

async function* start(world: World): ReturnType<Section> {
  for (const flag of ["--version", "--help"]) {
    yield [
      flag,
      await compare([
        { name: "migrate", command: { program: world.migrate, args: [flag] } },
        { name: "dbmate", command: { program: world.dbmate, args: [flag] } },
      ], 25),
    ];
  }
}

async function* status(world: World): ReturnType<Section> {
  const [own, peer] = [database(world, "status_own"), database(world, "status_peer")];
  const [ours, theirs] = [writeProject(world, 10), writeDbmateProject(world, 10)];
  once(migrate(world, own.url, ours, "up"));
  once(dbmate(world, peer.url, theirs, "up"));
  yield [
    "status, nothing pending",
    await compare([
      { name: "migrate", command: migrate(world, own.url, ours, "status") },
      { name: "dbmate", command: dbmate(world, peer.url, theirs, "status") },
      { name: "psql select 1", command: world.psql(own.url, "-c", "select 1") },
    ], 25),
  ];
}

async function* up(world: World): ReturnType<Section> {
  const [own, peer, plain] = ["up_own", "up_peer", "up_psql"].map((name) => database(world, name));
  if (own === undefined || peer === undefined || plain === undefined) return;
  for (const count of [1, 100, 1000]) {
    const rounds = count === 1000 ? 5 : 11;
    const [ours, all] = [writeProject(world, count), writeProject(world, count, 'transaction = "all"')];
    const theirs = writeDbmateProject(world, count);
    const [each, one] = [writeScript(world, count, "each"), writeScript(world, count, "one")];
    yield [
      `up of ${count}`,
      await compare([
        { name: "migrate", command: migrate(world, own.url, ours, "up"), prepare: own.renew },
        { name: "psql, a transaction each", command: world.psql(plain.url, "-f", each), prepare: plain.renew },
        { name: "dbmate", command: dbmate(world, peer.url, theirs, "up"), prepare: peer.renew },
      ], rounds),
    ];
    yield [
      `up of ${count} in one transaction`,
      await compare([
        { name: "migrate", command: migrate(world, own.url, all, "up"), prepare: own.renew },
        { name: "psql, one transaction", command: world.psql(plain.url, "-f", one), prepare: plain.renew },
      ], rounds),
    ];
    const down = join(world.directory, `down-${count}.sql`);
    const drops = Array.from({ length: count }, (_, index) => {
      const number = count - index;
      return `BEGIN;\nDROP TABLE item_${number};\nDELETE FROM history WHERE revision = 'x${number}';\nCOMMIT;`;
    });
    writeFileSync(down, `${drops.join("\n")}\n`);
    const refill = (renew: () => void, command: Candidate["command"]) => () => {
      renew();
      once(command);
    };
    yield [
      `down of ${count}`,
      await compare([
        {
          name: "migrate",
          command: migrate(world, own.url, ours, "down", "base"),
          prepare: refill(own.renew, migrate(world, own.url, ours, "up")),
        },
        {
          name: "psql, a transaction each",
          command: world.psql(plain.url, "-f", down),
          prepare: refill(plain.renew, world.psql(plain.url, "-f", each)),
        },
      ], rounds),
    ];
  }
}

async function* many(world: World): ReturnType<Section> {
  for (const count of [1000, 10_000]) {
    const [own, peer] = [database(world, `many_own_${count}`), database(world, `many_peer_${count}`)];
    const [ours, theirs] = [writeProject(world, count), writeDbmateProject(world, count)];
    // Only the history matters here, so it is written without running anything.
    once(migrate(world, own.url, ours, "stamp", "heads"));
    const rows = readdirSync(theirs).map((name) => `('${name.split("_")[0]}')`).join(",");
    const history = join(world.directory, `history-${count}.sql`);
    writeFileSync(
      history,
      `CREATE TABLE schema_migrations (version varchar PRIMARY KEY);\nINSERT INTO schema_migrations VALUES ${rows};\n`,
    );
    once(world.psql(peer.url, "-f", history));
    yield [
      `up, nothing pending of ${count}`,
      await compare([
        { name: "migrate", command: migrate(world, own.url, ours, "up") },
        { name: "dbmate", command: dbmate(world, peer.url, theirs, "up") },
      ], 9),
    ];
    const cat = { program: "/bin/sh", args: ["-c", `cat ${join(ours, "migrations")}/*`] };
    for (const command of ["history", "heads"]) {
      yield [
        `${command} of ${count}`,
        await compare([
          { name: "migrate", command: migrate(world, own.url, ours, command) },
          { name: "cat of the files", command: cat },
        ], 9),
      ];
    }
  }
}

/** A program that does nothing but compile the embedded PostgreSQL: no embedded database can answer sooner. */
function compiler(world: World): Candidate["command"] {
  const wasm = createRequire(import.meta.url).resolve("@electric-sql/pglite/pglite.wasm");
  const source = join(world.directory, "compile.js");
  const program = join(world.directory, "compile");
  writeFileSync(
    source,
    `import wasm from ${JSON.stringify(wasm)} with { type: "file" };\n` +
      'import { readFileSync } from "node:fs";\nWebAssembly.compile(readFileSync(wasm)).then(() => process.exit(0));\n',
  );
  const bun = join(project, "node_modules", ".bin", "bun");
  execFileSync(bun, ["build", "--compile", "--minify", "--bytecode", "--format=esm", source, `--outfile=${program}`]);
  return { program, args: [] };
}

async function* embedded(world: World): ReturnType<Section> {
  const project = writeProject(world, 1);
  const place = mkdtempSync(join(world.directory, "embedded-"));
  const compile = { name: "compiling pglite.wasm", command: compiler(world) };
  const status = (name: string, url: string, prepare: () => void): Candidate => ({
    name,
    command: migrate(world, url, project, "status"),
    prepare,
  });
  const clear = () => rmSync(place, { recursive: true, force: true });
  yield [
    "embedded database, status",
    await compare([
      status("migrate, new directory", `pglite:${place}`, clear),
      compile,
    ], 11),
  ];
  yield [
    "embedded database, status",
    await compare([status("migrate, in memory", "pglite:memory", () => {}), compile], 11),
  ];
  yield [
    "embedded database, status",
    await compare([status("migrate, directory again", `pglite:${place}`, () => {}), compile], 11),
  ];
}

/** All sections by name, in the order in which they run. */
export const sections: Readonly<Record<string, Section>> = { start, status, up, many, embedded };
