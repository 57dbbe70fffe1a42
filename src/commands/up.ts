/** Applies pending revisions. */
import { version } from "../base/build.ts";
import { type Code, problem } from "../base/problem.ts";
import { type Applied, loadSteps, newRunId, scriptOf } from "../database/run/mod.ts";
import { checksumOfFile } from "../files/mod.ts";
import { appliedBelow, outOfOrder, planDown, planUp, scriptRange, type Step } from "../revision/mod.ts";
import { changedRevisions } from "../database/run/mod.ts";
import type { Context } from "./context.ts";
import { loadProject, loadProjectAndAsk, namesOf, type Project } from "./project.ts";
import {
  dryRun,
  type ListingOutcome,
  policyOf,
  reportMissing,
  type RunInputs,
  type RunReport,
  runStepOf,
  runSteps,
  type ScriptOutcome,
} from "./run.ts";

export interface UpInputs extends RunInputs {
  /** An identifier or several; null is `heads`. */
  readonly target: string | readonly string[] | null;
  readonly outOfOrder: "error" | "warn" | "allow" | null;
  readonly allowChanged: boolean;
}

/** What `up` would do from a state, with every refusal that the config or the flags ask for. */
export function upPlan(project: Project, inputs: UpInputs, context: Context): (applied: Applied) => readonly Step[] {
  const { config, graph } = project;
  const checksums = new Map<string, { readonly checksum: string; readonly file: string }>();
  const told = new Set<Code>();
  const warnOnce = (code: Code, message: string): void => {
    if (told.has(code)) return;
    told.add(code);
    context.report({ type: "warning", code, message });
  };
  return (applied) => {
    if (!told.has("run/missing-file")) {
      told.add("run/missing-file");
      reportMissing(project, applied, context);
    }
    for (const row of applied.rows.values()) {
      const file = project.files.get(row.id);
      if (file === undefined || row.checksum === null || checksums.has(row.id)) continue;
      checksums.set(row.id, { checksum: checksumOfFile(file), file: file.file });
    }
    const changed = changedRevisions(applied, checksums);
    if (changed.length > 0 && !inputs.allowChanged) throw problem("run/changed", { revisions: changed });
    if (changed.length > 0) {
      warnOnce(
        "run/changed",
        `Edited since applied: ${changed.map((one) => one.file).join(", ")}`,
      );
    }
    const { steps } = planUp(graph, applied.ids, inputs.target ?? "heads");
    const below = new Set(outOfOrder(graph, applied.ids));
    // A half-done revision below applied ones was begun in its turn.
    for (const row of applied.halfDone) below.delete(row.id);
    const late = steps.filter((step) => below.has(step.id));
    const policy = inputs.outOfOrder ?? config.outOfOrder;
    if (late.length > 0 && policy !== "allow") {
      const revisions = late.map(({ id }) => ({ id, file: graph.get(id).file }));
      if (policy === "error") throw problem("run/out-of-order", { revisions });
      warnOnce("run/out-of-order", `Applied out of order: ${revisions.map(({ id, file }) => file ?? id).join(", ")}`);
    }
    return steps;
  };
}

/** Applies what the target needs and the database does not have. */
export async function upCommand(inputs: UpInputs, context: Context): Promise<RunReport> {
  const { project, reach } = await loadProjectAndAsk(context, inputs, { checksums: true });
  return await runSteps(project, { ...inputs, ...reach }, upPlan(project, inputs, context), context);
}

/** What `up` would do. `from` gives the state instead of the database. */
export async function upDryRun(
  inputs: UpInputs & { readonly from: readonly string[] },
  context: Context,
): Promise<ListingOutcome> {
  const project = await loadProject(context);
  const from = inputs.from.length === 0 ? null : appliedBelow(project.graph, inputs.from);
  return await dryRun(project, { from, waitMs: inputs.waitMs }, upPlan(project, inputs, context), context);
}

/**
 * The script of a run in either direction, for psql. Reads no database: the state is FROM of a `FROM:TO` target, else
 * `from`, else (up only) base.
 */
export async function scriptCommand(
  inputs: {
    readonly direction: "up" | "down";
    readonly target: string | null;
    readonly from: readonly string[];
    readonly tag: string | null;
  },
  context: Context,
): Promise<ScriptOutcome> {
  const project = await loadProject(context);
  const { graph, config } = project;
  const fallback = inputs.direction === "up" ? "heads" : "-1";
  const range = inputs.from.length > 0 && !(inputs.target ?? "").includes(":")
    ? { applied: appliedBelow(graph, inputs.from), target: inputs.target ?? fallback }
    : scriptRange(graph, inputs.target ?? (inputs.direction === "up" ? fallback : ""), inputs.direction);
  const plan = inputs.direction === "up"
    ? planUp(graph, range.applied, range.target)
    : planDown(graph, range.applied, range.target);
  const policy = policyOf(config);
  const steps = await loadSteps(plan.steps.map((step) => runStepOf(project, step, context)), policy);
  const script = scriptOf(steps, {
    names: namesOf(config),
    identity: { runId: newRunId(), toolVersion: version, tag: inputs.tag },
    policy,
    // Where something is applied the tables are there, and making them again takes rights that migrating does not.
    tables: inputs.direction === "up" && range.applied.size === 0,
    title: `migrate ${version}: ${inputs.direction}, ${inputs.target ?? fallback}`,
  });
  return { script };
}
