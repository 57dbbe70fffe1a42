import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Problem } from "../../src/base/problem.ts";
import type { Config, ConfigFlags } from "../../src/config/config.ts";
import { databaseUrl, loadConfig } from "../../src/config/load.ts";
import { withFiles } from "../files/directory.ts";

interface World {
  readonly flags?: ConfigFlags;
  readonly environment?: Readonly<Record<string, string>>;
  /** Below the directory of the files. */
  readonly cwd?: string;
}

const kit = () => import("../../src/kit/mod.ts");

function load(root: string, { flags = {}, environment = {}, cwd = "" }: World): Promise<Config> {
  return loadConfig({ cwd: join(root, cwd), flags, environment, kit });
}

function withConfig<T>(toml: string, world: World, look: (config: Config, root: string) => T): Promise<T> {
  return withFiles({ "migrate.toml": toml, "sub/dir/x": "" }, async (root) => look(await load(root, world), root));
}

async function problemsOf(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error, ...error.others].map(({ code, data, at }) => [code, data, at?.file, at?.line, at?.column]);
  }
  return [];
}

const toml = (text: string, world: World = {}) => problemsOf(withConfig(text, world, () => null));
const source = (config: Config, key: string) => config.settings.find((one) => one.key === key)?.source;

test("defaults, without any file", async () => {
  await withFiles({}, async (root) => {
    const config = await load(root, {});
    assert.equal(config.file, null);
    assert.equal(config.root, root);
    assert.equal(config.url, null);
    assert.deepEqual(config.migrations, [join(root, "migrations")]);
    assert.equal(config.lockTimeoutMs, 5000);
    assert.equal(config.statementTimeoutMs, 0);
    assert.equal(config.runLockWaitMs, 60_000);
    assert.equal(config.lockRetries, 10);
    assert.equal(config.historyTable, "public.migrate_revisions");
    assert.deepEqual([config.format, config.transaction, config.runLock], ["sql", "revision", "advisory"]);
    assert.deepEqual([config.outOfOrder, config.typescript, config.protected], ["error", "allow", false]);
    assert.ok(config.settings.every((one) => one.source.kind === "default"));
    assert.throws(
      () => databaseUrl(config),
      (error: unknown) => error instanceof Problem && error.code === "config/no-database",
    );
  });
});

test("every setting of the documentation is read", async () => {
  await withConfig(
    `
url = "postgres://localhost/a"
migrations = ["a b", "/abs"]
models = ["models/*.ts", { drizzle = "src/schema.ts", casing = "snake_case" }, { command = ["npx", "x"] }]
file_template = "{rev}"
format = "ts"
transaction = "all"
lock_timeout = "1m30s"
lock_retries = 0
statement_timeout = "1.5h"
run_lock = "lease"
run_lock_wait = "250ms"
history_table = "a.b"
log_table = "a.c"
out_of_order = "warn"
typescript = "deny"
role = "owner"
schemas = ["a", "b"]
ignore = ["table:public.spatial_ref_sys"]
protected = true
privileges = true
owners = true
model_timeout = "10s"
[variables]
schema = "app"
[naming]
ix = "ix_{table}"
pk = "pk_{table}"
[scratch]
url = "postgres://scratch/"
[hooks]
after_write = ["deno fmt {file}"]
[env.test]
url = "pglite:memory"
`,
    {},
    (config, root) => {
      assert.equal(config.url, "postgres://localhost/a");
      assert.deepEqual(config.migrations, [join(root, "a b"), "/abs"]);
      assert.deepEqual(config.models, [
        "models/*.ts",
        { drizzle: "src/schema.ts", casing: "snake_case" },
        { command: ["npx", "x"] },
      ]);
      assert.deepEqual([config.fileTemplate, config.format, config.transaction], ["{rev}", "ts", "all"]);
      assert.deepEqual([config.lockTimeoutMs, config.lockRetries, config.statementTimeoutMs], [90_000, 0, 5_400_000]);
      assert.deepEqual([config.runLock, config.runLockWaitMs], ["lease", 250]);
      assert.deepEqual([config.historyTable, config.logTable, config.outOfOrder], ["a.b", "a.c", "warn"]);
      assert.deepEqual([config.typescript, config.role, config.modelTimeoutMs], ["deny", "owner", 10_000]);
      assert.deepEqual([config.schemas, config.ignore], [["a", "b"], ["table:public.spatial_ref_sys"]]);
      assert.deepEqual([config.protected, config.privileges, config.owners], [true, true, true]);
      assert.deepEqual(config.variables, { schema: "app" });
      assert.deepEqual(config.naming, { ix: "ix_{table}", pk: "pk_{table}" });
      assert.equal(config.scratchUrl, "postgres://scratch/");
      assert.deepEqual(config.afterWrite, ["deno fmt {file}"]);
      assert.deepEqual(config.envs, ["test"]);
    },
  );
});

