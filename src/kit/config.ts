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

/** What `include` is asked about. */
export interface SchemaObject {
  /** `table`, `column`, `index`, `view`, `function`, … as in `ignore`. */
  readonly kind: string;
  /** From the outside in: schema, table, column. */
  readonly name: readonly string[];
}

/** A statement that autogenerate is about to write. */
export interface PlannedChange {
  readonly sql: string;
  /** One line that says what it does. */
  readonly description: string;
  /** Stands above it in the file; null: nothing. */
  readonly comment: string | null;
  /** `own` has a block of its own, `none` runs outside of any transaction. */
  readonly transaction: "any" | "own" | "none";
  /** Key of the object that it is about. */
  readonly subject: string;
  /** The strongest lock on a table that existed before; null when it takes none. */
  readonly lockLevel: string | null;
  readonly rewrites: boolean;
  readonly scans: boolean;
  readonly losesData: boolean;
}

/** A statement that `rewrite` returns: a planned one, or one that needs no more than its SQL. */
export type RewrittenChange = Partial<PlannedChange> & { readonly sql: string };

/** A revision that was just applied or taken back. */
export interface RevisionStep {
  readonly direction: "up" | "down";
  readonly id: string;
  readonly message: string;
  /** As a user would write it; null when the revision is in no file. */
  readonly file: string | null;
  /** The tips after it. */
  readonly tips: readonly string[];
  readonly durationMs: number;
}

/** A configuration: settings, environments, and functions that a `.toml` file cannot hold. */
export interface ProjectConfig extends Settings {
  readonly env?: Readonly<Record<string, Settings>>;
  /** Says whether an object is compared; what it refuses is left alone, with all that belongs to it. */
  readonly include?: (object: SchemaObject) => boolean;
  /** Called after each step of a run; may be async. */
  readonly onStep?: (step: RevisionStep) => unknown;
  /** Changes what was planned before it is proven and written; returning nothing changes nothing; may be async. */
  readonly rewrite?: (
    changes: { readonly up: readonly PlannedChange[]; readonly down: readonly PlannedChange[] },
  ) => Rewritten | undefined | void | Promise<Rewritten | undefined | void>;
}

/** Both directions, as `rewrite` returns them. */
export interface Rewritten {
  readonly up: readonly RewrittenChange[];
  readonly down: readonly RewrittenChange[];
}

/**
 * Types a configuration; export it as default from `migrate.config.ts`.
 *
 * ```ts
 * export default defineConfig({
 *   url: "${DATABASE_URL}",
 *   models: ["models/*.ts"],
 *   include: ({ kind, name }) => kind !== "table" || name.at(-1) !== "spatial_ref_sys",
 * });
 * ```
 */
export function defineConfig<const Config extends ProjectConfig>(config: Config): Config {
  return config;
}
