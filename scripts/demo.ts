/**
 * Shows the program at work: builds it and migrates the sample project of this repository with the embedded PostgreSQL.
 *
 *   deno task demo
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { compile, project } from "./build.ts";
import { thisTarget } from "./targets.ts";

const target = thisTarget();
const program = join(project, "dist", target.program);
await compile(target, program);

// A copy, so that every demonstration starts with a new database.
const directory = mkdtempSync(join(tmpdir(), "migrate-demo-"));
try {
  for (const name of ["migrate.toml", "migrations"]) {
    cpSync(join(project, name), join(directory, name), { recursive: true });
  }
  for (const command of [["up"], ["status"], ["history", "--graph"]]) {
    console.log(`\n$ migrate ${command.join(" ")}`);
    const { status } = spawnSync(program, command, { cwd: directory, stdio: "inherit" });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      break;
    }
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
