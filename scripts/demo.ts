/**
 * Shows the program at work: builds it, migrates the sample project of this repository with the embedded PostgreSQL,
 * changes a model, and lets autogenerate write the revision for it.
 *
 *   deno task demo
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { compile, project } from "./build.ts";
import { thisTarget } from "./targets.ts";

const target = thisTarget();
const program = join(project, "dist", target.program);
await compile(target, program);

/** What is shown: a command, or a change of the sample model. */
type Act =
  | { readonly run: readonly string[] }
  | { readonly file: string; readonly change: string; readonly to: string };

const acts: readonly Act[] = [
  { run: ["up"] },
  { run: ["history", "--graph"] },
  { run: ["check"] },
  {
    file: "models/app.ts",
    change: "fullName: z.string().nullable(),",
    to: 'displayName: z.string().nullable().meta({ renamedFrom: "full_name" }),\n' +
      '  role: z.enum(["admin", "member"]).default("member"),',
  },
  { run: ["revision", "--autogenerate", "-m", "display name and role"] },
  { run: ["up"] },
  { run: ["check", "--database"] },
  { run: ["down"] },
  { run: ["status"] },
];

// A copy, so that every demonstration starts with a new database.
const directory = mkdtempSync(join(tmpdir(), "migrate-demo-"));

/** Changes the model and says what changed; false when the text that it looks for is not there. */
function edit({ file, change, to }: Extract<Act, { readonly file: string }>): boolean {
  const path = join(directory, file);
  const text = readFileSync(path, "utf8");
  console.log(`\n# ${file}\n- ${change}\n+ ${to.replaceAll("\n", "\n+ ")}`);
  writeFileSync(path, text.replace(change, () => to));
  return text.includes(change);
}

/** Runs the program; a revision that it wrote is shown. */
function run(words: readonly string[]): boolean {
  console.log(`\n$ migrate ${words.map((word) => /\s/.test(word) ? `"${word}"` : word).join(" ")}`);
  const before = new Set(readdirSync(join(directory, "migrations")));
  const { status } = spawnSync(program, words, { cwd: directory, stdio: "inherit" });
  for (const name of readdirSync(join(directory, "migrations"))) {
    if (before.has(name) || name === "migrate.sum") continue;
    console.log(`\n# migrations/${name}\n${readFileSync(join(directory, "migrations", name), "utf8")}`);
  }
  return status === 0;
}

try {
  for (const name of ["migrate.toml", "migrations", "models"]) {
    cpSync(join(project, name), join(directory, name), { recursive: true });
  }
  for (const act of acts) {
    if ("run" in act ? run(act.run) : edit(act)) continue;
    process.exitCode = 1;
    break;
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
