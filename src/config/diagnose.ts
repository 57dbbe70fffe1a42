/** Says what exactly is wrong with a config file. Loaded only when something is: it needs the schema. */
import { nearest } from "../base/nearest.ts";
import { type Problem, problem } from "../base/problem.ts";
import { type ConfigFile, placeIn } from "./places.ts";
import { configSchema } from "./schema.ts";
import { expected, functionKeys, settingSpecs, specByKey, tables } from "./settings.ts";
import { placeKey } from "./toml-places.ts";
import type { Tree } from "./tree.ts";

type Path = readonly PropertyKey[];

/** The path within its section: without `env` and the environment's name. */
function inSection(path: Path): readonly string[] {
  return (path[0] === "env" ? path.slice(2) : path).map(String);
}

/** Names that may stand at a place. */
function candidates(path: Path, format: ConfigFile["format"]): string[] {
  const [table] = inSection(path);
  if (table !== undefined) {
    return settingSpecs.filter((spec) => spec.key.startsWith(`${table}.`)).map((spec) =>
      spec.key.slice(table.length + 1)
    );
  }
  const plain = settingSpecs.filter((spec) => !spec.key.includes(".")).map((spec) => spec.key);
  const top = path.length === 0 ? ["env", ...(format === "ts" ? functionKeys : [])] : [];
  return [...plain, ...tables, ...top];
}

function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = new Map<PropertyKey, unknown>(Object.entries(value)).get(String(part));
  }
  return value;
}

/** How many parts of a path name a setting, and which. */
function settingAt(path: Path): { length: number; expected: string; secret: boolean } | null {
  const skipped = path.length - inSection(path).length;
  for (const length of [1, 2]) {
    const spec = specByKey.get(inSection(path).slice(0, length).join("."));
    if (spec !== undefined) {
      const secret = spec.type.kind === "text" && spec.type.url === true;
      return { length: skipped + length, expected: expected(spec.type), secret };
    }
  }
  return null;
}

function shown(value: unknown): string {
  const text = typeof value === "bigint" ? String(value) : JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/**
 * Everything that is wrong with a config's values, each with its place: `config/unknown-key`, `config/bad-value`.
 * `tree` has its variables replaced.
 */
export function diagnose(tree: Tree, config: ConfigFile): Problem[] {
  const result = configSchema().safeParse(tree);
  if (result.success) return [];
  const found = new Map<string, Problem>();
  const placeOf = (path: Path) => placeIn(config, path);
  const bad = (path: Path, wanted: string, secret: boolean) => {
    const value = secret ? null : shown(valueAt(tree, path));
    const data = { key: path.map(String).join("."), found: value, expected: wanted };
    found.set(placeKey(path), problem("config/bad-value", data, { at: placeOf(path) }));
  };
  for (const issue of result.error.issues) {
    const spec = settingAt(issue.path);
    if (spec !== null) bad(issue.path.slice(0, spec.length), spec.expected, spec.secret);
    else if (issue.code === "unrecognized_keys") {
      for (const name of issue.keys) {
        const path = [...issue.path, name];
        const data = { key: path.map(String).join("."), nearest: nearest(name, candidates(issue.path, config.format)) };
        found.set(placeKey(path), problem("config/unknown-key", data, { at: placeOf(path) }));
      }
    } else bad(issue.path, "a table", false);
  }
  return [...found.values()].sort((a, b) =>
    (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0)
  );
}
