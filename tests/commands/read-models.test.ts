import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { keepSnapshot, rememberModels } from "../../src/commands/schema/cache.ts";
import { type ModelReading, readModels } from "../../src/commands/schema/read-models.ts";
import { type Config, loadConfig } from "../../src/config/mod.ts";
import { withScratch } from "../../src/database/scratch.ts";
import { knownStatements, type LoadedModels, type ModelStatement, sqlStatements } from "../../src/models/mod.ts";
import { diff, readSnapshot, type Snapshot, touchedPart, withPart } from "../../src/schema/mod.ts";
import { emptyDirectory } from "../support/mod.ts";

const choice = {};

/** A reading with the number of statements that it sent. */
async function reading(statements: readonly ModelStatement[], config: Config, key: string | null) {
  const loaded: LoadedModels = { statements, renames: [], roles: [] };
  let sent = 0;
  const settings: ModelReading = {
    config,
    choice,
    key,
    scratch: (work) =>
      withScratch({ url: null, environment: {} }, (scratch) =>
        work({
          ...scratch,
          execute: (texts) => {
            sent += texts.length;
            return scratch.execute(texts);
          },
        })),
    read: ({ session }) => readSnapshot(session, { privileges: true, owners: true, ignore: config.ignore }),
  };
  const { snapshot } = await readModels(loaded, settings);
  return { snapshot, sent };
}

/** A config whose cache holds the reading of models. */
async function configWith(
  statements: readonly ModelStatement[],
  snapshot: Snapshot,
  ignore: readonly string[] = [],
): Promise<Config> {
  const cwd = emptyDirectory();
  writeFileSync(join(cwd, "migrate.toml"), `models = ["schema.sql"]\nignore = ${JSON.stringify(ignore)}\n`);
  const config = await loadConfig({ cwd, flags: {}, environment: {}, kit: () => Promise.resolve({}) });
  keepSnapshot(config, "before", { snapshot, rows: [] });
  rememberModels(config, choice, { key: "before", statements: knownStatements(statements, []) });
  return config;
}

interface Change {
  readonly name: string;
  /** Null where the table has nothing of the sort. */
  readonly change: (text: string, table: string, column: string) => string | null;
}

const changed = (text: string, pattern: RegExp, by: string): string | null =>
  pattern.test(text) ? text.replace(pattern, by) : null;

/** What people do to a table; `text` is all that the models say, of which the table is a part. */
const changes: readonly Change[] = [
  {
    name: "a new column",
    change: (text, table) => changed(text, new RegExp(`(create table ${table} \\()`, "i"), "$1\n  zz_added integer,"),
  },
  { name: "a new index", change: (text, table, column) => `${text}\ncreate index on ${table} (${column});\n` },
  {
    name: "a check and a comment",
    change: (text, table, column) =>
      `${text}\nalter table ${table} add check (${column} is not null);\ncomment on table ${table} is 'it''s new';\n`,
  },
  {
    name: "another type",
    change: (text, table) =>
      changed(text, new RegExp(`(create table ${table} \\([^;]*?\\w )text(?=[,\\n ])`, "i"), "$1varchar(77)"),
  },
  {
    name: "a new table with a sequence of its own",
    change: (text, table) =>
      `${text}\ncreate table zz_more (id serial primary key, of_it text default '${table}');\ncreate index on zz_more (of_it);\n`,
  },
  {
    name: "an index that goes",
    change: (text, table) => changed(text, new RegExp(`create (?:unique )?index [^;]* on ${table}\\b[^;]*;`, "i"), ""),
  },
];

