/**
 * Loads users' TypeScript: config, revisions, models. `migrate:kit` is served to it from inside the program: by a plugin
 * of the runtime in the compiled program and under bun, by the import map under Deno. Nothing is ever fetched.
 */
import { expectHeavyWork } from "./heavy-work.ts";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Location, Problem, problem } from "./problem.ts";

/** What loading a user's file needs to know. */
export interface UserModuleOptions {
  /** The path as a user would write it, for problems. */
  readonly file: string;
  /** What the file is, for problems: "revision", "config", "model". */
  readonly what: string;
  readonly typescript: "allow" | "deny";
  /** Loads what users import as `migrate:kit`. */
  readonly kit: () => Promise<object>;
}

/** The part of Bun that is used; absent under Deno. */
interface BunRuntime {
  readonly main: string;
  readonly plugin: (plugin: {
    readonly name: string;
    readonly setup: (builder: {
      readonly module: (name: string, load: () => Promise<{ exports: object; loader: "object" }>) => void;
    }) => void;
  }) => void;
  readonly Transpiler: new (options: { readonly loader: "ts" | "tsx" }) => {
    scanImports(code: string): readonly { readonly path: string }[];
  };
}

/** The one place where the runtime is asked for. */
function bunRuntime(): BunRuntime | null {
  // A cast because `Bun` exists only under Bun, whose types must not leak into code that Deno runs.
  return (globalThis as { readonly Bun?: BunRuntime }).Bun ?? null;
}

function isCompiled(bun: BunRuntime): boolean {
  return bun.main.startsWith("/$bunfs/") || /^[A-Z]:[\\/]~BUN/i.test(bun.main);
}

/** Packages that models use and that come with the program, for projects that have none of their own. */
const embedded: Readonly<Record<string, () => Promise<object>>> = {
  "zod": () => import("zod"),
  "zod/mini": () => import("zod/mini"),
  "zod/v4": () => import("zod/v4"),
  "drizzle-orm": () => import("drizzle-orm"),
  "drizzle-orm/pg-core": () => import("drizzle-orm/pg-core"),
};

const served = new Set<string>();

/** True when a `node_modules` at or above the directory has the package. */
function hasPackage(directory: string, name: string): boolean {
  for (let here = directory;; here = dirname(here)) {
    if (existsSync(join(here, "node_modules", name))) return true;
    if (dirname(here) === here) return false;
  }
}

