/** What all sections of the benchmark share: the program, its peers, a server, and a place for files. */
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Server, server } from "../../tests/support/server.ts";
import { compile, project, run } from "../build.ts";
import { thisTarget } from "../targets.ts";
import { type Command, runOnce } from "./measure.ts";
import { findPeers, type Peers } from "./peers.ts";

/** The world of a benchmark. */
export interface World extends Peers {
  readonly migrate: string;
  readonly server: Server;
  /** A directory for files, gone after the benchmark. */
  readonly directory: string;
  /** Whether the files and the server's data are in memory. */
  readonly inMemory: boolean;
  /** How many rounds to measure, given how many the section would make. */
  readonly rounds: (usual: number) => number;
  /** The sizes to measure, given those that the section has. */
  readonly sizes: (all: readonly number[]) => readonly number[];
}

export interface WorldOptions {
  readonly runs: number | null;
  readonly quick: boolean;
}

/** Makes everything that a benchmark needs. */
export async function openWorld({ runs, quick }: WorldOptions): Promise<World> {
  const target = thisTarget();
  const migrate = join(project, "dist", target.program);
  await compile(target, migrate);
  const inMemory = writable("/dev/shm");
  const place = inMemory ? "/dev/shm" : join(project, ".build");
  return {
    ...findPeers(),
    migrate,
    server: await server(),
    directory: mkdtempSync(join(place, "bench-")),
    inMemory,
    rounds: (usual) => runs ?? (quick ? Math.min(usual, 3) : usual),
    sizes: (all) => quick ? all.slice(0, -1) : all,
  };
}

/** Removes the files. */
export function closeWorld(world: World): void {
  rmSync(world.directory, { recursive: true, force: true });
}

function writable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Compiles a module of the benchmark as the program is compiled, so that it runs as if it were in it. */
export function compileProgram(world: World, source: string, name: string): Command {
  const program = join(world.directory, "programs", name);
  mkdirSync(join(world.directory, "programs"), { recursive: true });
  const bun = join(project, "node_modules", ".bin", "bun");
  run(bun, ["build", "--compile", "--minify", "--bytecode", "--format=esm", source, `--outfile=${program}`]);
  return { program, args: [] };
}

/** Our program with a database, run in a project's directory. */
export function migrate(world: World, url: string | null, cwd: string, ...args: readonly string[]): Command {
  return { program: world.migrate, args, cwd, env: url === null ? {} : { MIGRATE_URL: url } };
}

/** dbmate with a database and a directory of revisions. */
export function dbmate(world: World, url: string, directory: string, ...args: readonly string[]): Command {
  const options = ["--migrations-dir", directory, "--no-dump-schema"];
  return { program: world.dbmate, args: [...options, ...args], env: { DATABASE_URL: `${url}?sslmode=disable` } };
}

/** A database of the server, empty; `renew` drops it and creates it again. */
export interface Database {
  readonly url: string;
  readonly renew: () => void;
  /** As {@link renew}, with everything that another database holds, so that no revision has to run for it. */
  readonly copyFrom: (template: Database) => void;
  readonly name: string;
}

/** Makes a database. */
export function database(world: World, name: string): Database {
  const make = (template: string) => {
    const statements = [
      `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
      `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`,
      // Otherwise the server's own writing of what preparing left falls into whatever is measured next.
      "CHECKPOINT",
    ];
    runOnce(world.psql(world.server.url, ...statements.flatMap((statement) => ["-c", statement])));
  };
  make("template0");
  return {
    name,
    url: world.server.url.replace(/\/postgres$/, `/${name}`),
    renew: () => make("template0"),
    copyFrom: (template) => make(template.name),
  };
}
