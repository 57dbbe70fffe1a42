import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import * as operations from "../../src/kit/operations.ts";
import type { RevisionDatabase } from "../../src/sql/statement.ts";
import { freshDatabase, server, type Version } from "../support/mod.ts";
import { cases } from "./operations.ts";

const golden = fileURLToPath(new URL("operations.golden.sql", import.meta.url));

function written(): string {
  return cases.map(({ operation }) => {
    const head = `-- ${operation.name}: ${operation.description}${operation.transaction ? "" : " [no transaction]"}\n`;
    return head + ("sql" in operation ? operation.sql.map((statement) => `${statement};\n`).join("") : "");
  }).join("\n");
}

test("every operation renders the SQL that the golden file shows", () => {
  if (process.env["UPDATE_GOLDEN"] !== undefined) writeFileSync(golden, written());
  assert.equal(written(), readFileSync(golden, "utf8"));
});

test("every exported operation has a case", () => {
  const covered = new Set(cases.map(({ operation }) => operation.name));
  const exported = Object.keys(operations).filter((name) => name !== "json");
  assert.deepEqual(exported.filter((name) => !covered.has(name)), []);
});

test("operations are frozen values with a one-line description", () => {
  for (const { operation } of cases) {
    assert.ok(Object.isFrozen(operation), operation.name);
    assert.equal(operation.type, "migrate.operation");
    assert.match(operation.description, /^\S.*$/);
    if ("sql" in operation) assert.ok(Object.isFrozen(operation.sql));
  }
});

const tested: readonly Version[] = [14, 18];
for (const version of tested) {
  test(`every operation runs on PostgreSQL ${version}`, async () => {
    await using database = await freshDatabase(await server({ version }));
    const connection = postgres(database.url, { max: 1, fetch_types: false, prepare: false, onnotice: () => {} });
    const db: RevisionDatabase = Object.assign(
      async <Row>(
        text: TemplateStringsArray,
        ...values: readonly unknown[]
      ) => [...await connection.unsafe<Row[] & object[]>(text.join("$1"), values.map(String))],
      { unsafe: async <Row>(text: string) => [...await connection.unsafe<Row[] & object[]>(text)] },
    );
    try {
      for (const { operation, since = 14 } of cases) {
        if (version < since) continue;
        if ("run" in operation) await operation.run(db);
        else {
          if (!operation.transaction) await refusedInTransaction(connection, operation.sql);
          for (const statement of operation.sql) {
            await connection.unsafe(statement).catch((error: Error) => {
              throw new Error(`${operation.description}: ${error.message}\n${statement}`);
            });
          }
        }
      }
    } finally {
      await connection.end();
    }
  });
}

/** `transaction: false` is claimed only for what PostgreSQL really refuses. */
async function refusedInTransaction(connection: postgres.Sql, statements: readonly string[]): Promise<void> {
  await assert.rejects(
    connection.begin(async (sql) => {
      for (const statement of statements) await sql.unsafe(statement);
    }),
    { code: "25001" },
  );
}
