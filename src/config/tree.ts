/** Walks a config file's values by the table of settings. */
import { type Environment, interpolate } from "./interpolate.ts";
import { accepts, functionKeys, specByKey, tables } from "./settings.ts";

/** A table of the file, as the TOML reader or TypeScript gives it. */
export type Tree = Readonly<Record<string, unknown>>;

/** One value of the file, its variables replaced. */
export interface Entry {
  readonly value: unknown;
  readonly unset: readonly string[];
}

/** What a file says: settings at the top level and by environment, and whether anything in it is not as it should be. */
export interface FileValues {
  readonly top: ReadonlyMap<string, Entry>;
  readonly envs: ReadonlyMap<string, ReadonlyMap<string, Entry>>;
  readonly functions: ReadonlyMap<string, unknown>;
  /** The whole tree with variables replaced, for the schema to look at; parts that are not set are left out. */
  readonly tree: Tree;
  readonly sound: boolean;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Replaces variables in all texts of a value. */
function fill(value: unknown, environment: Environment, unset: string[]): unknown {
  if (typeof value === "string") {
    const { text, unset: missing } = interpolate(value, environment);
    unset.push(...missing);
    return text;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => fill(one, environment, unset));
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, environment, unset)]));
}

class Walk {
  sound = true;
  readonly functions = new Map<string, unknown>();
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Reads one section: the top level, an environment, or a table in one of them. */
  section(tree: Tree, prefix: string, into: Map<string, Entry>, clean: Record<string, unknown>): void {
    for (const [name, raw] of Object.entries(tree)) {
      const key = prefix + name;
      const spec = specByKey.get(key);
      if (spec === undefined) {
        if (prefix === "" && tables.has(name) && isTree(raw)) {
          const inner: Record<string, unknown> = {};
          clean[name] = inner;
          this.section(raw, `${name}.`, into, inner);
        } else {
          this.sound = false;
          clean[name] = raw;
        }
        continue;
      }
      const unset: string[] = [];
      const value = fill(raw, this.#environment, unset);
      into.set(key, { value, unset });
      if (unset.length > 0) continue;
      clean[name] = value;
      if (!accepts(spec.type, value)) this.sound = false;
    }
  }

  top(tree: Tree, into: Map<string, Entry>, envs: Map<string, Map<string, Entry>>, clean: Record<string, unknown>) {
    const { env, ...rest } = tree;
    const plain: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(rest)) {
      if ((functionKeys as readonly string[]).includes(name) && typeof value === "function") {
        this.functions.set(name, value);
      } else plain[name] = value;
    }
    this.section(plain, "", into, clean);
    if (env === undefined) return;
    if (!isTree(env)) {
      this.sound = false;
      clean["env"] = env;
      return;
    }
    const cleanEnvs: Record<string, unknown> = {};
    clean["env"] = cleanEnvs;
    for (const [name, section] of Object.entries(env)) {
      if (!isTree(section)) {
        this.sound = false;
        cleanEnvs[name] = section;
        continue;
      }
      const values = new Map<string, Entry>();
      const cleanSection: Record<string, unknown> = {};
      this.section(section, "", values, cleanSection);
      envs.set(name, values);
      cleanEnvs[name] = cleanSection;
    }
  }
}

/** Reads the values of a file. Pure; problems are left to the schema. */
export function walkTree(tree: Tree, environment: Environment): FileValues {
  const walk = new Walk(environment);
  const top = new Map<string, Entry>();
  const envs = new Map<string, Map<string, Entry>>();
  const clean: Record<string, unknown> = {};
  walk.top(tree, top, envs, clean);
  return { top, envs, functions: walk.functions, tree: clean, sound: walk.sound };
}
