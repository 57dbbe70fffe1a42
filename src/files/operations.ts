/** The body of a TypeScript revision: operations, made into blocks of statements. */
import { moduleProblem } from "../base/user-module.ts";
import { Problem, problem, throwAll } from "../base/problem.ts";
import { Positions } from "../sql/locate.ts";
import { splitStatements } from "../sql/split.ts";
import type { Block, Operation, Spot, Statement } from "../sql/statement.ts";
import { type Blocks, statementProblem } from "./blocks.ts";

type Direction = "up" | "down";

/** What `up` and `down` are given when they are functions. */
export interface OperationContext {
  /** `-x name=value`. */
  readonly args: Readonly<Record<string, string>>;
  /** Name of the chosen environment. */
  readonly env: string | null;
}

/** Where the operations come from, and what may be replaced in their SQL. */
export interface OperationSource {
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly replace: (sql: string) => string;
}

function isOperation(value: unknown): value is Operation {
  if (typeof value !== "object" || value === null || !("type" in value) || value.type !== "migrate.operation") {
    return false;
  }
  return ("sql" in value && Array.isArray(value.sql)) || ("run" in value && typeof value.run === "function");
}

/** Where `export const up` or `export function up` stands; the first line when it cannot be seen. */
function exportSpot({ text, file }: OperationSource, direction: Direction): Spot {
  const match = new RegExp(`^export\\s+(?:(?:const|let|var|async\\s+function|function)\\s+)${direction}\\b`, "m").exec(
    text,
  );
  const { line, column } = new Positions(text).at(match?.index ?? 0);
  return { file, line, column, operation: null };
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : typeof value;
}

/** The statements of one operation. SQL text may hold several. */
function statementsOf(operation: Operation, at: Spot, source: OperationSource, problems: Problem[]): Statement[] {
  const { description } = operation;
  if ("run" in operation) return [{ kind: "run", description, run: operation.run, at }];
  const statements: Statement[] = [];
  for (const sql of operation.sql) {
    for (const piece of splitStatements(source.replace(sql), { file: source.file })) {
      const found = statementProblem(piece.text, at);
      if (found !== null) problems.push(found);
      statements.push({ kind: "sql", sql: piece.text, description, at });
    }
  }
  return statements;
}

function operationsOf(value: unknown, direction: Direction, spot: Spot): readonly Operation[] {
  const at = { at: { file: spot.file, line: spot.line, column: spot.column } };
  if (!Array.isArray(value)) throw problem("file/bad-export", { name: direction, found: kindOf(value) }, at);
  const problems: Problem[] = [];
  const operations: Operation[] = [];
  value.forEach((one: unknown, index) => {
    if (isOperation(one)) operations.push(one);
    else problems.push(problem("file/bad-operation", { name: direction, number: index + 1, found: kindOf(one) }, at));
  });
  throwAll(problems);
  return operations;
}

/** Operations that go inside a transaction, and those that cannot, each run of one sort as a block. */
function blocksOf(
  operations: readonly Operation[],
  direction: Direction,
  spot: Spot,
  source: OperationSource,
): readonly Block[] {
  const problems: Problem[] = [];
  const blocks: { direction: Direction; transaction: boolean; statements: Statement[] }[] = [];
  operations.forEach((operation, index) => {
    const at = { ...spot, operation: index + 1 };
    let statements: Statement[];
    try {
      statements = statementsOf(operation, at, source, problems);
    } catch (thrown) {
      throw inOperation(thrown, at);
    }
    const last = blocks.at(-1);
    if (last?.transaction === operation.transaction) last.statements.push(...statements);
    else blocks.push({ direction, transaction: operation.transaction, statements });
  });
  throwAll(problems);
  return blocks;
}

/** Text inside an operation has no line of its own in the file; the operation's place stands for it. */
function inOperation(thrown: unknown, { file, line, column }: Spot): unknown {
  if (!(thrown instanceof Problem)) return thrown;
  return new Problem(thrown.code, thrown.data, { file, line, column }, thrown.others, thrown.cause);
}

async function readDirection(
  exported: unknown,
  direction: Direction,
  context: OperationContext,
  source: OperationSource,
): Promise<readonly Block[]> {
  const spot = exportSpot(source, direction);
  let value = exported;
  if (typeof exported === "function") {
    try {
      value = await exported(context);
    } catch (thrown) {
      throw moduleProblem(thrown, source.path, source.file);
    }
  }
  return blocksOf(operationsOf(value, direction, spot), direction, spot, source);
}

/**
 * Turns what a TypeScript revision exports into blocks. `up` and `down` are arrays of operations, or functions, sync or
 * async, that return one; without a `down` the revision is irreversible.
 *
 * Throws `file/no-up-export`, `file/bad-export`, all `file/bad-operation` together, `file/transaction-control`,
 * `module/failed` when a function throws, and what `splitStatements` throws.
 */
export async function readOperations(
  exports: Readonly<Record<string, unknown>>,
  context: OperationContext,
  source: OperationSource,
): Promise<Blocks> {
  if (exports["up"] === undefined) throw problem("file/no-up-export", {}, { at: { file: source.file } });
  const up = await readDirection(exports["up"], "up", context, source);
  const hasDown = exports["down"] !== undefined && exports["down"] !== null;
  return { up, down: hasDown ? await readDirection(exports["down"], "down", context, source) : null };
}
