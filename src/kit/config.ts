/** `defineConfig`: the configuration in TypeScript, in the words of `migrate.toml`. */

/** Settings that stand at the top or in an `[env.NAME]`. */
export interface Settings {
  readonly url?: string;
  readonly migrations?: readonly string[];
  readonly models?: readonly (
    | string
    | { readonly drizzle: string; readonly casing?: "snake_case" | "camelCase" }
    | { readonly command: readonly string[] }
  )[];
  readonly file_template?: string;
  readonly format?: "sql" | "ts";
  readonly transaction?: "revision" | "all";
  readonly lock_timeout?: string;
  readonly lock_retries?: number;
  readonly statement_timeout?: string;
  readonly run_lock?: "advisory" | "lease";
  readonly run_lock_wait?: string;
  readonly history_table?: string;
  readonly log_table?: string;
  readonly out_of_order?: "error" | "allow" | "warn";
  readonly typescript?: "allow" | "deny";
  readonly role?: string;
  readonly schemas?: readonly string[];
  readonly ignore?: readonly string[];
  readonly protected?: boolean;
  readonly privileges?: boolean;
  readonly owners?: boolean;
  readonly model_timeout?: string;
  readonly naming?: {
    readonly ix?: string;
    readonly uq?: string;
    readonly ck?: string;
    readonly fk?: string;
    readonly pk?: string;
  };
  readonly variables?: Readonly<Record<string, string>>;
  readonly scratch?: { readonly url?: string };
  readonly hooks?: { readonly after_write?: readonly string[] };
}

/** A configuration: settings, environments, and functions that a `.toml` file cannot hold. */
export interface ProjectConfig extends Settings {
  readonly env?: Readonly<Record<string, Settings>>;
  /** Says whether an object belongs to the models; what it refuses is left alone. */
  readonly include?: (object: unknown) => boolean;
  /** Called after each step of a run. */
  readonly onStep?: (step: unknown) => unknown;
  /** Changes the planned changes before they are written. */
  readonly rewrite?: (changes: unknown) => unknown;
}

/**
 * Types a configuration; export it as default from `migrate.config.ts`.
 *
 * ```ts
 * export default defineConfig({
 *   url: "${DATABASE_URL}",
 *   models: ["models/*.ts"],
 *   include: (object) => String(object) !== "spatial_ref_sys",
 * });
 * ```
 */
export function defineConfig<const Config extends ProjectConfig>(config: Config): Config {
  return config;
}
