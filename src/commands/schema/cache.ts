/** Snapshots kept between runs, by the hash of all that they come from. The directory can be deleted at any time. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../../config/mod.ts";
import { writeFileAtomically } from "../../files/mod.ts";
import { checksumOfFile } from "../../files/mod.ts";
import { importedFile, type KnownStatement, type LoadedModels } from "../../models/mod.ts";
import type { Snapshot, Unmodelled } from "../../schema/mod.ts";
import type { Context } from "../context.ts";
import type { Project } from "../project.ts";
import { programState } from "./program-state.ts";
import { type Limits, pruneDirectory } from "./prune.ts";

/** Of the files' form; a change here makes all that was kept worthless. */
const layout = 5;

/** A schema of 1,000 tables takes 9 MB: this holds what some branches' worth of work needs. */
const limits: Limits = { files: 200, bytes: 200_000_000 };

function hash(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** What decides, besides the source itself, what its snapshot looks like. */
function surroundings(config: Config, choice: object): readonly unknown[] {
  const { ignore, scratchUrl, historyTable, logTable, functions } = config;
  return [layout, programState(), choice, ignore, scratchUrl, historyTable, logTable, functions.include === null];
}

/** The key of the snapshot that models make; null when it cannot be known beforehand. */
export function modelsKey(loaded: LoadedModels, config: Config, choice: object): string | null {
  if (config.functions.include !== null) return null;
  const statements = loaded.statements.map(({ sql, session }) => session.length === 0 ? sql : [sql, session]);
  return hash(["models", ...surroundings(config, choice), loaded.roles, statements]);
}

/** The key of the snapshot that revisions make; null when a TypeScript revision reaches what cannot be hashed. */
export function revisionsKey(
  project: Project,
  ids: readonly string[],
  context: Context,
  choice: object,
): string | null {
  const { config, files } = project;
  if (config.functions.include !== null) return null;
  const sums: string[] = [];
  for (const id of ids) {
    const file = files.get(id);
    if (file === undefined) return null;
    sums.push(checksumOfFile(file));
    if (file.format !== "ts") continue;
    const imported = importsOf(file.path, new Set([file.path]));
    if (imported === null) return null;
    sums.push(...imported);
  }
  const given = [config.variables, context.flags.variables ?? {}, config.env];
  return hash(["migrations", ...surroundings(config, choice), given, ids, sums]);
}

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** Hashes of the files that a module imports by relative paths, with theirs; null for what is not found so simply. */
function importsOf(path: string, seen: Set<string>): readonly string[] | null {
  const sums: string[] = [];
  const text = readFileSync(path, "utf8");
  if (/\bimport\s*\(\s*[^"'\s]|\brequire\s*\(|\bprocess\b|\bDeno\b|\bBun\b/.test(text)) return null;
  for (const [, name = ""] of text.matchAll(specifier)) {
    if (name === "migrate:kit") continue;
    // A package can change without any of our files changing.
    if (!name.startsWith(".")) return null;
    const found = importedFile(resolve(dirname(path), name));
    if (found === null) return null;
    if (seen.has(found)) continue;
    seen.add(found);
    sums.push(createHash("sha256").update(readFileSync(found)).digest("hex"));
    const deeper = found.endsWith(".json") ? [] : importsOf(found, seen);
    if (deeper === null) return null;
    sums.push(...deeper);
  }
  return sums;
}

function directoryOf(config: Config): string {
  return join(config.root, ".migrate", "cache");
}

/** What is known of a source that went through a scratch database. */
export interface Kept {
  readonly snapshot: Snapshot;
  /** Relations that held rows when it was read, as JSON of schema and name. */
  readonly rows: readonly string[];
}

/** What was kept under a key, or null. */
export function kept(config: Config, key: string): Kept | null {
  const path = join(directoryOf(config), `${key}.json`);
  try {
    // Written by this program, under a name that its whole history decides; a disk that was full may have cut it.
    const found = JSON.parse(readFileSync(path, "utf8")) as Kept;
    if (!Array.isArray(found.snapshot.facts) || !Array.isArray(found.rows)) return null;
    touch(path);
    return found;
  } catch {
    return null;
  }
}

/** What is used stays longest; where the directory is another user's, it is used all the same. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    return;
  }
}

/** Keeps what was made under the key. A cache that cannot be written is no error. */
export function keepSnapshot(config: Config, key: string, made: Kept): void {
  keep(config, join(directoryOf(config), `${key}.json`), JSON.stringify(made));
}

/** Takes what was kept under the key, or makes it and keeps it. */
export async function cached(config: Config, key: string | null, make: () => Promise<Kept>): Promise<Kept> {
  const known = key === null ? null : kept(config, key);
  if (known !== null) return known;
  const made = await make();
  if (key !== null) keepSnapshot(config, key, made);
  return made;
}

/** The models that were read last, for the next reading to look at what changed. */
export interface LastModels {
  /** The key of their snapshot. */
  readonly key: string;
  readonly statements: readonly KnownStatement[];
}

function lastModelsPath(config: Config, choice: object): string {
  // One list for each environment: they may have models of their own.
  return join(directoryOf(config), `last-${hash([...surroundings(config, choice), config.env, config.models])}.json`);
}

/** The models that were read last under the same settings, or null. */
export function lastModels(config: Config, choice: object): LastModels | null {
  try {
    // Written below.
    const found = JSON.parse(readFileSync(lastModelsPath(config, choice), "utf8")) as LastModels;
    return Array.isArray(found.statements) ? found : null;
  } catch {
    return null;
  }
}

/** Remembers the models that were read. */
export function rememberModels(config: Config, choice: object, last: LastModels): void {
  keep(config, lastModelsPath(config, choice), JSON.stringify(last));
}

/** Where {@link LoadedModels} are kept, for `modelDdl`, which knows what they depend on. */
export function modelCache(config: Config): { get(key: string): string | null; put(key: string, text: string): void } {
  const path = (key: string) => join(directoryOf(config), `models-${hash([layout, programState(), key])}.json`);
  return {
    get(key) {
      try {
        return readFileSync(path(key), "utf8");
      } catch {
        return null;
      }
    },
    put: (key, text) => keep(config, path(key), text),
  };
}

function keep(config: Config, path: string, text: string): void {
  // Without a config there is no project to keep anything in.
  if (config.file === null) return;
  try {
    const directory = directoryOf(config);
    mkdirSync(directory, { recursive: true });
    const guard = join(dirname(directory), ".gitignore");
    if (!existsSync(guard)) writeFileSync(guard, "*\n");
    writeFileAtomically(path, text, { overwrite: true, file: path });
    pruneDirectory(directory, limits);
  } catch {
    return;
  }
}

/** What an earlier run that found no difference between the two did not compare; null when there was no such run. */
export function knownEqual(config: Config, have: string | null, want: string | null): readonly Unmodelled[] | null {
  if (have === null || want === null) return null;
  try {
    // Written by this program, under a name that decides what it holds.
    const found = JSON.parse(readFileSync(equalPath(config, have, want), "utf8")) as readonly Unmodelled[];
    return Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

/** Remembers that the two have no difference, and what was not compared. */
export function rememberEqual(
  config: Config,
  have: string | null,
  want: string | null,
  unmodelled: readonly Unmodelled[],
): void {
  if (have !== null && want !== null) keep(config, equalPath(config, have, want), JSON.stringify(unmodelled));
}

function equalPath(config: Config, have: string, want: string): string {
  return join(directoryOf(config), `${have}-${want}.json`);
}
