/** Writes a new revision to fill in. */
import { readApplied } from "../database/run/mod.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";
import { editorWords, openEditor } from "./editor.ts";
import { loadProject, namesOf, type Project, withDatabase } from "./project.ts";
import { needsDatabase } from "./show.ts";
import {
  emptyContent,
  type NewRevisionInputs,
  type NewRevisionOutcome,
  renewSum,
  writeRevision,
} from "./write-revision.ts";

export interface RevisionInputs extends NewRevisionInputs {
  readonly edit: boolean;
}

/** Asks the database what is applied, if an identifier needs it. */
export async function appliedFor(
  project: Project,
  identifiers: readonly string[],
  context: Context,
): Promise<ReadonlySet<string> | null> {
  if (!identifiers.some(needsDatabase)) return null;
  const { config } = project;
  return await withDatabase(
    config,
    context,
    { waitMs: null },
    async ({ session }) => (await readApplied(session, namesOf(config))).ids,
  );
}

/** Refuses before anything is written: an editor that is not set would leave a file that nobody asked for. */
export function beforeEditing({ edit }: RevisionInputs, context: Context): void {
  if (edit) editorWords(context.environment);
}

/**
 * Makes the directories of revisions that the config names: git does not keep empty ones, so that a project may come
 * without. Without a config file there is no project, and nothing is made.
 */
export async function makeDirectories(context: Context): Promise<void> {
  const { mkdirSync } = await import("node:fs");
  const config = await configFor(context);
  if (config.file === null) return;
  for (const directory of config.migrations) {
    try {
      mkdirSync(directory, { recursive: true });
    } catch {
      // Reading them says what is wrong.
    }
  }
}

/** Writes an empty revision, and opens it in the editor if asked. */
export async function revisionCommand(inputs: RevisionInputs, context: Context): Promise<NewRevisionOutcome> {
  beforeEditing(inputs, context);
  const project = await loadProject(context);
  const applied = await appliedFor(project, [...inputs.heads, ...inputs.dependsOn], context);
  const content = emptyContent(inputs.format ?? project.config.format, inputs.merges);
  const asked = applied === null ? inputs : { ...inputs, applied };
  const outcome = await writeRevision(project, asked, content, context);
  if (inputs.edit) await editNew(project, outcome, context);
  return outcome;
}

/** Opens a new revision in the editor and takes what was written into the hash list. */
export async function editNew(project: Project, outcome: NewRevisionOutcome, context: Context): Promise<void> {
  const { resolve, dirname } = await import("node:path");
  const path = resolve(context.cwd, outcome.file);
  await openEditor([path], context);
  renewSum(project, dirname(path));
}
