/** Reading the files of a run's steps, and refusing what could not be run to its end, before anything runs. */
import { expectHeavyWork } from "../../base/heavy-work.ts";
import { throwAll } from "../../base/problem.ts";
import { type Problem, problem } from "../../base/problem.ts";
import { dataLossOf } from "../../sql/data-loss.ts";
import type { Block, Statement } from "../../sql/statement.ts";
import { firstWords, kindOf } from "./statement-kind.ts";
import type { LoadedStep, RunPolicy, RunStep, StepBody, StepRef } from "./types.ts";

/** Bodies that were read, by step, so that none is read twice when the plan is made again under the lock. */
export type BodyCache = Map<string, StepBody>;

/** So many are worth compiling code for. */
const manySteps = 50;

/** What decides whether the steps can be run. */
export type LoadPolicy = Pick<RunPolicy, "transaction" | "runLock" | "role" | "refuseDataLoss">;

/**
 * Reads every step's file. Throws, all together, `run/irreversible`, `run/block-without-transaction`,
 * `run/transaction-control`, `run/needs-session` and `run/data-loss`, and what reading a file throws.
 *
 * ```ts
 * const steps = await loadSteps(planned, { transaction: "revision", runLock: "advisory", role: "" });
 * ```
 */
export async function loadSteps(
  steps: readonly RunStep[],
  policy: LoadPolicy,
  cache: BodyCache = new Map(),
): Promise<LoadedStep[]> {
  if (steps.length > manySteps) expectHeavyWork();
  const loaded: LoadedStep[] = [];
  const irreversible: StepRef[] = [];
  for (const step of steps) {
    const key = `${step.direction} ${step.id}`;
    const body = cache.get(key) ?? await step.load();
    cache.set(key, body);
    if (body.blocks === null) irreversible.push(step);
    else loaded.push({ ...refOf(step), ...body, blocks: body.blocks.map(withoutEmpty) });
  }
  const problems: Problem[] = [];
  if (irreversible.length > 0) problems.push(problem("run/irreversible", { revisions: named(irreversible) }));
  throwAll([...problems, ...problemsOf(loaded, policy)]);
  return loaded;
}

/** A step's name without its code. */
export function refOf({ id, direction, message, file, tips }: StepRef): StepRef {
  return { id, direction, message, file, tips };
}

function named(steps: readonly StepRef[]): { id: string; file: string | null }[] {
  return steps.map(({ id, file }) => ({ id, file }));
}

/** Text with nothing but comments is no statement: the server does not count it. */
function withoutEmpty(block: Block): Block {
  const isEmpty = (statement: Statement) => statement.kind === "sql" && firstWords(statement.sql, 1).length === 0;
  return block.statements.some(isEmpty)
    ? { ...block, statements: block.statements.filter((statement) => !isEmpty(statement)) }
    : block;
}

function setsInBareBlock({ blocks }: LoadedStep): boolean {
  return blocks.some(({ transaction, statements }) =>
    !transaction && statements.some((statement) => statement.kind === "sql" && kindOf(statement).settings)
  );
}

/** Going down is asked about as a whole. */
function lossesOf({ id, direction, blocks }: LoadedStep): Problem[] {
  if (direction === "down") return [];
  return blocks.flatMap(({ statements }) => statements).flatMap((statement) => {
    const loss = statement.kind === "sql" ? dataLossOf(statement.sql) : null;
    return loss === null ? [] : [problem("run/data-loss", { revision: id, loss }, { at: statement.at })];
  });
}

function problemsOf(steps: readonly LoadedStep[], policy: LoadPolicy): Problem[] {
  const problems: Problem[] = [];
  const bare = steps.filter(({ blocks }) => blocks.some(({ transaction }) => !transaction));
  if (policy.transaction === "all" && bare.length > 0) {
    problems.push(problem("run/block-without-transaction", { revisions: named(bare) }));
  }
  if (policy.runLock === "lease") {
    const setting = bare.filter(setsInBareBlock);
    if (policy.role !== "" && bare.length > 0) {
      problems.push(problem("run/needs-session", { what: "role", revisions: named(bare) }));
    }
    if (setting.length > 0) {
      problems.push(problem("run/needs-session", { what: "settings", revisions: named(setting) }));
    }
  }
  if (policy.refuseDataLoss === true) problems.push(...steps.flatMap(lossesOf));
  for (const step of steps) {
    for (const { statements } of step.blocks) {
      for (const statement of statements) {
        const control = statement.kind === "sql" ? kindOf(statement).control : null;
        if (control === null) continue;
        problems.push(
          problem("run/transaction-control", { revision: step.id, statement: control }, { at: statement.at }),
        );
      }
    }
  }
  return problems;
}
