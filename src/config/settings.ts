/**
 * Every setting there is, as one table: reading, validation, JSON Schema, `config show` and the documentation derive
 * from it.
 */

import { templateFault } from "./file-template.ts";

/** What a setting's value can be. `text` with `url` may hold a password. */
export type Kind =
  | { readonly kind: "text"; readonly url?: true; readonly empty?: true }
  | { readonly kind: "template" }
  | { readonly kind: "flag" }
  | { readonly kind: "count" }
  | { readonly kind: "duration" }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "list" }
  | { readonly kind: "models" }
  | { readonly kind: "texts" };

/** One setting. */
export interface SettingSpec {
  /** As in the file; a dot stands for a table. */
  readonly key: string;
  readonly type: Kind;
  /** As the file would write it; null when there is none. */
  readonly fallback: string | number | boolean | readonly string[] | null;
  readonly doc: string;
}

const text = { kind: "text" } as const;
const optional = { kind: "text", empty: true } as const;
const url = { kind: "text", url: true } as const;
const flag = { kind: "flag" } as const;
const duration = { kind: "duration" } as const;
const list = { kind: "list" } as const;
const choice = (...values: string[]) => ({ kind: "choice", values }) as const;

const pattern = (what: string) => `Pattern for names of ${what}, as in SQLAlchemy; without one PostgreSQL names them`;

function setting(key: string, type: Kind, fallback: SettingSpec["fallback"], doc: string): SettingSpec {
  return { key, type, fallback, doc };
}

/** The settings, in the order of the documentation. */
export const settingSpecs: readonly SettingSpec[] = [
  setting("url", url, null, "The database: postgres://…, pglite:DIR or pglite:memory"),
  setting("migrations", list, ["migrations"], "Directories of revisions, in load order"),
  setting("models", { kind: "models" }, [], "What autogenerate and check compare with"),
  setting("file_template", { kind: "template" }, "{created}_{rev}_{slug}", "Names of new revision files"),
  setting("format", choice("sql", "ts"), "sql", "What migrate revision writes"),
  setting("transaction", choice("revision", "all"), "revision", "One transaction for each block, or for the whole run"),
  setting("lock_timeout", duration, "5s", "How long a statement waits for another session's lock; then it is retried"),
  setting("lock_retries", { kind: "count" }, 10, "How often a revision is tried again after lock_timeout ran out"),
  setting("statement_timeout", duration, "0", "How long a statement may take; 0 is no limit"),
  setting("run_lock", choice("advisory", "lease"), "advisory", "How runs exclude each other; lease is for poolers"),
  setting("run_lock_wait", duration, "60s", "How long a run waits for another run"),
  setting("history_table", text, "public.migrate_revisions", "The table of applied revisions"),
  setting("log_table", text, "public.migrate_log", "The table that records every step"),
  setting("out_of_order", choice("error", "allow", "warn"), "error", "What up does with revisions below applied ones"),
  setting("typescript", choice("allow", "deny"), "allow", "Whether TypeScript revisions, models and config may run"),
  setting("role", optional, "", "SET ROLE after connecting; empty stays who connected"),
  setting("schemas", list, ["public"], "Schemas that belong to the models"),
  setting("ignore", list, [], "Objects to leave alone, as kind:schema.name with * for any text"),
  setting("protected", flag, false, "Whether down, redo, stamp --purge and data loss need --allow-destructive"),
  setting("privileges", flag, false, "Whether privileges are compared"),
  setting("owners", flag, false, "Whether owners are compared"),
  setting("model_timeout", duration, "30s", "How long loading the models may take"),
  setting("variables", { kind: "texts" }, null, "Values for ${name} in revisions that declare the name"),
  setting("naming.ix", text, null, pattern("indexes")),
  setting("naming.uq", text, null, pattern("unique constraints")),
  setting("naming.ck", text, null, pattern("check constraints")),
  setting("naming.fk", text, null, pattern("foreign keys")),
  setting("naming.pk", text, null, pattern("primary keys")),
  setting("scratch.url", url, null, "A server for scratch databases instead of the embedded PostgreSQL"),
  setting("hooks.after_write", list, [], "Commands run on a newly written file; {file} is its path"),
];

