/** What up, down and redo share: from a project and a plan to a run, a listing or a script. */
import { version } from "../base/build.ts";
import { Problem, problem } from "../base/problem.ts";
import type { Config } from "../config/mod.ts";
import {
  type Applied,
  type ListedStep,
  listingOf,
  loadSteps,
  newRunId,
  readApplied,
  type RunPolicy,
  type RunResult,
  type RunStep,
  type StepDone,
  type StepFailure,
  type StepRef,
} from "../database/run/mod.ts";
import { loadBody } from "../files/mod.ts";
import { missing, type Step } from "../revision/mod.ts";
import { loadKit } from "./config-for.ts";
import type { Context } from "./context.ts";
import { namesOf, type Project, type Reach, withDatabase } from "./project.ts";

/** How a run ended, for people and JSON. */
export interface RunOutcome {
  readonly database: string;
  readonly env: string | null;
  readonly status: RunResult["status"];
  /** Of the history and log rows; null when there was nothing to do. */
  readonly runId: string | null;
  /** Committed and recorded, in order. */
  readonly done: readonly StepDone[];
  readonly failed: StepFailure | null;
  /** Planned and not done, the failed one first. */
  readonly left: readonly StepRef[];
  readonly durationMs: number;
}

/** A run's outcome and why it did not end well, if it did not. */
export interface RunReport {
  readonly outcome: RunOutcome;
  readonly problem: Problem | null;
}

/** What `--dry-run` shows. */
export interface ListingOutcome {
  readonly dryRun: true;
  /** Null when the state was given instead of asked for. */
  readonly database: string | null;
  readonly steps: readonly ListedStep[];
}

/** What `--sql` prints. */
export interface ScriptOutcome {
  readonly script: string;
}

/** What a run is asked for besides its plan. */
export interface RunInputs {
  readonly tag: string | null;
  readonly waitMs: number | null;
  readonly allowDestructive: boolean;
}

/** Steps from the state of a database; called again when the state was read again. */
export type PlanSteps = (applied: Applied) => readonly Step[];

/** The parts of the config that a run obeys. */
export function policyOf(config: Config): RunPolicy {
  return {
    transaction: config.transaction,
    lockTimeoutMs: config.lockTimeoutMs,
    lockRetries: config.lockRetries,
    statementTimeoutMs: config.statementTimeoutMs,
    runLock: config.runLock,
    runLockWaitMs: config.runLockWaitMs,
    role: config.role,
  };
}

/** A step with its file's body behind it. Throws `run/missing-file` for a step whose revision has no file. */
export function runStepOf({ config, files, graph }: Project, step: Step, context: Context): RunStep {
  const { id, direction } = step;
  const file = files.get(id);
  if (file === undefined) throw problem("run/missing-file", { revisions: [id] });
  return {
    id,
    direction,
    message: graph.get(id).message,
    file: file.file,
    get tips() {
      return step.tips;
    },
    load: async () => {
      const body = await loadBody(file, {
        variables: config.variables,
        args: context.flags.variables ?? {},
        env: config.env,
        typescript: config.typescript,
        kit: loadKit,
      });
      return { blocks: direction === "up" ? body.up : body.down, checksum: body.checksum, text: body.text };
    },
  };
}

/** Refuses a command that loses data on a protected environment, unless it was allowed. */
export function checkProtected(config: Config, command: string, allowed: boolean): void {
  if (config.protected && !allowed) throw problem("run/protected", { command, env: config.env });
}

/** Tells of applied revisions whose file is gone; they block only what needs them. */
export function reportMissing(project: Project, applied: Applied, context: Context): void {
  const gone = missing(project.graph, applied.ids);
  if (gone.length === 0) return;
  const names = gone.map((id) => `"${id}"`).join(", ");
  context.report({
    type: "warning",
    code: "run/missing-file",
    message: `Applied without a file here: ${names}; see: migrate explain run/missing-file`,
  });
}

/** Opens the database and carries a plan out. */
export async function runSteps(
  project: Project,
  inputs: RunInputs & Reach,
  plan: PlanSteps,
  context: Context,
): Promise<RunReport> {
  const { config } = project;
  const started = performance.now();
  return await withDatabase(config, context, inputs, async ({ session, applied, open, display }) => {
    const { runPlan } = await import("../database/run/run-plan.ts");
    const request = {
      session,
      open,
      names: namesOf(config),
      plan: (applied: Applied) => plan(applied).map((step) => runStepOf(project, step, context)),
      policy: { ...policyOf(config), refuseDataLoss: config.protected && !inputs.allowDestructive },
      identity: { runId: newRunId(), toolVersion: version, tag: inputs.tag },
      onEvent: context.report,
      onStep: config.functions.onStep,
      interrupt: context.signal,
      applied: await applied(),
    };
    const result = await context.hold(() => runPlan(request));
    return { outcome: outcomeOf(result, display, config, performance.now() - started), problem: result.problem };
  });
}

function outcomeOf(result: RunResult, display: string, config: Config, durationMs: number): RunOutcome {
  const { status, runId, done, failed, left } = result;
  const nothing = done.length === 0 && failed === null && left.length === 0;
  return {
    database: display,
    env: config.env,
    status,
    runId: nothing ? null : runId,
    done,
    failed,
    left,
    durationMs: Math.round(durationMs),
  };
}

/** Reads the files of a plan's steps and lists what they would do. */
export async function listSteps(
  project: Project,
  steps: readonly Step[],
  applied: Applied,
  context: Context,
): Promise<readonly ListedStep[]> {
  const planned = steps.map((step) => runStepOf(project, step, context));
  return listingOf(await loadSteps(planned, policyOf(project.config)), applied.rows);
}

/** The state of the database, or of `--from`, and a listing made from it. */
export async function dryRun(
  project: Project,
  inputs: { readonly from: ReadonlySet<string> | null; readonly waitMs: number | null },
  plan: PlanSteps,
  context: Context,
): Promise<ListingOutcome> {
  if (inputs.from !== null) {
    const applied = assumed(inputs.from);
    const steps = await listSteps(project, plan(applied), applied, context);
    return { dryRun: true, database: null, steps };
  }
  return await withDatabase(project.config, context, inputs, async ({ session, display }) => {
    const applied = await readApplied(session, namesOf(project.config));
    return { dryRun: true, database: display, steps: await listSteps(project, plan(applied), applied, context) };
  });
}

/** A state that was given instead of read: these revisions are wholly applied, their files unchanged. */
export function assumed(ids: ReadonlySet<string>): Applied {
  return { layout: 0, ids, rows: new Map(), halfDone: [], readOnly: false };
}

export { Problem };
