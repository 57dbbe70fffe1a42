/** Reads the body of a revision: the whole file, and for TypeScript its code. */
import { importUserModule } from "../base/user-module.ts";
import { Positions } from "../sql/locate.ts";
import { readBlocks } from "./blocks.ts";
import { readOperations } from "./operations.ts";
import type { BodyOptions, RevisionBody, RevisionFile } from "./revision-file.ts";
import { checksum, readText } from "./text.ts";
import { replaceVariables } from "./variables.ts";

/**
 * Reads one revision's statements. Each knows its line and column in the file as it stands on disk.
 *
 * ```ts
 * const body = await loadBody(revision, { variables: {}, args: {}, env: null, typescript: "allow", kit });
 * ```
 * Throws what is wrong with the file: see `readBlocks`, `readOperations`, `replaceVariables`, `importUserModule`.
 */
export async function loadBody(revision: RevisionFile, options: BodyOptions): Promise<RevisionBody> {
  const { file, path, variables } = revision;
  const text = readText(path, file);
  const values = { ...options.variables, ...options.args };
  if (revision.format === "ts") {
    const { typescript, kit, args, env } = options;
    const exports = await importUserModule(path, { file, what: "revision", typescript, kit });
    const replace = (sql: string) => replaceVariables(sql, variables, values, file).text;
    const blocks = await readOperations(exports, { args, env }, { file, path, text, replace });
    return { ...blocks, checksum: checksum(text), text };
  }
  if (variables.length === 0) return { ...readBlocks(text, file), checksum: checksum(text), text };
  const replaced = replaceVariables(text, variables, values, file);
  const positions = new Positions(text);
  const blocks = readBlocks(replaced.text, file, (offset) => positions.at(replaced.original(offset)));
  return { ...blocks, checksum: checksum(text), text };
}
