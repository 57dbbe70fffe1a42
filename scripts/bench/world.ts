/** What all sections of the benchmark share: the program, its peers, a server, and projects of many revisions. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { clients } from "../../tests/support/clients.ts";
import { type Server, server } from "../../tests/support/server.ts";
import { compile, project } from "../build.ts";
import { thisTarget } from "../targets.ts";
import type { Command } from "./measure.ts";

/** The world of a benchmark. */
export interface World {
  readonly migrate: string;
  readonly dbmate: string;
  /** A server of PostgreSQL 18, its data in memory when the system has a file system there. */
  readonly server: Server;
  /** A directory for files, gone after the benchmark. */
  readonly directory: string;
  /** psql itself, without the scripts that distributions put around it. */
  readonly psql: (...args: readonly string[]) => Command;
}

const dbmateVersion = "2.36.0";

/** Makes everything that a benchmark needs. */
export async function openWorld(): Promise<World> {
  const target = thisTarget();
  const migrate = join(project, "dist", target.program);
  await compile(target, migrate);
  const directory = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : project, "bench-"));
  return { migrate, dbmate: installDbmate(), server: await server(), directory, psql: psqlCommand() };
}

function installDbmate(): string {
  const directory = join(project, ".build", "peers");
  const name = `@dbmate/${process.platform}-${process.arch}`;
  const program = join(directory, "node_modules", name, "bin", "dbmate");
  if (!existsSync(program)) {
    mkdirSync(directory, { recursive: true });
    const manifest = { nodeModulesDir: "auto", imports: { dbmate: `npm:${name}@${dbmateVersion}` } };
    writeFileSync(join(directory, "deno.json"), JSON.stringify(manifest));
    execFileSync(process.execPath, ["install", "--quiet"], { cwd: directory });
  }
  return program;
}

function psqlCommand(): World["psql"] {
  const { psql } = clients();
  const text = readFileSync(psql).subarray(0, 2).toString() === "#!" ? readFileSync(psql, "utf8") : "";
  const words = [...text.matchAll(/"([^"$]+)"|--[\w-]+/g)].map((match) => match[1] ?? match[0]);
  const [program = psql, ...before] = words;
  return (...args) => ({ program, args: [...before, "-X", "-q", "-v", "ON_ERROR_STOP=1", ...args] });
}

/** The SQL of the nth revision: as small as real ones often are. */
export function revisionSql(number: number): string {
  return `CREATE TABLE item_${number} (id bigint PRIMARY KEY, name text NOT NULL, made_at timestamptz DEFAULT now());`;
}

/** The id of the nth revision. */
export function revisionId(number: number): string {
  return createHash("sha256").update(`revision ${number}`).digest("hex").slice(0, 12);
}

/** A project of this program with a chain of revisions; returns its directory. */
export function writeProject(world: World, count: number, settings = ""): string {
  const directory = mkdtempSync(join(world.directory, `migrate-${count}-`));
  mkdirSync(join(directory, "migrations"));
  writeFileSync(join(directory, "migrate.toml"), `migrations = ["migrations"]\n${settings}\n`);
  for (let number = 1; number <= count; number++) {
    const parent = number === 1 ? "none" : revisionId(number - 1);
    const text = `-- add item ${number}\n-- revision: ${revisionId(number)}\n-- parents: ${parent}\n` +
      `-- created: 2026-01-01T00:00:00Z\n\n-- migrate:up\n${revisionSql(number)}\n\n` +
      `-- migrate:down\nDROP TABLE item_${number};\n`;
    writeFileSync(join(directory, "migrations", `${String(number).padStart(6, "0")}_${revisionId(number)}.sql`), text);
  }
  return directory;
}

/** The same revisions for dbmate; returns the directory of its files. */
export function writeDbmateProject(world: World, count: number): string {
  const directory = mkdtempSync(join(world.directory, `dbmate-${count}-`));
  for (let number = 1; number <= count; number++) {
    const text = `-- migrate:up\n${revisionSql(number)}\n\n-- migrate:down\nDROP TABLE item_${number};\n`;
    writeFileSync(join(directory, `${20_260_101_000_000 + number}_item.sql`), text);
  }
  return directory;
}

/** The same revisions for psql, as one script: each in a transaction with its history row, or all in one. */
export function writeScript(world: World, count: number, transactions: "each" | "one"): string {
  const path = join(world.directory, `up-${count}-${transactions}.sql`);
  const lines = ["CREATE TABLE history (revision text PRIMARY KEY, applied_at timestamptz DEFAULT now());"];
  if (transactions === "one") lines.unshift("BEGIN;");
  for (let number = 1; number <= count; number++) {
    const step = `${revisionSql(number)}\nINSERT INTO history VALUES ('${revisionId(number)}');`;
    lines.push(transactions === "each" ? `BEGIN;\n${step}\nCOMMIT;` : step);
  }
  if (transactions === "one") lines.push("COMMIT;");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

/** A database that is dropped and created anew before each run. */
export function database(world: World, name: string): { readonly url: string; readonly renew: () => void } {
  const { program, args } = world.psql(world.server.url);
  const renew = () => {
    const statements = [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`];
    execFileSync(program, [...args, ...statements.flatMap((statement) => ["-c", statement])], { stdio: "ignore" });
  };
  renew();
  return { url: world.server.url.replace(/\/postgres$/, `/${name}`), renew };
}

/** Runs a command once, outside of any measurement. */
export function once({ program, args, cwd, env }: Command): void {
  execFileSync(program, args, { cwd, env: { ...env }, stdio: ["ignore", "ignore", "pipe"] });
}
