/** `defineConfig` repeats the settings for editors; here it is held to the table that the program reads. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accepts, functionKeys, settingSpecs } from "../../src/config/settings.ts";
import type { Change } from "../../src/commands/schema/blocks.ts";
import type { StepDone } from "../../src/database/run/types.ts";
import type { PlannedChange, ProjectConfig, RevisionStep, Settings } from "../../src/kit/config.ts";

type Filled<T> = T extends readonly unknown[] | string | number | boolean ? T
  : { readonly [K in keyof T]-?: Filled<NonNullable<T[K]>> };

/** One value of each key: the compiler asks for all that the interface has, and for nothing else. */
const every: Filled<Settings> = {
  url: "pglite:memory",
  migrations: ["migrations"],
  models: ["models/*.ts", { drizzle: "src/schema.ts", casing: "camelCase" }, { command: ["cat", "schema.sql"] }],
  file_template: "{rev}_{slug}",
  format: "ts",
  transaction: "all",
  lock_timeout: "5s",
  lock_retries: 10,
  statement_timeout: "0",
  run_lock: "lease",
  run_lock_wait: "60s",
  history_table: "public.migrate_revisions",
  log_table: "public.migrate_log",
  out_of_order: "warn",
  typescript: "deny",
  role: "owner",
  schemas: ["public"],
  ignore: ["schema:cron"],
  protected: true,
  privileges: true,
  owners: true,
  model_timeout: "30s",
  naming: { ix: "ix", uq: "uq", ck: "ck", fk: "fk", pk: "pk" },
  variables: { name: "value" },
  scratch: { url: "postgres://localhost/postgres" },
  hooks: { after_write: ["deno fmt {file}"] },
};

/** The words of each choice, all of them. */
const choices: { readonly [K in ChoiceKey]: Readonly<Record<NonNullable<Settings[K]>, null>> } = {
  format: { sql: null, ts: null },
  transaction: { revision: null, all: null },
  run_lock: { advisory: null, lease: null },
  out_of_order: { error: null, allow: null, warn: null },
  typescript: { allow: null, deny: null },
};
type ChoiceKey = "format" | "transaction" | "run_lock" | "out_of_order" | "typescript";

const tables = ["naming", "scratch", "hooks"];

function leaves(value: Readonly<Record<string, unknown>>, prefix = ""): [string, unknown][] {
  return Object.entries(value).flatMap(([key, one]) =>
    tables.includes(key) ? leaves(one as Record<string, unknown>, `${key}.`) : [[`${prefix}${key}`, one]]
  );
}

test("defineConfig has the settings that there are, with values that they take", () => {
  const values = new Map(leaves(every));
  assert.deepEqual([...values.keys()].sort(), settingSpecs.map(({ key }) => key).sort());
  const refused = settingSpecs.filter(({ key, type }) => !accepts(type, values.get(key)));
  assert.deepEqual(refused.map(({ key }) => key), []);
});

test("defineConfig has the words of every choice", () => {
  const inTable = settingSpecs.flatMap(({ key, type }) => type.kind === "choice" ? [[key, type.values]] : []);
  assert.deepEqual(inTable, Object.entries(choices).map(([key, words]) => [key, Object.keys(words)]));
});

test("the config's functions are those that defineConfig types, and are given what it says", () => {
  const typed: Readonly<Record<Exclude<keyof ProjectConfig, keyof Settings | "env">, null>> = {
    include: null,
    onStep: null,
    rewrite: null,
  };
  assert.deepEqual(Object.keys(typed), [...functionKeys]);
  // The compiler compares what is given with what is promised.
  const given: [(change: Change) => PlannedChange, (step: StepDone) => RevisionStep] = [(one) => one, (one) => one];
  assert.equal(given.length, 2);
});