test("flag, variable, environment, top level, default: the first that is there holds", async () => {
  const text = `lock_timeout = "1s"\nlock_retries = 1\n[env.ci]\nlock_timeout = "2s"\nmigrations = ["ci"]\n`;
  const look = (world: World) =>
    withConfig(text, world, (config) => [config.lockTimeoutMs, source(config, "lock_timeout")?.kind] as const);
  assert.deepEqual(await look({}), [1000, "file"]);
  assert.deepEqual(await look({ flags: { env: "ci" } }), [2000, "environment"]);
  assert.deepEqual(await look({ environment: { MIGRATE_ENV: "ci" } }), [2000, "environment"]);
  const environment = { MIGRATE_ENV: "ci", MIGRATE_LOCK_TIMEOUT: "3s" };
  assert.deepEqual(await look({ environment }), [3000, "variable"]);
  assert.deepEqual(await look({ environment, flags: { settings: { lock_timeout: "4s" } } }), [4000, "flag"]);
  assert.deepEqual(await look({ environment: { MIGRATE_LOCK_TIMEOUT: "" } }), [1000, "file"]);
  await withConfig(text, { flags: { env: "ci" } }, (config, root) => {
    assert.deepEqual(config.migrations, [join(root, "ci")]);
    assert.equal(config.lockRetries, 1);
    assert.equal(config.env, "ci");
  });
});

test("the database: flag, file of a secret, MIGRATE_URL, environment, top level, DATABASE_URL, PG*", async () => {
  const files = {
    "migrate.toml": `url = "top:"\n[env.e]\nurl = "env:"\n`,
    "empty/migrate.toml": "",
    "secret": "secret:\n",
  };
  await withFiles(files, async (root) => {
    const look = async (world: World) => {
      const config = await load(root, world);
      return [config.url, source(config, "url")];
    };
    const environment = { MIGRATE_URL: "variable:", DATABASE_URL: "database:", PGHOST: "h" };
    assert.deepEqual(await look({ flags: { url: "flag:", env: "e" }, environment }), ["flag:", {
      kind: "flag",
      name: "--url",
    }]);
    assert.deepEqual((await look({ flags: { urlFile: "secret" }, environment }))[0], "secret:");
    assert.deepEqual((await look({ flags: { env: "e" }, environment }))[0], "variable:");
    const { MIGRATE_URL: _, ...less } = environment;
    assert.deepEqual((await look({ flags: { env: "e" }, environment: less }))[0], "env:");
    assert.deepEqual((await look({ environment: less }))[0], "top:");
    assert.deepEqual((await look({ cwd: "empty", environment: less }))[0], "database:");
    assert.deepEqual(await look({ cwd: "empty", environment: { PGHOST: "h" } }), [
      "postgres://",
      { kind: "variable", name: "PGHOST" },
    ]);
    assert.deepEqual((await look({ cwd: "empty" }))[0], null);
    assert.deepEqual(await problemsOf(load(root, { flags: { url: "a:", urlFile: "secret" } })), [
      ["config/two-urls", {}, undefined, undefined, undefined],
    ]);
    assert.equal((await problemsOf(load(root, { flags: { urlFile: "nope" } })))[0]?.[0], "config/unreadable");
  });
});

