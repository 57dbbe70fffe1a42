/** Writes the declarations of `migrate:kit` for editors. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { displayPath, writeFileAtomically } from "../files/mod.ts";
import { configFor } from "./config-for.ts";
import type { Context } from "./context.ts";

export interface TypesOutcome {
  readonly file: string;
  /** False when the file had this text already. */
  readonly changed: boolean;
}

/** Writes `migrate.d.ts` beside the config, or the file that is named. */
export async function typesCommand(
  inputs: { readonly file: string | null },
  context: Context,
): Promise<TypesOutcome> {
  const { declarations } = await import("../kit/declarations.ts");
  const config = await configFor(context);
  const path = inputs.file === null ? join(config.root, "migrate.d.ts") : resolve(context.cwd, inputs.file);
  const file = displayPath(context.cwd, path);
  if (existsSync(path) && readFileSync(path, "utf8") === declarations) return { file, changed: false };
  writeFileAtomically(path, declarations, { overwrite: true, file });
  return { file, changed: true };
}
