/** Projects of many small revisions: the same for each program. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./world.ts";

/** The SQL of the nth revision: as small as real ones often are. */
function upSql(number: number): string {
  return `CREATE TABLE item_${number} (id bigint PRIMARY KEY, name text NOT NULL, made_at timestamptz DEFAULT now());`;
}

/** The id of the nth revision. */
function revisionId(number: number): string {
  return createHash("sha256").update(`revision ${number}`).digest("hex").slice(0, 12);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** A project of our program with a chain of revisions; returns its directory. The files lie in `migrations`. */
export function writeProject(world: World, count: number, settings = ""): string {
  const directory = mkdtempSync(join(world.directory, `migrate-${count}-`));
  mkdirSync(join(directory, "migrations"));
  writeFileSync(join(directory, "migrate.toml"), `migrations = ["migrations"]\n${settings}\n`);
  for (const number of numbers(count)) {
    const parent = number === 1 ? "none" : revisionId(number - 1);
    const text = `-- add item ${number}\n-- revision: ${revisionId(number)}\n-- parents: ${parent}\n` +
      `-- created: 2026-01-01T00:00:00Z\n\n-- migrate:up\n${upSql(number)}\n\n` +
      `-- migrate:down\nDROP TABLE item_${number};\n`;
    writeFileSync(join(directory, "migrations", `${String(number).padStart(6, "0")}_${revisionId(number)}.sql`), text);
  }
  return directory;
}

/** The version of the nth revision for dbmate: a time, as it writes them. */
function dbmateVersion(number: number): number {
  return 20_260_101_000_000 + number;
}

/** The same revisions for dbmate; returns the directory of its files. */
export function writeDbmateProject(world: World, count: number): string {
  const directory = mkdtempSync(join(world.directory, `dbmate-${count}-`));
  for (const number of numbers(count)) {
    const text = `-- migrate:up\n${upSql(number)}\n\n-- migrate:down\nDROP TABLE item_${number};\n`;
    writeFileSync(join(directory, `${dbmateVersion(number)}_item.sql`), text);
  }
  return directory;
}

/** A script that writes dbmate's history as if all revisions had run. */
export function writeDbmateHistory(world: World, count: number): string {
  const path = join(world.directory, `dbmate-history-${count}.sql`);
  const rows = numbers(count).map((number) => `('${dbmateVersion(number)}')`).join(",");
  const create = "CREATE TABLE schema_migrations (version varchar PRIMARY KEY);";
  writeFileSync(path, `${create}\nINSERT INTO schema_migrations VALUES ${rows};\n`);
  return path;
}

/** The same revisions for psql, as one script: each in a transaction with its history row, or all in one. */
export function writeUpScript(world: World, count: number, transactions: "each" | "one"): string {
  const steps = numbers(count).map((number) =>
    `${upSql(number)}\nINSERT INTO history VALUES ('${revisionId(number)}');`
  );
  const create = "CREATE TABLE history (revision text PRIMARY KEY, applied_at timestamptz DEFAULT now());";
  return writeScript(join(world.directory, `up-${count}-${transactions}.sql`), [create], steps, transactions);
}

/** The way back of {@link writeUpScript}. */
export function writeDownScript(world: World, count: number, transactions: "each" | "one"): string {
  const steps = numbers(count).reverse().map((number) =>
    `DROP TABLE item_${number};\nDELETE FROM history WHERE revision = '${revisionId(number)}';`
  );
  return writeScript(join(world.directory, `down-${count}-${transactions}.sql`), [], steps, transactions);
}

function writeScript(
  path: string,
  first: readonly string[],
  steps: readonly string[],
  transactions: "each" | "one",
): string {
  const lines = transactions === "each"
    ? [...first, ...steps.map((step) => `BEGIN;\n${step}\nCOMMIT;`)]
    : ["BEGIN;", ...first, ...steps, "COMMIT;"];
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}
