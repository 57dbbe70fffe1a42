/**
 * Builds the program: one executable with the runtime, the bytecode of all code, and the embedded PostgreSQL in it.
 *
 *   deno task build                      dist/migrate, for this machine; nothing is done when nothing changed
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { assetPath, assets } from "../src/base/assets.ts";
import type { BuildInfo } from "../src/base/build.ts";
import { makePacks } from "./pack.ts";
import { type Target, thisTarget } from "./targets.ts";

/** The project's directory. */
export const project: string = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const work = join(project, ".build");

/** Runs a program in the project's directory and returns its output; throws what it wrote when it fails. */
export function run(program: string, args: readonly string[]): string {
  const result = spawnSync(program, args, { cwd: project, encoding: "utf8", maxBuffer: 1 << 28 });
  if (result.status !== 0) {
    throw new Error(`${program} ${args.join(" ")}\n${result.error?.message ?? `${result.stdout}${result.stderr}`}`);
  }
  return result.stdout;
}

function sourceFiles(directory: string): string[] {
  return readdirSync(join(project, directory), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? sourceFiles(path) : [path];
    });
}

function hashOf(paths: readonly string[], ...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(join(project, path)));
  for (const text of texts) hash.update(`\0${text}`);
  return hash.digest("hex");
}

/** Does work unless its result is there and was made from the same inputs. */
async function unlessDone(stamp: string, hash: string, results: readonly string[], work: () => Promise<void> | void) {
  const done = existsSync(stamp) && readFileSync(stamp, "utf8") === hash && results.every((path) => existsSync(path));
  if (done) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

/** Makes what the embedded PostgreSQL needs; also wanted to run from source. */
export async function buildPacks(): Promise<void> {
  const directory = join(work, "embedded");
  const inputs = ["scripts/pack.ts", "src/database/embedded/pack.ts", "src/database/embedded/emscripten.ts"];
  const hash = hashOf(inputs, JSON.stringify(packageVersions()));
  const results = ["database.pack", "extensions.pack", "server-version"].map((name) => join(directory, name));
  await unlessDone(join(directory, "stamp"), hash, results, () => makePacks(directory));
}

/** Versions of the packages whose version a user may need to know. */
function packageVersions(): Record<string, string> {
  const { imports } = JSON.parse(readFileSync(join(project, "deno.json"), "utf8")) as {
    imports: Record<string, string>;
  };
  const wanted = ["@electric-sql/pglite", "@electric-sql/pglite-pgvector", "bun", "drizzle-orm", "postgres", "zod"];
  return Object.fromEntries(wanted.map((name) => [name, imports[name]?.replace(/^.*@/, "") ?? ""]));
}

function buildInfo(target: Target, sources: string): BuildInfo {
  const described = spawnSync("git", ["describe", "--always", "--dirty", "--abbrev=12"], {
    cwd: project,
    encoding: "utf8",
  });
  const commit = described.status === 0 ? described.stdout.trim() : "unknown";
  const postgresql = readFileSync(join(work, "embedded", "server-version"), "utf8");
  return { commit, sources, target: target.name, packages: { ...packageVersions(), postgresql } };
}

/** The program's first module: it tells where the embedded files are, then starts the program. */
function writeEntry(): string {
  const modules = assets.map((asset, index) => {
    const path = assetPath(asset);
    if (path === null) throw new Error(`"${asset}" was not made`);
    return { asset, name: `file${index}`, path: relative(work, path).replaceAll("\\", "/") };
  });
  const embedded = [
    ...modules.map(({ name, path }) =>
      `import ${name} from ${JSON.stringify(path.replace(/^(?!\.)/, "./"))} with { type: "file" };`
    ),
    'import { registerAssets } from "../src/base/assets.ts";',
    `registerAssets({ ${modules.map(({ asset, name }) => `${JSON.stringify(asset)}: ${name}`).join(", ")} });`,
  ];
  writeFileSync(join(work, "embedded.js"), `${embedded.join("\n")}\n`);
  const entry = join(work, "entry.js");
  writeFileSync(entry, 'import "./embedded.js";\nimport "../main.ts";\n');
  return entry;
}

/** Compiles the program for a machine into a file. */
export async function compile(target: Target, file: string): Promise<void> {
  await buildPacks();
  const entry = writeEntry();
  const inputs = ["main.ts", "deno.lock", "scripts/build.ts", "scripts/bundle.ts", ...sourceFiles("src")];
  const sources = hashOf(inputs, readFileSync(join(work, "embedded", "stamp"), "utf8"));
  const info = buildInfo(target, sources.slice(0, 16));
  const hash = hashOf([], sources, JSON.stringify(info), file);
  await unlessDone(join(work, `${target.name}.stamp`), hash, [file], () => {
    mkdirSync(dirname(file), { recursive: true });
    const bun = join(project, "node_modules", ".bin", "bun");
    run(bun, [join("scripts", "bundle.ts"), entry, file, target.bun, JSON.stringify(info)]);
  });
}

if (import.meta.main) {
  const target = thisTarget();
  const file = join(project, "dist", target.program);
  await compile(target, file);
  console.log(relative(process.cwd(), file));
}
