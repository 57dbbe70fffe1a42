/** PostgreSQL's own programs, as judges that share no code with the project. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { project, work } from "./releases.ts";

/** Paths of version 18's psql and pg_dump. */
export interface Clients {
  readonly psql: string;
  readonly pgDump: string;
}

/** Makes sure that the programs are there (fetched once for a checkout) and says where. */
export function clients(): Clients {
  const directory = join(work, "postgresql-client");
  const found = { psql: join(directory, "bin", "psql"), pgDump: join(directory, "bin", "pg_dump") };
  if (existsSync(found.psql) && existsSync(found.pgDump)) return found;
  const result = spawnSync("bash", [join(project, "scripts", "postgresql-client.sh"), directory], { encoding: "utf8" });
  if (result.status !== 0) throw new Error(`Cannot fetch psql and pg_dump: ${result.error?.message ?? result.stderr}`);
  return found;
}

/** Runs SQL text with psql, stopping at the first error, and returns its unaligned output. */
export function psql(url: string, text: string): string {
  const result = spawnSync(clients().psql, ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url], {
    input: text,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`psql failed: ${result.error?.message ?? result.stderr}`);
  return result.stdout;
}

/** The schema of a database as pg_dump writes it, without the lines that differ on every run. */
export function schemaDump(url: string, options: readonly string[] = []): string {
  const result = spawnSync(clients().pgDump, ["--schema-only", ...options, url], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`pg_dump failed: ${result.error?.message ?? result.stderr}`);
  return result.stdout.replace(/^\\(?:un)?restrict .*\n/gm, "");
}