for (const name of ["shop", "clinic", "press"]) {
  const path = fileURLToPath(new URL(`../models/fixtures/${name}/schema.sql`, import.meta.url));
  const text = readFileSync(path, "utf8");
  const statements = sqlStatements(text, "schema.sql");
  const tables = [...text.matchAll(/^create table ((?:\w+\.)?\w+) \(\s*(\w+)/gim)];

  describe(`models of ${name} that changed in one table`, () => {
    let whole: Snapshot;
    before(async () => {
      whole = (await reading(
        statements,
        await loadConfig({
          cwd: emptyDirectory(),
          flags: {},
          environment: {},
          kit: () => Promise.resolve({}),
        }),
        null,
      ))
        .snapshot;
    });

    for (const [number, { name, change }] of changes.entries()) {
      test(`${name}: read as all of them are`, async () => {
        let patched = 0;
        // Not the same tables for every sort of change.
        const applicable = [...tables.slice(number * 4), ...tables].flatMap(([, table = "", column = ""]) => {
          const now = change(text, table, column);
          return now === null ? [] : [{ table, now }];
        });
        for (const { table, now } of applicable.slice(0, 2)) {
          const after = sqlStatements(now, "schema.sql");
          const config = await configWith(statements, whole);
          const all = await reading(after, config, null);
          const some = await reading(after, config, "after");
          assert.deepEqual(byKey(some.snapshot), byKey(all.snapshot), table);
          if (some.sent < all.sent) patched++;
          aPartIsEnough(whole, all.snapshot);
        }
        assert.ok(patched > 0, "no table was read by itself");
      });
    }
  });
}

const others = Array.from({ length: 25 }, (_, i) => `CREATE TABLE other${i} (id bigint PRIMARY KEY, a text);`).join(
  "\n",
);

/** What stands around a table, and the table before and after, each of which one reading once did not see. */
const surroundings: readonly (readonly [
  name: string,
  around: string,
  before: string,
  after: string,
  ...ignored: string[],
])[] = [
  [
    "an index with a comment",
    "COMMENT ON INDEX by_n IS 'mine';",
    "CREATE TABLE users (n integer); CREATE INDEX by_n ON users (n);",
    "CREATE TABLE users (n bigint); CREATE INDEX by_n ON users (n);",
  ],
  [
    "the sequence of a serial column that is altered",
    "ALTER SEQUENCE users_id_seq START 1000;",
    "CREATE TABLE users (id serial);",
    "CREATE TABLE users (id serial, n bigint);",
  ],
  [
    "an index that was there already",
    "",
    "CREATE TABLE users (a text); CREATE INDEX IF NOT EXISTS i ON users (a); CREATE INDEX IF NOT EXISTS i ON other1 (a);",
    "CREATE TABLE users (a text); CREATE INDEX IF NOT EXISTS i ON other1 (a);",
  ],
  [
    "a domain whose constraint has the name that the table's would get",
    "CREATE DOMAIN users_n AS integer CHECK (VALUE > 0);",
    "CREATE TABLE users (n integer CHECK (n > 1));",
    "CREATE TABLE users (n integer CHECK (n > 1), m integer);",
  ],
  [
    "a table of the same name that comes before on a search path",
    `CREATE SCHEMA app; CREATE TABLE users (id bigint PRIMARY KEY);`,
    `SET search_path = app, public; CREATE TABLE app.orders (u bigint REFERENCES users);`,
    `CREATE TABLE app.users (id bigint PRIMARY KEY);
     SET search_path = app, public; CREATE TABLE app.orders (u bigint REFERENCES users);`,
  ],
  [
    "an operator that no name leads to",
    `CREATE TYPE pair AS (a integer);
     CREATE FUNCTION same(pair, pair) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
     CREATE OPERATOR = (LEFTARG = pair, RIGHTARG = pair, FUNCTION = same);`,
    "CREATE TABLE users (a pair, b pair);",
    "CREATE TABLE users (a pair, b pair, CHECK (a = b));",
  ],
  [
    "a name that the server cuts",
    "",
    `CREATE TABLE ${"a".repeat(70)} (id integer, n integer);`,
    `CREATE TABLE ${"a".repeat(70)} (id integer);`,
  ],
  [
    "a check that waits for its function while another one takes the name",
    "",
    `CREATE TABLE users (n integer); ALTER TABLE users ADD CHECK (f(n)); ALTER TABLE users ADD CHECK (n > 0);
     CREATE FUNCTION f(integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';`,
    `CREATE TABLE users (n integer, m text); ALTER TABLE users ADD CHECK (f(n)); ALTER TABLE users ADD CHECK (n > 0);
     CREATE FUNCTION f(integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';`,
  ],
  [
    "a type that is ignored and comes first on a search path",
    "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('a'); CREATE TYPE mood AS ENUM ('b');",
    "SET search_path = app, public; CREATE TABLE public.users (m mood);",
    "SET search_path = app, public; CREATE TABLE public.users (m mood, n integer);",
    "enum:app.mood",
  ],
  [
    "an operator that is ignored",
    `CREATE FUNCTION same(integer, integer) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
     CREATE FUNCTION same(numeric, numeric) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
     CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same);
     CREATE OPERATOR === (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = same);`,
    "CREATE TABLE users (n integer);",
    "CREATE TABLE users (n integer, CHECK (n === 1));",
    "operator:*integer*",
  ],
  [
    "an index that is ignored and has the name that another one would get",
    "CREATE INDEX users_n_idx ON other1 (a);",
    "CREATE TABLE users (n integer);",
    "CREATE TABLE users (n integer); CREATE INDEX ON users (n);",
    "index:public.users_n_idx",
  ],
];

for (const [name, around, before, after, ...ignored] of surroundings) {
  test(`models are read as all of them are beside ${name}`, async () => {
    // What is before sees what is around it, which comes first unless it needs the table.
    const statementsOf = (table: string) => sqlStatements(`${others}\n${around}\n${table}`, "schema.sql");
    const plain = await configWith([], { facts: [], serverVersion: 0, user: "", unmodelled: [], casts: [] }, ignored);
    const config = await configWith(
      statementsOf(before),
      (await reading(statementsOf(before), plain, null)).snapshot,
      ignored,
    );
    const all = await reading(statementsOf(after), config, null);
    const some = await reading(statementsOf(after), config, "after");
    assert.deepEqual(byKey(some.snapshot), byKey(all.snapshot));
  });
}

test("a table is refused that has the name of another table's index", async () => {
  const before = sqlStatements(`${others}\nCREATE INDEX people ON other1 (a);`, "schema.sql");
  const after = sqlStatements(`${others}\nCREATE INDEX people ON other1 (a);\nCREATE TABLE people ();`, "schema.sql");
  const plain = await configWith([], { facts: [], serverVersion: 0, user: "", unmodelled: [], casts: [] });
  const config = await configWith(before, (await reading(before, plain, null)).snapshot);
  await assert.rejects(reading(after, config, "after"), { code: "schema/scratch-refused" });
});

test("a change is refused that a table which is ignored stands in the way of", async () => {
  const other = `${others}\nCREATE TABLE legacy (u bigint REFERENCES users);`;
  const before = sqlStatements(`${other}\nCREATE TABLE users (id bigint PRIMARY KEY);`, "schema.sql");
  const after = sqlStatements(`${other}\nCREATE TABLE users (id bigint);`, "schema.sql");
  const ignore = ["table:public.legacy"];
  const plain = await configWith([], { facts: [], serverVersion: 0, user: "", unmodelled: [], casts: [] }, ignore);
  const { snapshot } = await reading(before, plain, null);
  const config = await configWith(before, snapshot, ignore);
  await assert.rejects(reading(after, config, "after"), { code: "schema/scratch-refused" });
});

function byKey({ facts }: Snapshot): ReadonlyMap<string, unknown> {
  return new Map(facts.map((fact) => [fact.key, fact]));
}

/** The plan on the touched part is the plan on the whole, and what it leads to fits into the rest. */
function aPartIsEnough(have: Snapshot, want: Snapshot): void {
  const part = touchedPart(have, want);
  assert.notEqual(part, null);
  if (part === null) return;
  assert.ok(part.have.facts.length < have.facts.length / 2);
  const texts = (one: Snapshot, other: Snapshot) => diff(one, other).statements.map(({ sql }) => sql).toSorted();
  assert.deepEqual(texts(part.have, part.want), texts(have, want));
  assert.deepEqual(texts(withPart(have, part, part.want), want), []);
}