function packageName(specifier: string): string {
  return specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

/**
 * Serves `migrate:kit`, and the packages that come with the program unless the project has its own (what a plugin serves
 * wins over node_modules, so it must not be served then).
 */
async function serve(bun: BunRuntime, directory: string, kit: () => Promise<object>): Promise<void> {
  const wanted: [string, () => Promise<object>][] = [["migrate:kit", kit]];
  for (const [name, load] of Object.entries(embedded)) {
    if (!hasPackage(directory, packageName(name))) wanted.push([name, load]);
  }
  const missing = wanted.filter(([name]) => !served.has(name));
  if (missing.length === 0) return;
  // Where the program is not compiled the plugin serves the program's own imports too, and loading by name would come
  // back to it; so everything is loaded before, and that is what is served.
  const early = new Map<string, object>();
  if (!isCompiled(bun)) { for (const [name, load] of missing) early.set(name, await load()); }
  bun.plugin({
    name: "migrate",
    setup(builder) {
      for (const [name, load] of missing) {
        // A module's namespace is not a plain object, which is what the plugin wants.
        builder.module(name, async () => ({ exports: { ...early.get(name) ?? await load() }, loader: "object" }));
      }
    },
  });
  for (const [name] of missing) served.add(name);
}

/**
 * Bun that is not compiled into the program installs missing packages by itself, from anyone. So there the imports are
 * followed first, and one that no node_modules has is refused. The compiled program never installs.
 */
function refuseMissingPackages(bun: BunRuntime, path: string, file: string): void {
  if (isCompiled(bun) || process.execArgv.includes("--no-install")) return;
  const seen = new Set<string>();
  const follow = (module: string) => {
    if (seen.has(module) || !/\.[cm]?[jt]sx?$/.test(module)) return;
    seen.add(module);
    let imports: readonly { readonly path: string }[];
    try {
      imports = new bun.Transpiler({ loader: module.endsWith("x") ? "tsx" : "ts" }).scanImports(
        readFileSync(module, "utf8"),
      );
    } catch {
      return; // The import itself will say what is wrong.
    }
    for (const { path: specifier } of imports) {
      if (/^\.{0,2}\//.test(specifier)) {
        const target = join(dirname(module), specifier);
        for (const near of [target, target.replace(/\.js$/, ".ts"), `${target}.ts`]) if (existsSync(near)) follow(near);
      } else if (!/^(?:node|bun|file|data|https?):|^#/.test(specifier) && !served.has(specifier)) {
        if (!hasPackage(dirname(module), packageName(specifier))) {
          const at = { file: module === path ? file : module, ...findText(module, specifier) };
          throw problem("module/not-found", { specifier }, { at });
        }
      }
    }
  };
  follow(path);
}

/** Line and column of the first place where a text stands in quotes, or at all, in a file. */
function findText(path: string, text: string): { line: number; column: number } | Record<never, never> {
  let lines: string[];
  try {
    lines = readFileSync(path, "utf8").split("\n");
  } catch {
    return {};
  }
  for (const quoted of [`"${text}"`, `'${text}'`, text]) {
    const index = lines.findIndex((line) => line.includes(quoted));
    const line = lines[index];
    if (line !== undefined) return { line: index + 1, column: [...line.slice(0, line.indexOf(quoted))].length + 1 };
  }
  return {};
}

// deno-lint-ignore no-control-regex
const colour = /\x1b\[[0-9;]*m/g;

/** Deno colours what it says of modules. */
function plain(text: string): string {
  return text.replace(colour, "");
}

const frame = /(file:\/\/\/[^()\n]+?|\/[^:()\n]+|[A-Za-z]:[\\/][^:()\n]+):(\d+):(\d+)/g;

/** What the runtimes put on errors, none of it for certain. */
interface LooseError {
  readonly message?: unknown;
  readonly name?: unknown;
  readonly stack?: unknown;
  readonly specifier?: unknown;
  readonly referrer?: unknown;
  readonly position?: { readonly file?: unknown; readonly line?: unknown; readonly column?: unknown } | null;
  readonly errors?: unknown;
}

/** Runtimes write URLs in stacks with or without their escapes. */
function pathOfFrame(where: string): string {
  if (!where.startsWith("file:")) return where;
  try {
    return fileURLToPath(where);
  } catch {
    return where.slice("file://".length);
  }
}

/** The place in the user's code that an error speaks of; frames in the file itself come before those in its imports. */
function placeOf(error: LooseError, path: string): { path: string; line: number; column: number } | null {
  const { position } = error;
  if (position && typeof position.file === "string" && typeof position.line === "number") {
    return { path: position.file, line: position.line, column: Number(position.column ?? 1) };
  }
  const frames: { path: string; line: number; column: number }[] = [];
  for (const match of plain(`${error.message}\n${error.stack}`).matchAll(frame)) {
    const where = match[1] ?? "";
    frames.push({ path: pathOfFrame(where), line: Number(match[2]), column: Number(match[3]) });
  }
  const own = frames.find((one) => one.path === path);
  return own ?? frames.find((one) => one.path.startsWith(dirname(path)) && !one.path.includes("node_modules")) ?? null;
}

/** The specifier that could not be resolved, from either runtime's error. */
function unresolved(error: LooseError): string | null {
  if (typeof error.specifier === "string") return error.specifier;
  const message = plain(String(error.message));
  if (message.includes("SyntaxError")) return null;
  return /^(?:Error: )?Module not found "([^"]+)"/.exec(message)?.[1] ??
    /^Import "([^"]+)" not a dependency/.exec(message)?.[1] ??
    null;
}

