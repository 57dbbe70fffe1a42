/** Takes the last revisions back and applies them again, in one run. */
import { problem } from "../base/problem.ts";
import { missing, planLast, planUp, tipsOf } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { loadProject } from "./project.ts";
import { checkProtected, type RunInputs, type RunReport, runSteps } from "./run.ts";

/** Redoes the last `count` revisions. Throws `run/protected` where the config forbids it. */
export async function redoCommand(
  inputs: RunInputs & { readonly count: number },
  context: Context,
): Promise<RunReport> {
  const project = await loadProject(context);
  const { config, graph } = project;
  checkProtected(config, "redo", inputs.allowDestructive);
  // The run plans twice, before and under the lock; both times from the state before anything is taken back.
  return await runSteps(project, inputs, (applied) => {
    const gone = missing(graph, applied.ids);
    if (gone.length > 0) throw problem("run/missing-file", { revisions: gone });
    const down = planLast(graph, applied.ids, inputs.count).steps;
    const dropped = new Set(down.map(({ id }) => id));
    const rest = new Set([...applied.ids].filter((id) => !dropped.has(id)));
    const up = planUp(graph, rest, tipsOf(graph, applied.ids)).steps;
    return [...down, ...up.filter(({ id }) => dropped.has(id))];
  }, context);
}
