/** Resolves the configuration: flag, environment variable, `[env.NAME]`, top level, default. */
import { dirname, relative, resolve } from "node:path";
import { nearest } from "../base/nearest.ts";
import { type Problem, problem, throwAll } from "../base/problem.ts";
import { withoutPasswords } from "../base/without-passwords.ts";
import type { Config, ConfigFlags, ConfigFunctions, ModelEntry, NamingPatterns, Setting, Source } from "./config.ts";
import { findConfig, type ReadConfig, readConfig } from "./find.ts";
import { givenValue } from "./given.ts";
import type { Environment } from "./interpolate.ts";
import { durationMs, type SettingSpec, settingSpecs, specByKey } from "./settings.ts";
import { type Entry, type FileValues, walkTree } from "./tree.ts";
import { placeIn } from "./places.ts";
import { placeUrl, readUrlFile } from "./url.ts";

/** What resolving a configuration needs. */
export interface LoadOptions {
  readonly cwd: string;
  readonly flags: ConfigFlags;
  /** The variables of the process. */
  readonly environment: Environment;
  /** Loads what `migrate.config.ts` imports as `migrate:kit`. */
  readonly kit: () => Promise<object>;
}

/** A setting with the directory that relative paths in it start from. */
interface Resolved extends Setting {
  readonly base: string;
}

/** Variables of libpq that name a database or where to find it. */
const libpqVariables = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"] as const;

/** Reads `typescript` before there is a file: only a flag or a variable can keep a config from being run. */
function typescriptGiven({ flags, environment }: LoadOptions): "allow" | "deny" {
  const spec = specByKey.get("typescript");
  const given = spec === undefined ? null : givenValue(spec, flags, environment, []);
  return given?.value === "deny" ? "deny" : "allow";
}

class Resolver {
  readonly problems: Problem[] = [];
  readonly #options: LoadOptions;
  readonly #read: ReadConfig | null;
  readonly #file: FileValues;
  readonly #env: string | null;
  readonly #root: string;

  constructor(options: LoadOptions, read: ReadConfig | null, file: FileValues, env: string | null) {
    this.#options = options;
    this.#read = read;
    this.#file = file;
    this.#env = env;
    this.#root = read === null ? options.cwd : dirname(read.path);
  }

  setting(spec: SettingSpec): Resolved {
    const { flags, environment, cwd } = this.#options;
    if (spec.key === "url") return this.#url(spec);
    const given = givenValue(spec, flags, environment, this.problems);
    if (given !== null) return { key: spec.key, ...given, unset: [], base: cwd };
    return this.#fromFile(spec.key) ??
      { key: spec.key, value: spec.fallback, source: { kind: "default" }, unset: [], base: this.#root };
  }

  #fromFile(key: string): Resolved | null {
    const path = this.#read?.path ?? "";
    const inEnv = this.#env === null ? undefined : this.#file.envs.get(this.#env)?.get(key);
    if (inEnv !== undefined) return this.#entry(key, inEnv, { kind: "environment", env: this.#env ?? "", file: path });
    const top = this.#file.top.get(key);
    return top === undefined ? null : this.#entry(key, top, { kind: "file", file: path });
  }

  #entry(key: string, { value, unset }: Entry, source: Source): Resolved {
    return { key, value, unset, source, base: this.#root };
  }

