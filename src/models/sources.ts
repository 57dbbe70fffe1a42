/** The entries of `models` in the config as things to read. */
import { globSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { problem } from "../base/problem.ts";
import type { ModelFile } from "./reply.ts";

/** One entry of the config: a path or glob, a Drizzle schema, or a command that prints DDL. */
export type ModelEntry =
  | string
  | { readonly drizzle: string; readonly casing?: "snake_case" | "camelCase" }
  | { readonly command: readonly string[] };

/** What the entries come to. */
export interface Sources {
  readonly code: readonly ModelFile[];
  readonly sql: readonly { readonly path: string; readonly file: string }[];
  readonly commands: readonly (readonly string[])[];
}

const code = /\.(?:[cm]?ts|[cm]?js|tsx|jsx)$/;

/** Declarations and tests beside models are no models. */
const besides = /\.d\.[cm]?ts$|\.(?:test|spec)\.[cm]?[jt]sx?$/;

/**
 * Finds the files of each entry; a directory stands for the SQL files below it, or, when it has none, for its code.
 * Paths start from `root` and are shown relative to `cwd`.
 *
 * Throws `model/no-files` for an entry that matches nothing.
 */
export function findSources(entries: readonly ModelEntry[], root: string, cwd: string): Sources {
  const found = entries.map((entry) => findEntry(entry, root, cwd));
  return {
    code: distinct(found.flatMap((one) => one.code)),
    sql: distinct(found.flatMap((one) => one.sql)),
    commands: found.flatMap((one) => one.commands),
  };
}

function findEntry(entry: ModelEntry, root: string, cwd: string): Sources {
  if (typeof entry === "object" && "command" in entry) return { code: [], sql: [], commands: [entry.command] };
  const pattern = typeof entry === "string" ? entry : entry.drizzle;
  const paths = expand(pattern, root).filter((path) => !besides.test(path));
  if (paths.length === 0) throw problem("model/no-files", { pattern });
  const shown = (path: string) => relative(cwd, path) || path;
  const casing = typeof entry === "string" ? null : entry.casing ?? null;
  return {
    code: paths.filter((path) => code.test(path)).map((path) => ({ path, file: shown(path), casing })),
    sql: paths.filter((path) => path.endsWith(".sql")).map((path) => ({ path, file: shown(path) })),
    commands: [],
  };
}

function distinct<File extends { readonly path: string }>(files: readonly File[]): readonly File[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function expand(pattern: string, root: string): readonly string[] {
  const path = isAbsolute(pattern) ? pattern : join(root, pattern);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory() === true) {
    const sql = matches("**/*.sql", path);
    return sql.length > 0 ? sql : matches("**/*", path).filter((file) => code.test(file));
  }
  if (kind !== undefined) return [path];
  return /[*?[{]/.test(pattern)
    ? matches(pattern, root).filter((file) => code.test(file) || file.endsWith(".sql"))
    : [];
}

function matches(pattern: string, directory: string): readonly string[] {
  return globSync(pattern, { cwd: directory })
    .map((path) => isAbsolute(path) ? path : join(directory, path))
    .filter((path) => !/[\\/]node_modules[\\/]/.test(path) && statSync(path).isFile())
    .sort((a, b) => a < b ? -1 : 1);
}
