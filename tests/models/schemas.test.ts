import assert from "node:assert/strict";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { loaderCommand } from "../../src/commands/load-models.ts";
import { modelDdl, type ModelEntry } from "../../src/models/mod.ts";
import type { NamePatterns } from "../../src/models/naming.ts";
import { diff, readSnapshot, type Snapshot } from "../../src/schema/mod.ts";
import { schemaDump } from "../support/mod.ts";
import { apply, scratch } from "./scratch.ts";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

/** The names that Drizzle's own tools give, as patterns for zod tables. */
const drizzleNames: NamePatterns = {
  ix: "{table}_{columns}_index",
  uq: "{table}_{columns}_unique",
  fk: "{table}_{columns}_{referred_table}_{referred_columns}_fk",
};

/** A directory with the same database three times, and what its zod and Drizzle models need to agree on names. */
interface Schema {
  readonly name: string;
  readonly tables: number;
  readonly naming: NamePatterns;
  readonly drizzle: (file: string) => ModelEntry;
}

const schemas: readonly Schema[] = [
  { name: "shop", tables: 32, naming: {}, drizzle: (file) => file },
  { name: "clinic", tables: 33, naming: drizzleNames, drizzle: (file) => file },
  {
    name: "press",
    tables: 31,
    naming: drizzleNames,
    drizzle: (file) => ({ drizzle: file, casing: "snake_case" }),
  },
];

interface Read {
  readonly dump: string;
  readonly snapshot: Snapshot;
  readonly tables: number;
}

/** One source's database, as pg_dump and as the program's own reader see it. */
async function read(entry: ModelEntry, naming: NamePatterns): Promise<Read> {
  const { statements } = await modelDdl([entry], {
    root: fixtures,
    cwd: fixtures,
    typescript: "allow",
    timeoutMs: 60_000,
    naming,
    environment: process.env,
    loader: loaderCommand(),
  });
  await using database = await scratch();
  await apply(database, statements);
  const [count] = await database.ask<{ n: number }>(
    "select count(*)::int as n from pg_tables where schemaname !~ '^(pg_|information_schema)'",
  );
  return {
    dump: schemaDump(database.url),
    snapshot: await readSnapshot({ query: (text) => database.ask(text) }),
    tables: count?.n ?? 0,
  };
}

for (const { name, tables, naming, drizzle } of schemas) {
  test(`the ${name} in zod, in Drizzle and in SQL is one database`, async () => {
    // A composite key's name comes from Drizzle in two of the three; zod's pattern names only those.
    const zod = await read(`${name}/zod.ts`, naming);
    const orm = await read(drizzle(`${name}/drizzle.ts`), {});
    const sql = await read(`${name}/schema.sql`, {});
    assert.equal(sql.tables, tables);
    for (const other of [zod, orm]) {
      assert.deepEqual(linesOf(other.dump), linesOf(sql.dump));
      assert.deepEqual(diff(sql.snapshot, other.snapshot).statements, []);
    }
  });
}

/** Without what pg_dump makes up for each dump. */
function linesOf(dump: string): readonly string[] {
  return dump.split("\n").filter((line) => !/^\\(un)?restrict/.test(line) && line !== "");
}