  /** The database has more sources than the other settings; the first in this order names it. */
  #url(spec: SettingSpec): Resolved {
    const { flags, environment, cwd } = this.#options;
    const named = (value: string, source: Source): Resolved => ({ key: "url", value, source, unset: [], base: cwd });
    if (flags.url !== undefined && flags.urlFile !== undefined) this.problems.push(problem("config/two-urls", {}));
    if (flags.url !== undefined) return named(flags.url, { kind: "flag", name: "--url" });
    if (flags.urlFile !== undefined) {
      return named(readUrlFile(cwd, flags.urlFile), { kind: "flag", name: "--url-file" });
    }
    const given = givenValue(spec, flags, environment, this.problems);
    if (given !== null) return { key: "url", ...given, unset: [], base: cwd };
    const filed = this.#fromFile("url");
    if (filed !== null) return filed;
    const url = environment["DATABASE_URL"];
    if (url !== undefined && url !== "") return named(url, { kind: "variable", name: "DATABASE_URL" });
    // An empty URL leaves everything to libpq's own variables and files.
    const name = libpqVariables.find((variable) => (environment[variable] ?? "") !== "");
    if (name !== undefined) return named("postgres://", { kind: "variable", name });
    return { key: "url", value: null, source: { kind: "default" }, unset: [], base: cwd };
  }

  /** `[variables]` of the environment over those of the top level, `-x` over both; each name by itself. */
  variables(): Resolved[] {
    const all = new Map<string, Resolved>();
    const add = (entry: Entry | undefined, source: Source) => {
      if (typeof entry?.value !== "object" || entry.value === null) return;
      for (const [name, value] of Object.entries(entry.value)) {
        // Only the names that still hold a placeholder are unset.
        const unset = entry.unset.filter((one) => String(value).includes(`\${${one}}`));
        all.set(name, { key: `variables.${name}`, value, unset, source, base: this.#root });
      }
    };
    const path = this.#read?.path ?? "";
    add(this.#file.top.get("variables"), { kind: "file", file: path });
    if (this.#env !== null) {
      const source: Source = { kind: "environment", env: this.#env, file: path };
      add(this.#file.envs.get(this.#env)?.get("variables"), source);
    }
    for (const [name, value] of Object.entries(this.#options.flags.variables ?? {})) {
      const source: Source = { kind: "flag", name: "-x" };
      all.set(name, { key: `variables.${name}`, value, unset: [], source, base: this.#options.cwd });
    }
    return [...all.values()];
  }
}

/** Reads resolved settings as the types that `Config` promises; the table of settings has made sure of them. */
class Values {
  readonly #settings: ReadonlyMap<string, Resolved>;

  readonly #read: ReadConfig | null;

  constructor(settings: ReadonlyMap<string, Resolved>, read: ReadConfig | null) {
    this.#settings = settings;
    this.#read = read;
  }

  /** Throws `config/variable-not-set`: this is where a value is needed. */
  get(key: string): Resolved | null {
    const setting = this.#settings.get(key) ?? null;
    if (setting !== null && setting.unset.length > 0) {
      const { source } = setting;
      const path = [...(source.kind === "environment" ? ["env", source.env] : []), ...key.split(".")];
      const at = this.#read === null ? {} : { at: placeIn(this.#read, path) };
      throw problem("config/variable-not-set", { key: path.join("."), names: setting.unset }, at);
    }
    return setting;
  }

  text(key: string): string | null {
    const value = this.get(key)?.value;
    return typeof value === "string" ? value : null;
  }

  choice<T extends string>(key: string, first: T, ...rest: readonly T[]): T {
    const value = this.text(key);
    return rest.find((one) => one === value) ?? first;
  }

  flag(key: string): boolean {
    return this.get(key)?.value === true;
  }

  ms(key: string): number {
    return durationMs(this.text(key) ?? "") ?? 0;
  }

  count(key: string): number {
    return Number(this.get(key)?.value);
  }

  list(key: string): readonly string[] {
    const value = this.get(key)?.value;
    return Array.isArray(value) ? value : [];
  }

  models(): readonly ModelEntry[] {
    const value = this.get("models")?.value;
    return Array.isArray(value) ? value : [];
  }

  /** A URL with its directory placed. */
  url(key: string, cwd: string): string | null {
    const url = this.text(key);
    return url === null ? null : placeUrl(url, this.get(key)?.base ?? cwd, cwd);
  }

  paths(key: string): readonly string[] {
    const base = this.get(key)?.base ?? "";
    return this.list(key).map((path) => resolve(base, path));
  }

  naming(): NamingPatterns {
    const patterns: Record<string, string> = {};
    for (const key of ["ix", "uq", "ck", "fk", "pk"]) {
      const pattern = this.text(`naming.${key}`);
      if (pattern !== null) patterns[key] = pattern;
    }
    return patterns;
  }

  variables(): Readonly<Record<string, string>> {
    const keys = [...this.#settings.keys()].filter((key) => key.startsWith("variables."));
    const pairs = keys.map((key): [string, string] => [key.slice("variables.".length), this.text(key) ?? ""]);
    return Object.fromEntries(pairs);
  }
}

function functionsOf(found: ReadonlyMap<string, unknown>): ConfigFunctions {
  const get = (name: string) => {
    const value = found.get(name);
    return typeof value === "function" ? value : null;
  };
  const include = get("include");
  const onStep = get("onStep");
  const rewrite = get("rewrite");
  return {
    include: include === null ? null : (object) => Boolean(include(object)),
    onStep: onStep === null ? null : (step) => onStep(step),
    rewrite: rewrite === null ? null : (changes) => rewrite(changes),
  };
}

/** What `config show` prints: no password, a table of naming patterns only where there is one. */
function shownSetting({ key, value, source, unset }: Resolved): Setting {
  const type = specByKey.get(key)?.type;
  const secret = type?.kind === "text" && type.url === true && typeof value === "string";
  return { key, value: secret ? withoutPasswords(value) : value, source, unset };
}

/** The config as a value whose parts are read, and where variables are not set complained about, when asked for. */
function configOf(
  base: Pick<Config, "cwd" | "root" | "file" | "env" | "envs" | "functions">,
  settings: readonly Resolved[],
  read: ReadConfig | null,
): Config {
  const values = new Values(new Map(settings.map((setting) => [setting.key, setting])), read);
  return {
    ...base,
    get url() {
      return values.url("url", base.cwd);
    },
    get migrations() {
      return values.paths("migrations");
    },
    get models() {
      return values.models();
    },
    get fileTemplate() {
      return values.text("file_template") ?? "";
    },
    get format() {
      return values.choice<"sql" | "ts">("format", "sql", "ts");
    },
    get transaction() {
      return values.choice<"revision" | "all">("transaction", "revision", "all");
    },
    get lockTimeoutMs() {
      return values.ms("lock_timeout");
    },
    get lockRetries() {
      return values.count("lock_retries");
    },
    get statementTimeoutMs() {
      return values.ms("statement_timeout");
    },
    get runLock() {
      return values.choice<"advisory" | "lease">("run_lock", "advisory", "lease");
    },
    get runLockWaitMs() {
      return values.ms("run_lock_wait");
    },
    get historyTable() {
      return values.text("history_table") ?? "";
    },
    get logTable() {
      return values.text("log_table") ?? "";
    },
    get outOfOrder() {
      return values.choice<"error" | "allow" | "warn">("out_of_order", "error", "allow", "warn");
    },
    get typescript() {
      return values.choice<"allow" | "deny">("typescript", "allow", "deny");
    },
    get role() {
      return values.text("role") ?? "";
    },
    get schemas() {
      return values.list("schemas");
    },
    get ignore() {
      return values.list("ignore");
    },
    get protected() {
      return values.flag("protected");
    },
    get privileges() {
      return values.flag("privileges");
    },
    get owners() {
      return values.flag("owners");
    },
    get modelTimeoutMs() {
      return values.ms("model_timeout");
    },
    get naming() {
      return values.naming();
    },
    get variables() {
      return values.variables();
    },
    get scratchUrl() {
      return values.url("scratch.url", base.cwd);
    },
    get afterWrite() {
      return values.list("hooks.after_write");
    },
    settings: settings.map(shownSetting),
  };
}

/** The chosen environment's name, known or not; an empty variable is as good as none. */
function chosenEnv({ flags, environment }: LoadOptions): string | null {
  const name = flags.env ?? environment["MIGRATE_ENV"] ?? "";
  return name === "" ? null : name;
}

/** A path as a user would write it. */
function shownPath(cwd: string, path: string): string {
  const short = relative(cwd, path);
  return short.startsWith("..") ? path : short;
}

/**
 * Finds, reads and resolves the configuration. Everything that is wrong with it is thrown together; an environment
 * variable that is not set only when the value that needs it is read.
 *
 * ```ts
 * const config = await loadConfig({ cwd: process.cwd(), flags: {}, environment: process.env, kit });
 * config.lockTimeoutMs;   // 5000
 * ```
 * Throws `config/not-found`, `config/two-files`, `config/syntax`, `config/unknown-key`, `config/bad-value`,
 * `config/unknown-env`, `config/two-urls` and what `importUserModule` throws.
 */
export async function loadConfig(options: LoadOptions): Promise<Config> {
  const { cwd, flags, environment } = options;
  const named = flags.config ?? environment["MIGRATE_CONFIG"] ?? "";
  const path = findConfig(cwd, named === "" ? null : named);
  const code = { typescript: typescriptGiven(options), kit: options.kit };
  const read = path === null ? null : await readConfig(path, shownPath(cwd, path), code);
  const file = walkTree(read?.tree ?? {}, environment);
  const env = chosenEnv(options);
  const resolver = new Resolver(options, read, file, env);
  const { problems } = resolver;
  if (read !== null && !file.sound) {
    const { diagnose } = await import("./diagnose.ts");
    problems.push(...diagnose(file.tree, read));
  }
  const envs = [...file.envs.keys()];
  if (env !== null && !file.envs.has(env)) {
    problems.push(problem("config/unknown-env", { name: env, known: envs, nearest: nearest(env, envs) }));
  }
  const settings = settingSpecs.flatMap((spec) =>
    spec.type.kind === "texts" ? resolver.variables() : [resolver.setting(spec)]
  );
  throwAll(problems);
  const root = path === null ? cwd : dirname(path);
  const base = { cwd, root, file: path, env, envs, functions: functionsOf(file.functions) };
  return configOf(base, settings, read);
}

/**
 * The database that the config names. Throws `config/no-database` when nothing does, and `config/variable-not-set`.
 */
export function databaseUrl(config: Config): string {
  const { url } = config;
  if (url === null || url === "") throw problem("config/no-database", { envs: config.envs });
  return url;
}