test("paths start from the file that names them, wherever the command runs", async () => {
  await withConfig(`url = "pglite:.migrate/dev"\nmigrations = ["db"]\n`, { cwd: "sub/dir" }, (config, root) => {
    assert.equal(config.root, root);
    assert.equal(config.url, "pglite:../../.migrate/dev");
    assert.deepEqual(config.migrations, [join(root, "db")]);
  });
  await withConfig(
    "",
    { cwd: "sub/dir", flags: { settings: { migrations: "x,y" }, url: "pglite:z" } },
    (config, root) => {
      assert.deepEqual(config.migrations, [join(root, "sub/dir/x"), join(root, "sub/dir/y")]);
      assert.equal(config.url, "pglite:z");
    },
  );
});

test("variables of the process: set, with a text for when not, and unset only when needed", async () => {
  const text = `url = "\${A}:\${B:-b}"\nrole = "\${ROLE:-}"\nlock_timeout = "\${T}"\n[env.p]\nurl = "\${NOT_SET}x"\n`;
  await withConfig(text, { environment: { A: "a", B: "", T: "7s" } }, (config) => {
    assert.equal(config.url, "a:b");
    assert.equal(config.role, "");
    assert.equal(config.lockTimeoutMs, 7000);
  });
  await withConfig(text, { environment: { A: "a" }, flags: { env: "p" } }, (config) => {
    assert.equal(config.historyTable, "public.migrate_revisions");
    assert.deepEqual(config.settings.find((one) => one.key === "url")?.unset, ["NOT_SET"]);
    const fails = (read: () => unknown, key: string, names: string[], line: number) =>
      assert.throws(read, (error: unknown) => {
        assert.ok(error instanceof Problem);
        assert.deepEqual([error.code, error.data, error.at], [
          "config/variable-not-set",
          { key, names },
          { file: "migrate.toml", line, column: 1 },
        ]);
        return true;
      });
    fails(() => databaseUrl(config), "env.p.url", ["NOT_SET"], 5);
    fails(() => config.lockTimeoutMs, "lock_timeout", ["T"], 3);
  });
  assert.equal((await toml(text, { environment: { A: "a", T: "soon" } }))[0]?.[0], "config/bad-value");
});

test("variables of revisions are merged name by name", async () => {
  const text = `[variables]\na = "top"\nb = "top"\nc = "top"\n[env.e.variables]\nb = "env"\nc = "env"\n`;
  await withConfig(text, { flags: { env: "e", variables: { c: "flag", d: "flag" } } }, (config) => {
    assert.deepEqual(config.variables, { a: "top", b: "env", c: "flag", d: "flag" });
    assert.equal(source(config, "variables.b")?.kind, "environment");
  });
});

test("everything that is wrong is said together, with its place and the right word", async () => {
  const text = `url = 5
lock_timout = "5s"
format = "xml"   # [env.not]
ignore = [
  "]",
  "a"
]
[hooks]
after_writ = []
[env."pro.duction"]
  protcted = true
  lock_timeout = 5
[[env.list]]
x = 1
`;
  assert.deepEqual(
    await toml(text, { flags: { env: "prod" }, environment: { MIGRATE_LOCK_RETRIES: "many" } }),
    [
      ["config/bad-value", { key: "url", found: null, expected: "a text that is not empty" }, "migrate.toml", 1, 1],
      ["config/unknown-key", { key: "lock_timout", nearest: "lock_timeout" }, "migrate.toml", 2, 1],
      ["config/bad-value", { key: "format", found: '"xml"', expected: '"sql" or "ts"' }, "migrate.toml", 3, 1],
      ["config/unknown-key", { key: "hooks.after_writ", nearest: "after_write" }, "migrate.toml", 9, 1],
      ["config/unknown-key", { key: "env.pro.duction.protcted", nearest: "protected" }, "migrate.toml", 11, 3],
      [
        "config/bad-value",
        {
          key: "env.pro.duction.lock_timeout",
          found: "5",
          expected: 'a duration such as "500ms", "5s", "1m30s" or "0", as a text',
        },
        "migrate.toml",
        12,
        3,
      ],
      ["config/bad-value", { key: "env.list", found: '[{"x":1}]', expected: "a table" }, "migrate.toml", 13, 1],
      ["config/unknown-env", { name: "prod", known: ["pro.duction"], nearest: null }, undefined, undefined, undefined],
      [
        "config/bad-value",
        { key: "MIGRATE_LOCK_RETRIES", found: '"many"', expected: "a whole number, 0 or more" },
        undefined,
        undefined,
        undefined,
      ],
    ].sort((a, b) => Number(a[2] === undefined) - Number(b[2] === undefined)),
  );
});

