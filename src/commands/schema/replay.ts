/** Revisions and models run in a scratch database. */
import { type Location, type Problem, problem } from "../../base/problem.ts";
import { revisionDatabase } from "../../database/run/code.ts";
import type { Scratch } from "../../database/scratch.ts";
import { StatementFailure } from "../../database/session.ts";
import { applyInAnyOrder, type ModelStatement, type Refusal } from "../../models/mod.ts";
import type { Block, Spot, Statement } from "../../sql/statement.ts";
import { diff, emptySnapshot, type Snapshot } from "../../schema/mod.ts";
import { replayable } from "./blocks.ts";
import { refusalPlace } from "./refusal-place.ts";

/** One revision's blocks, in the direction that is wanted. */
export interface ReplayStep {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/** Where a statement stands, for a problem. */
function placeOf({ file, line, column }: Spot): Location {
  return { file, line, column };
}

function refused(error: unknown, statement: { readonly at: Spot | null }, subject: string): unknown {
  if (!(error instanceof StatementFailure)) return error;
  return refusal(error.error, statement.at, subject);
}

function refusal(
  said: { readonly sqlstate: string; readonly message: string; readonly detail: string | null },
  at: Spot | null,
  subject: string,
): Problem {
  return problem(
    "schema/scratch-refused",
    { subject, sqlstate: said.sqlstate, message: said.message, detail: said.detail },
    at === null ? {} : { at: placeOf(at) },
  );
}

/**
 * Runs revisions one after another, as `up` would, but for locks and history. Throws `schema/scratch-refused` with the
 * statement's place when the scratch database cannot run it.
 */
export async function replay(scratch: Scratch, steps: readonly ReplayStep[]): Promise<void> {
  for (const { id, blocks } of steps) {
    for (const block of blocks) {
      if (block.transaction) await replayTransaction(scratch, id, block.statements);
      else for (const statement of block.statements) await replayAlone(scratch, id, statement);
    }
    // What a revision set for its session must not reach the next one's names.
    if (blocks.length > 0) await scratch.session.execute(["RESET ALL", "RESET ROLE"]);
  }
}

/** Whether a block is sent as one message, or code in it wants the connection in between. */
async function replayTransaction(scratch: Scratch, id: string, statements: readonly Statement[]): Promise<void> {
  const sql = statements.flatMap((statement) => statement.kind === "sql" ? [statement] : []);
  if (sql.length === statements.length) {
    try {
      return await scratch.execute(["BEGIN", ...sql.map((one) => one.sql), "COMMIT"]);
    } catch (error) {
      const index = error instanceof StatementFailure ? error.index - 1 : 0;
      throw refused(error, sql[Math.min(Math.max(index, 0), sql.length - 1)] ?? { at: null }, `Revision ${id}`);
    }
  }
  await scratch.session.execute(["BEGIN"]);
  for (const statement of statements) await replayOne(scratch, id, statement);
  await scratch.session.execute(["COMMIT"]);
}

async function replayOne(scratch: Scratch, id: string, statement: Statement): Promise<void> {
  try {
    if (statement.kind === "sql") await scratch.session.execute([statement.sql]);
    else await revisionDatabase(scratch.session, id).run(statement.run);
  } catch (error) {
    throw refused(error, statement, `Revision ${id}`);
  }
}

async function replayAlone(scratch: Scratch, id: string, statement: Statement): Promise<void> {
  if (statement.kind === "run") return await replayOne(scratch, id, statement);
  try {
    await scratch.execute([statement.sql]);
  } catch (error) {
    throw refused(error, statement, `Revision ${id}`);
  }
}

/**
 * Runs the statements of models in an order that works. Throws `schema/scratch-refused` for what no order can run, with
 * its place and, in a table, its column; `textOf` gives the text of a model's file.
 */
export async function applyModels(
  scratch: Scratch,
  statements: readonly ModelStatement[],
  textOf: (file: string) => string | null,
): Promise<void> {
  const left = await applyInAnyOrder(statements, async (texts): Promise<Refusal | null> => {
    try {
      await scratch.execute(["BEGIN", ...texts, "COMMIT"]);
      return null;
    } catch (error) {
      if (!(error instanceof StatementFailure)) throw error;
      await scratch.session.execute(["ROLLBACK"]);
      const { error: { sqlstate, message, detail }, position } = error;
      return { index: Math.min(Math.max(error.index - 1, 0), texts.length - 1), sqlstate, message, detail, position };
    }
  });
  const [first] = left;
  if (first === undefined) return;
  const { subject, at } = refusalPlace(first.statement, first.refusal.position, textOf);
  throw refusal(first.refusal, at, subject);
}

/** Makes the schema of a snapshot in an empty scratch database. */
export async function makeSchema(scratch: Scratch, snapshot: Snapshot): Promise<void> {
  await replay(scratch, [{ id: "", blocks: replayable(diff(emptySnapshot, snapshot).statements) }]);
}
