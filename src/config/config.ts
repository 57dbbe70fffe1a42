/** What a configuration is once it has been read: plain values, and where each came from. */

/** Where a value came from, in the order of precedence. */
export type Source =
  | { readonly kind: "flag"; readonly name: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "environment"; readonly env: string; readonly file: string }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "default" };

/** One model source: a path or glob (zod tables, Drizzle or SQL), a Drizzle schema, or a command that prints DDL. */
export type ModelEntry =
  | string
  | { readonly drizzle: string; readonly casing?: "snake_case" | "camelCase" }
  | { readonly command: readonly string[] };

/** Patterns for names of indexes and constraints, as in SQLAlchemy. An absent one leaves PostgreSQL's own name. */
export interface NamingPatterns {
  readonly ix?: string;
  readonly uq?: string;
  readonly ck?: string;
  readonly fk?: string;
  readonly pk?: string;
}

/** The functions that only `migrate.config.ts` can give. Their arguments are the callers' values. */
export interface ConfigFunctions {
  readonly include: ((object: unknown) => boolean) | null;
  readonly onStep: ((step: unknown) => unknown) | null;
  readonly rewrite: ((changes: unknown) => unknown) | null;
}

/** One resolved setting, for `config show`. `value` is as the file would write it. */
export interface Setting {
  /** As written in the file: `lock_timeout`, `hooks.after_write`, `variables.schema`. */
  readonly key: string;
  readonly value: unknown;
  readonly source: Source;
  /** Names of variables that the value needs and that are not set; reading the value throws. */
  readonly unset: readonly string[];
}

/**
 * The resolved configuration. Paths are absolute. A value that needs an environment variable which is not set
 * throws `config/variable-not-set` when it is read, and only then.
 */
export interface Config {
  /** The working directory of the run; messages show paths relative to it. */
  readonly cwd: string;
  /** Directory of the config file, which relative paths in it start from; the working directory without a file. */
  readonly root: string;
  /** Path of the config file; null when there is none. */
  readonly file: string | null;
  /** Name of the chosen `[env.NAME]`; null when none was chosen. */
  readonly env: string | null;
  /** Names of all `[env.NAME]` sections, in the order of the file. */
  readonly envs: readonly string[];
  /** The database that was named, null when nothing names one; use `databaseUrl` to demand one. */
  readonly url: string | null;
  readonly migrations: readonly string[];
  readonly models: readonly ModelEntry[];
  readonly fileTemplate: string;
  readonly format: "sql" | "ts";
  readonly transaction: "revision" | "all";
  readonly lockTimeoutMs: number;
  readonly lockRetries: number;
  readonly statementTimeoutMs: number;
  readonly runLock: "advisory" | "lease";
  readonly runLockWaitMs: number;
  readonly historyTable: string;
  readonly logTable: string;
  readonly outOfOrder: "error" | "allow" | "warn";
  readonly typescript: "allow" | "deny";
  /** Empty: stay who connected. */
  readonly role: string;
  readonly schemas: readonly string[];
  readonly ignore: readonly string[];
  readonly protected: boolean;
  readonly privileges: boolean;
  readonly owners: boolean;
  readonly modelTimeoutMs: number;
  readonly naming: NamingPatterns;
  /** Values for `${name}` in revisions whose header declares the name; `-x name=value` wins. */
  readonly variables: Readonly<Record<string, string>>;
  /** A server on which scratch databases are made; null means the embedded PostgreSQL. */
  readonly scratchUrl: string | null;
  /** Commands run on a newly written file; `{file}` stands for its path. */
  readonly afterWrite: readonly string[];
  readonly functions: ConfigFunctions;
  /** Every setting with its source, in the order of the documentation. */
  readonly settings: readonly Setting[];
}

/** What the command line gives: each option by its config key, as text, as the user typed it. */
export interface ConfigFlags {
  readonly config?: string;
  readonly env?: string;
  readonly url?: string;
  readonly urlFile?: string;
  /** `-x name=value`: variables of revisions. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Any other setting, by its key in the file: `{ lock_timeout: "2s" }`. */
  readonly settings?: Readonly<Record<string, string | boolean | readonly string[]>>;
}