test("a file that is not TOML, is not there, or is there twice", async () => {
  const [syntax] = await toml("a = 1\nb = \n");
  assert.deepEqual([syntax?.[0], syntax?.[2], syntax?.[3]], ["config/syntax", "migrate.toml", 2]);
  await withFiles({ "migrate.toml": "", "migrate.config.ts": "", "other/x.toml": "format = 'ts'" }, async (root) => {
    assert.equal((await problemsOf(load(root, {})))[0]?.[0], "config/two-files");
    assert.equal((await problemsOf(load(root, { flags: { config: "no.toml" } })))[0]?.[0], "config/not-found");
    const named = await load(root, { flags: { config: "other/x.toml" } });
    assert.deepEqual([named.format, named.root], ["ts", join(root, "other")]);
    assert.equal((await load(root, { environment: { MIGRATE_CONFIG: "other/x.toml" } })).format, "ts");
  });
});

test("CRLF and a byte order mark", async () => {
  await withConfig(`\ufefflock_timeout = "1s"\r\n[env.a]\r\nformat = "ts"\r\n`, { flags: { env: "a" } }, (config) => {
    assert.deepEqual([config.lockTimeoutMs, config.format], [1000, "ts"]);
  });
  assert.deepEqual((await toml(`\ufeff# x\r\nnope = 1\r\n`))[0]?.slice(3), [2, 1]);
});

test("a config in TypeScript, with its functions", async () => {
  const text = `import { sql } from "migrate:kit";
export default {
  lock_timeout: "2s",
  env: { test: { url: "pglite:memory" } },
  include: (object: { name: string }) => object.name !== "hidden" && typeof sql === "function",
  onStep: (step: unknown) => [step],
};
`;
  await withFiles({ "migrate.config.ts": text }, async (root) => {
    const config = await load(root, { flags: { env: "test" } });
    assert.deepEqual([config.lockTimeoutMs, config.url], [2000, "pglite:memory"]);
    assert.equal(config.functions.include?.({ name: "hidden" }), false);
    assert.equal(config.functions.include?.({ name: "a" }), true);
    assert.deepEqual(config.functions.onStep?.(1), [1]);
    assert.equal(config.functions.rewrite, null);
    const denied = await problemsOf(load(root, { environment: { MIGRATE_TYPESCRIPT: "deny" } }));
    assert.deepEqual(denied.map((one) => one[0]), ["module/denied"]);
  });
  const bad = `export default {\n  format: "xml",\n  env: { a: {\n    "lock_timout": "1s" } },\n  inclde() {},\n};\n`;
  await withFiles({ "migrate.config.ts": bad }, async (root) => {
    assert.deepEqual(
      (await problemsOf(load(root, {}))).map(([code, data, , line, column]) => [code, data, line, column]),
      [
        ["config/unknown-key", { key: "inclde", nearest: "include" }, undefined, undefined],
        ["config/bad-value", { key: "format", found: '"xml"', expected: '"sql" or "ts"' }, 2, 3],
        ["config/unknown-key", { key: "env.a.lock_timout", nearest: "lock_timeout" }, 4, 5],
      ],
    );
  });
  await withFiles({ "migrate.config.ts": "export const a = 1;" }, async (root) => {
    assert.equal((await problemsOf(load(root, {})))[0]?.[0], "config/no-default-export");
  });
});

test("passwords are not in the settings that are shown", async () => {
  const text =
    `url = "postgres://me:s3cret@h/db?sslpassword=s3cret&x=1"\n[scratch]\nurl = "host=h password='s3 cret' user=u"\n`;
  await withConfig(text, {}, (config) => {
    assert.ok(!JSON.stringify(config.settings).includes("cret'"));
    assert.ok(!JSON.stringify(config.settings).includes("s3cret"));
    assert.equal(config.url, "postgres://me:s3cret@h/db?sslpassword=s3cret&x=1");
  });
});
