/** A database for a test of models, with the ways in which such tests ask it. */
import postgres from "postgres";
import { assemble, type Models } from "../../src/models/assemble.ts";
import { applyInAnyOrder, type ModelStatement, type RunStatements, type Unapplied } from "../../src/models/mod.ts";
import type { NamePatterns } from "../../src/models/naming.ts";
import { collectZod } from "../../src/models/zod/collect.ts";
import { definedTables } from "../../src/models/zod/table.ts";
import { freshDatabase, server, type Version } from "../support/mod.ts";

/** An empty database with a connection. */
export interface Scratch extends AsyncDisposable {
  readonly url: string;
  readonly ask: <Row>(text: string) => Promise<Row[]>;
  readonly run: RunStatements;
}

/** Opens a new database on a real server. */
export async function scratch(version: Version = 18): Promise<Scratch> {
  const database = await freshDatabase(await server({ version }));
  const connection = postgres(database.url, { max: 1, fetch_types: false, prepare: false, onnotice: () => {} });
  return {
    url: database.url,
    ask: async <Row>(text: string) => [...await connection.unsafe<Row[] & object[]>(text)],
    run: async (statements) => {
      // Statement by statement inside a transaction, to know which one was refused.
      await connection.unsafe("begin");
      for (const [index, statement] of statements.entries()) {
        try {
          await connection.unsafe(statement);
        } catch (error) {
          await connection.unsafe("rollback");
          if (!(error instanceof postgres.PostgresError)) throw error;
          return { index, sqlstate: error.code, message: error.message, detail: error.detail ?? null, position: null };
        }
      }
      await connection.unsafe("commit");
      return null;
    },
    async [Symbol.asyncDispose]() {
      await connection.end();
      await database.drop();
    },
  };
}

/** The statements of exported models, as the loading process makes them. */
export function ddlOf(exported: object, naming: NamePatterns = {}): readonly ModelStatement[] {
  const models: Models = collectZod([exported], definedTables().length);
  return assemble(models, naming);
}

/** Applies statements and fails with what is left. */
export async function apply(scratch: Scratch, statements: readonly ModelStatement[]): Promise<void> {
  const left: readonly Unapplied[] = await applyInAnyOrder(statements, scratch.run);
  const [first] = left;
  if (first !== undefined) throw new Error(`${first.refusal.message}\n${first.statement.sql}`);
}
