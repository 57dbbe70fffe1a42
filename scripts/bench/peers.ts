/**
 * The programs that ours is compared with. They are fetched once for a checkout and stay out of `deno.json`, which
 * whoever only builds the program installs too.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { clients } from "../../tests/support/clients.ts";
import { project } from "../build.ts";
import type { Command } from "./measure.ts";

const platform = `${process.platform}-${process.arch}`;

const packages: Readonly<Record<string, string>> = {
  [`@dbmate/${platform}`]: `npm:@dbmate/${platform}@2.36.0`,
  "drizzle-kit": "npm:drizzle-kit@0.31.11",
  "drizzle-orm": "npm:drizzle-orm@0.45.4",
};

/** The other programs. */
export interface Peers {
  readonly dbmate: string;
  /** drizzle-kit's program, for Node. */
  readonly drizzleKit: string;
  /** Where drizzle-kit and drizzle-orm are found. */
  readonly nodeModules: string;
  /** The system's Alembic; null when it is not installed (Debian: alembic, python3-psycopg2). */
  readonly alembic: string | null;
  /** psql itself, without the scripts that distributions put around it. */
  readonly psql: (...args: readonly string[]) => Command;
}

/** Fetches what is missing and says where all of them are. */
export function findPeers(): Peers {
  const directory = join(project, ".build", "peers");
  const manifest = JSON.stringify({ nodeModulesDir: "auto", imports: packages });
  const path = join(directory, "deno.json");
  if (!existsSync(path) || readFileSync(path, "utf8") !== manifest) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(path, manifest);
    const result = spawnSync("deno", ["install", "--quiet"], { cwd: directory, encoding: "utf8" });
    if (result.status !== 0) throw new Error(`Cannot install the peers: ${result.error?.message ?? result.stderr}`);
  }
  const nodeModules = join(directory, "node_modules");
  return {
    dbmate: join(nodeModules, "@dbmate", platform, "bin", "dbmate"),
    drizzleKit: join(nodeModules, "drizzle-kit", "bin.cjs"),
    nodeModules,
    alembic: ["/usr/bin/alembic"].find((program) => existsSync(program)) ?? null,
    psql: psqlCommand(),
  };
}

/** The words that start psql: a wrapper's last line, when there is one, without the shell that reads it. */
function psqlCommand(): Peers["psql"] {
  const { psql } = clients();
  const text = readFileSync(psql).subarray(0, 2).toString() === "#!" ? readFileSync(psql, "utf8") : "";
  const words = [...text.matchAll(/"([^"$]+)"|--[\w-]+/g)].map((match) => match[1] ?? match[0]);
  const [program = psql, ...before] = words;
  return (...args) => ({ program, args: [...before, "-X", "-q", "-v", "ON_ERROR_STOP=1", ...args] });
}
