/** One revision, or several, in full. */
import { readFileSync } from "node:fs";
import { readApplied } from "../database/run/history.ts";
import { locate } from "../revision/mod.ts";
import type { Context } from "./context.ts";
import { loadProject, namesOf, type Project, withDatabase } from "./project.ts";
import { itemOf, nameOf, type RevisionItem, type RevisionName } from "./revision-item.ts";

export interface ShowOutcome {
  readonly revisions: readonly (RevisionItem & {
    readonly children: readonly RevisionName[];
    /** Revisions that depend on it without following it. */
    readonly dependents: readonly RevisionName[];
    readonly replaces: readonly string[];
    readonly variables: readonly string[];
    /** The file's text. */
    readonly text: string;
  })[];
}

/** Whether an identifier can only be understood with the database's state. */
export function needsDatabase(identifier: string): boolean {
  return /(^|[@:])(current([+-]\d+)?|\+\d+)($|:)/.test(identifier);
}

/** The ids that an identifier names; asks the database only for `current`. */
export async function resolveIds(project: Project, identifier: string, context: Context): Promise<readonly string[]> {
  if (!needsDatabase(identifier)) return locate(project.graph, identifier, new Set());
  return await withDatabase(project.config, context, { waitMs: null }, async ({ session }) => {
    const applied = await readApplied(session, namesOf(project.config));
    return locate(project.graph, identifier, applied.ids);
  });
}

/** Describes what an identifier names. Throws `revision/…` when it names nothing that exists. */
export async function showCommand(inputs: { readonly revision: string }, context: Context): Promise<ShowOutcome> {
  const project = await loadProject(context);
  const { graph, files } = project;
  const ids = await resolveIds(project, inputs.revision, context);
  return {
    revisions: ids.map((id) => {
      const file = files.get(id);
      return {
        ...itemOf(graph, id, null),
        children: graph.children(id).map((child) => nameOf(graph, child)),
        dependents: graph.dependents(id).map((child) => nameOf(graph, child)),
        replaces: file?.replaces ?? [],
        variables: file?.variables ?? [],
        text: file === undefined ? "" : readFileSync(file.path, "utf8"),
      };
    }),
  };
}
