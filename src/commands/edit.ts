/** Opens a revision's file in the editor. */
import { problem } from "../base/problem.ts";
import { checksumOfFile } from "../files/mod.ts";
import type { Context } from "./context.ts";
import { editorWords, openEditor } from "./editor.ts";
import { loadProject } from "./project.ts";
import { resolveIds } from "./show.ts";
import { renewSum } from "./write-revision.ts";

export interface EditOutcome {
  readonly files: readonly string[];
  /** Those of them that the editor changed. */
  readonly changed: readonly string[];
}

/** Edits what an identifier names and brings the hash lists up to date. */
export async function editCommand(inputs: { readonly revision: string }, context: Context): Promise<EditOutcome> {
  editorWords(context.environment);
  const project = await loadProject(context);
  const ids = await resolveIds(project, inputs.revision, context);
  const files = ids.flatMap((id) => project.files.get(id) ?? []);
  if (files.length === 0) throw problem("revision/not-found", { name: inputs.revision, nearest: null });
  const before = files.map(checksumOfFile);
  await openEditor(files.map((file) => file.path), context);
  const changed = files.filter((file, i) => checksumOfFile(file) !== before[i]);
  for (const directory of new Set(changed.map((file) => file.directory))) renewSum(project, directory);
  return { files: files.map((file) => file.file), changed: changed.map((file) => file.file) };
}
