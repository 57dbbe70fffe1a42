/** Sets which revisions count as applied, without running them. */
import { version } from "../base/build.ts";
import { nearest } from "../base/nearest.ts";
import { problem } from "../base/problem.ts";
import {
  type Applied,
  newRunId,
  readApplied,
  type StampChange,
  type StampResult,
  stampScriptOf,
  writeStamp,
} from "../database/run/mod.ts";
import { checksumOfFile } from "../files/mod.ts";
import { appliedBelow, planStamp } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { loadProject, namesOf, type Project, withDatabase } from "./project.ts";
import { nameOf, type RevisionName } from "./revision-item.ts";
import { assumed, checkProtected, policyOf, type ScriptOutcome } from "./run.ts";

export interface StampInputs {
  readonly targets: readonly string[];
  readonly purge: boolean;
  /** Ids whose rows go; mostly of revisions without a file. */
  readonly forget: readonly string[];
  readonly tag: string | null;
  readonly waitMs: number | null;
  readonly allowDestructive: boolean;
}

export interface StampOutcome {
  readonly database: string;
  readonly dryRun: boolean;
  readonly status: StampResult["status"];
  readonly added: readonly RevisionName[];
  readonly removed: readonly RevisionName[];
}

/** The rows that a stamp adds and removes. */
function changeOf(project: Project, inputs: StampInputs, applied: Applied): StampChange {
  const { graph, files } = project;
  const rows = new Set([...applied.ids, ...applied.rows.keys()]);
  for (const id of inputs.forget) {
    if (!rows.has(id)) throw problem("revision/not-found", { name: id, nearest: nearest(id, rows) });
  }
  const forgotten = new Set(inputs.forget);
  const kept = new Set([...applied.ids].filter((id) => !forgotten.has(id)));
  const targets = inputs.targets;
  const stamp = targets.length === 0 && !inputs.purge
    ? { add: [], remove: [] }
    : planStamp(graph, kept, targets.length === 0 ? ["base"] : targets, { purge: inputs.purge });
  // Half-done rows are no applied revisions, but purging means that nothing stays.
  const halfDone = inputs.purge ? applied.halfDone.map(({ id }) => id) : [];
  const remove = [...new Set([...inputs.forget, ...stamp.remove, ...halfDone])];
  return {
    add: stamp.add.map((id) => {
      const file = files.get(id);
      return { id, message: graph.get(id).message, checksum: file === undefined ? null : checksumOfFile(file) };
    }),
    remove,
  };
}

function check(project: Project, inputs: StampInputs): void {
  if (inputs.targets.length === 0 && inputs.forget.length === 0 && !inputs.purge) {
    throw problem("usage/missing-argument", { argument: "REVISIONS, --purge or --forget", command: "stamp" });
  }
  if (inputs.purge) checkProtected(project.config, "stamp --purge", inputs.allowDestructive);
}

/** Writes the stamp, or with `dryRun` only says what it would change. */
export async function stampCommand(
  inputs: StampInputs & { readonly dryRun: boolean; readonly from: readonly string[] },
  context: Context,
): Promise<StampOutcome> {
  const project = await loadProject(context);
  check(project, inputs);
  const { config, graph } = project;
  const name = (id: string): RevisionName => nameOf(graph, id);
  return await withDatabase(config, context, inputs, async ({ session, open, display }) => {
    if (inputs.dryRun) {
      const change = changeOf(project, inputs, await readApplied(session, namesOf(config)));
      const added = change.add.map(({ id }) => name(id));
      return { database: display, dryRun: true, status: "done", added, removed: change.remove.map(name) };
    }
    const { status, added, removed } = await context.hold(() =>
      writeStamp({
        session,
        open,
        names: namesOf(config),
        policy: policyOf(config),
        identity: { runId: newRunId(), toolVersion: version, tag: inputs.tag },
        onEvent: context.report,
        interrupt: context.signal,
        change: (applied) => changeOf(project, inputs, applied),
      })
    );
    return { database: display, dryRun: false, status, added: added.map(name), removed: removed.map(name) };
  });
}

/** The script of a stamp, for psql. Reads no database: the state is `from`, or base. */
export async function stampScript(
  inputs: StampInputs & { readonly from: readonly string[] },
  context: Context,
): Promise<ScriptOutcome> {
  const project = await loadProject(context);
  check(project, inputs);
  const { config, graph } = project;
  const applied = assumed(appliedBelow(graph, inputs.from));
  const script = stampScriptOf(changeOf(project, inputs, applied), {
    names: namesOf(config),
    identity: { runId: newRunId(), toolVersion: version, tag: inputs.tag },
    policy: policyOf(config),
    tables: applied.ids.size === 0,
    title: `migrate ${version}: stamp ${inputs.targets.join(" ")}`,
  });
  return { script };
}
