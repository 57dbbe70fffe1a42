/** Takes revisions back. */
import { problem } from "../base/problem.ts";
import type { Applied } from "../database/run/mod.ts";
import { appliedBelow, missing, planDown, type Step } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { abandon, loadProject, loadProjectAndAsk, type Project } from "./project.ts";
import { checkProtected, dryRun, type ListingOutcome, type RunInputs, type RunReport, runSteps } from "./run.ts";

export interface DownInputs extends RunInputs {
  /** What stays; null is `-1`. */
  readonly target: string | null;
}

/** What `down` would do from a state. An applied revision without a file could stand above what goes: it refuses. */
function downPlan({ graph }: Project, target: string): (applied: Applied) => readonly Step[] {
  return (applied) => {
    const gone = missing(graph, applied.ids);
    if (gone.length > 0) throw problem("run/missing-file", { revisions: gone });
    return planDown(graph, applied.ids, target).steps;
  };
}

/** Takes back what stands above the target. Throws `run/protected` where the config forbids it. */
export async function downCommand(inputs: DownInputs, context: Context): Promise<RunReport> {
  const { project, reach } = await loadProjectAndAsk(context, inputs);
  try {
    checkProtected(project.config, "down", inputs.allowDestructive);
  } catch (error) {
    abandon(reach);
    throw error;
  }
  return await runSteps(project, { ...inputs, ...reach }, downPlan(project, inputs.target ?? "-1"), context);
}

/** What `down` would do. `from` gives the state instead of the database. */
export async function downDryRun(
  inputs: DownInputs & { readonly from: readonly string[] },
  context: Context,
): Promise<ListingOutcome> {
  const project = await loadProject(context);
  const from = inputs.from.length === 0 ? null : appliedBelow(project.graph, inputs.from);
  return await dryRun(project, { from, waitMs: inputs.waitMs }, downPlan(project, inputs.target ?? "-1"), context);
}
