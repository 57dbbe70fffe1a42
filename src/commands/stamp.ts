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
  /** Applied before and after, with a file that was edited since: the edit counts as applied now. */
  readonly renewed: readonly RevisionName[];
}

/** Applied revisions that the targets need and whose files were edited since: stamping takes them as they are now. */
function renewedBy({ graph, files }: Project, applied: Applied, stays: Iterable<string>): string[] {
  return [...stays].filter((id) => {
    const row = applied.rows.get(id);
    const file = graph.has(id) ? files.get(id) : undefined;
    return row !== undefined && row.progress === null && file !== undefined && checksumOfFile(file) !== row.checksum;
  });
}

/** The rows that a stamp adds and removes. A row in both is written anew. */
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
  // Purging leaves what the targets need and nothing else.
  const beside = targets.length === 0 ? kept : new Set(planStamp(graph, kept, targets, { purge: true }).remove);
  const renewed = renewedBy(project, applied, [...kept].filter((id) => !beside.has(id)));
  // Half-done rows are no applied revisions, but purging means that nothing stays.
  const halfDone = inputs.purge ? applied.halfDone.map(({ id }) => id) : [];
  const remove = [...new Set([...inputs.forget, ...stamp.remove, ...renewed, ...halfDone])];
  return {
    add: [...stamp.add, ...renewed].map((id) => {
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
  let before: ReadonlySet<string> = new Set();
  const change = (applied: Applied): StampChange => {
    before = applied.ids;
    return changeOf(project, inputs, applied);
  };
  const told = (added: readonly string[], removed: readonly string[]) => ({
    added: added.filter((id) => !before.has(id)).map((id) => nameOf(graph, id)),
    removed: removed.filter((id) => !added.includes(id)).map((id) => nameOf(graph, id)),
    renewed: added.filter((id) => before.has(id)).map((id) => nameOf(graph, id)),
  });
  return await withDatabase(config, context, inputs, async ({ session, open, display }) => {
    if (inputs.dryRun) {
      const { add, remove } = change(await readApplied(session, namesOf(config)));
      return { database: display, dryRun: true, status: "done", ...told(add.map(({ id }) => id), remove) };
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
        change,
      })
    );
    return { database: display, dryRun: false, status, ...told(added, removed) };
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
