/** Finds and reads the config file. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse, TomlError } from "smol-toml";
import { problem } from "../base/problem.ts";
import { importUserModule } from "../base/user-module.ts";
import type { Tree } from "./tree.ts";

const names = ["migrate.toml", "migrate.config.ts"] as const;

/** A config file that has been read. */
export interface ReadConfig {
  readonly path: string;
  /** The path as a user would write it. */
  readonly file: string;
  readonly format: "toml" | "ts";
  readonly text: string;
  readonly tree: Tree;
}

/**
 * The path of the config file: the one that is named, or the nearest upwards from the working directory; null when there
 * is none. Throws `config/not-found` and `config/two-files`.
 */
export function findConfig(cwd: string, named: string | null): string | null {
  if (named !== null) {
    const path = resolve(cwd, named);
    if (!existsSync(path)) throw problem("config/not-found", { file: named });
    // A directory may be named instead of the file in it.
    return statSync(path).isDirectory() ? inDirectory(path) ?? missing(named) : path;
  }
  for (let here = resolve(cwd);; here = dirname(here)) {
    const found = inDirectory(here);
    if (found !== null) return found;
    if (dirname(here) === here) return null;
  }
}

function missing(file: string): never {
  throw problem("config/not-found", { file });
}

function inDirectory(directory: string): string | null {
  const found = names.map((name) => join(directory, name)).filter((path) => existsSync(path));
  if (found.length > 1) throw problem("config/two-files", { files: found });
  return found[0] ?? null;
}

function readToml(text: string, file: string): Tree {
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const reason = (cause.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    throw problem("config/syntax", { reason }, { at: { file, line: cause.line, column: cause.column }, cause });
  }
}

/** How a config in TypeScript is loaded. */
export interface CodeOptions {
  readonly typescript: "allow" | "deny";
  readonly kit: () => Promise<object>;
}

/** Reads a config file. `file` is how a user would write its path. */
export async function readConfig(path: string, file: string, options: CodeOptions): Promise<ReadConfig> {
  const format = path.endsWith(".ts") ? "ts" : "toml";
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/'[^']*'/g, "").trim() : String(cause);
    throw problem("config/unreadable", { reason }, { at: { file }, cause });
  }
  if (format === "toml") return { path, file, format, text, tree: readToml(text, file) };
  const exports = await importUserModule(path, { file, what: "config", ...options });
  const config: unknown = exports["default"];
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    const found = config === undefined ? "missing" : Array.isArray(config) ? "an array" : typeof config;
    throw problem("config/no-default-export", { found }, { at: { file } });
  }
  return { path, file, format, text, tree: { ...config } };
}