/** The settings by key. */
export const specByKey: ReadonlyMap<string, SettingSpec> = new Map(settingSpecs.map((spec) => [spec.key, spec]));

/** Tables of the file that hold settings: `[hooks]`, `[naming]`, `[scratch]`. */
export const tables: ReadonlySet<string> = new Set(
  settingSpecs.filter((spec) => spec.key.includes(".")).map((spec) => spec.key.slice(0, spec.key.indexOf("."))),
);

/** Functions that only `migrate.config.ts` can give, by their names there. */
export const functionKeys = ["include", "onStep", "rewrite"] as const;

/** The environment variable of a setting: `lock_timeout` is MIGRATE_LOCK_TIMEOUT. */
export function variableName(key: string): string {
  return `MIGRATE_${key.toUpperCase().replaceAll(".", "_")}`;
}

/** Durations as the file writes them. */
export const durationPattern = /^(?:0|(?:\d+(?:\.\d+)?(?:ms|s|m|h))+)$/;

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** PostgreSQL keeps timeouts in 32 bits. */
const longestMs = 2 ** 31 - 1;

/**
 * A duration in milliseconds; null when the text is none.
 *
 * ```ts
 * durationMs("1m30s");   // 90000
 * ```
 */
export function durationMs(value: string): number | null {
  if (!durationPattern.test(value)) return null;
  let ms = 0;
  for (const [, amount, unit] of value.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    ms += Number(amount) * (unitMs[unit ?? ""] ?? 0);
  }
  return ms <= longestMs ? Math.round(ms) : null;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

function isModel(value: unknown): boolean {
  if (isText(value)) return true;
  if (!isTable(value)) return false;
  const keys = Object.keys(value).sort().join();
  if (keys === "command") {
    return Array.isArray(value["command"]) && value["command"].length > 0 && value["command"].every(isText);
  }
  const casing = value["casing"];
  return isText(value["drizzle"]) &&
    (keys === "drizzle" || (keys === "casing,drizzle" && (casing === "snake_case" || casing === "camelCase")));
}

const accept: { readonly [K in Kind["kind"]]: (value: unknown, type: Extract<Kind, { kind: K }>) => boolean } = {
  text: (value, type) => typeof value === "string" && (type.empty === true || value !== ""),
  template: (value) => typeof value === "string" && templateFault(value) === null,
  flag: (value) => typeof value === "boolean",
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  duration: (value) => typeof value === "string" && durationMs(value) !== null,
  choice: (value, type) => typeof value === "string" && type.values.includes(value),
  list: (value) => Array.isArray(value) && value.every(isText),
  models: (value) => Array.isArray(value) && value.every(isModel),
  texts: (value) =>
    isTable(value) &&
    Object.entries(value).every(([name, one]) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && typeof one === "string"),
};

/**
 * Whether a value can be a setting's. It says the same as the zod schema (a test compares them), but needs nothing
 * loaded; what exactly is wrong is found out by the schema afterwards.
 */
export function accepts<K extends Kind["kind"]>(type: Extract<Kind, { kind: K }>, value: unknown): boolean {
  const check: (value: unknown, type: Extract<Kind, { kind: K }>) => boolean = accept[type.kind as K];
  return check(value, type);
}

/** What a value of a kind looks like, for problems. */
export function expected(type: Kind): string {
  switch (type.kind) {
    case "text":
      return type.empty === true ? "a text" : "a text that is not empty";
    case "template":
      return "a file name with {rev}, {slug}, {created} or {epoch}, no path, not beginning with . or _";
    case "flag":
      return "true or false";
    case "count":
      return "a whole number, 0 or more";
    case "duration":
      return 'a duration such as "500ms", "5s", "1m30s" or "0", as a text';
    case "choice":
      return type.values.map((value) => `"${value}"`).join(" or ");
    case "list":
      return "a list of texts";
    case "models":
      return 'a list of paths, { drizzle = "file", casing = "snake_case" } or { command = ["word", …] }';
    case "texts":
      return "a table of names and texts";
  }
}