/** The file whose import could not be resolved: Bun says it, and the text of `importWithHooks` does. */
function importerOf(error: LooseError): string | null {
  if (typeof error.referrer === "string" && error.referrer !== "") return pathOfFrame(error.referrer);
  const url = /^Error: Module not found ".*" imported by (file:\S+)$/.exec(String(error.message))?.[1];
  return url === undefined ? null : fileURLToPath(url);
}

/**
 * Turns what a user's code threw into a problem that points into the user's file: `module/not-found` or
 * `module/failed`. A problem without a place gets one.
 */
export function moduleProblem(thrown: unknown, path: string, file: string): Problem {
  if (thrown instanceof Problem) {
    // An operation of migrate:kit that refuses its arguments does not know who called it; the stack does.
    const caller = thrown.at === null ? placeOf(thrown, path) : null;
    if (caller === null) return thrown;
    const where = { file: caller.path === path ? file : caller.path, line: caller.line, column: caller.column };
    return new Problem(thrown.code, thrown.data, where, thrown.others, thrown.cause);
  }
  // A cast because runtimes throw objects of their own; every field is checked where it is used.
  let error = (typeof thrown === "object" && thrown !== null ? thrown : { message: String(thrown) }) as LooseError;
  const [first] = Array.isArray(error.errors) ? error.errors : [];
  if (typeof first === "object" && first !== null) error = first;
  const place = placeOf(error, path);
  const shown = place === null || place.path === path ? file : place.path;
  let at: Location = place === null ? { file } : { file: shown, line: place.line, column: place.column };
  const specifier = unresolved(error);
  if (specifier !== null) {
    if (place === null) {
      const importer = importerOf(error) ?? path;
      at = { file: importer === path ? file : importer, ...findText(importer, specifier) };
    }
    return problem("module/not-found", { specifier }, { at, cause: thrown });
  }
  const message = plain(String(error.message)).split("\n")[0]?.replace(/^SyntaxError: /, "") ?? "";
  const name = String(error.message).startsWith("SyntaxError") || error.name === "BuildMessage"
    ? "SyntaxError"
    : typeof error.name === "string"
    ? error.name
    : "Error";
  const missing = /(?:Export named|export named) '([^']+)'/.exec(message)?.[1];
  if (place === null && missing !== undefined) at = { file, ...findText(path, missing) };
  return problem("module/failed", { error: name, message: message.replace(/ at file:\/\/\S+$/, "") }, {
    at,
    cause: thrown,
  });
}

/**
 * Loads a user's TypeScript file and returns what it exports.
 *
 * ```ts
 * const { up } = await importUserModule("/project/migrations/a.ts", {
 *   file: "migrations/a.ts", what: "revision", typescript: "allow", kit: () => import("../kit/mod.ts"),
 * });
 * ```
 * Throws `module/denied` before anything is read, `module/not-found`, `module/failed`.
 */
export async function importUserModule(
  path: string,
  { file, what, typescript, kit }: UserModuleOptions,
): Promise<Readonly<Record<string, unknown>>> {
  expectHeavyWork();
  if (typescript === "deny") throw problem("module/denied", { what }, { at: { file } });
  const bun = bunRuntime();
  if (bun !== null) {
    await serve(bun, dirname(path), kit);
    refuseMissingPackages(bun, path, file);
  }
  const { href } = pathToFileURL(path);
  const importWithHooks = bun === null ? (await import("./import-with-hooks.ts")).importWithHooks : null;
  try {
    return await (importWithHooks === null ? import(href) : importWithHooks(href));
  } catch (thrown) {
    throw moduleProblem(thrown, path, file);
  }
}
