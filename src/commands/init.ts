/** Starts a project. */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { problem } from "../base/problem.ts";
import { writeFileAtomically } from "../files/mod.ts";
import type { Context } from "./context.ts";
import { templates } from "./template.ts";

export interface InitOutcome {
  readonly template: string;
  /** As the user would write it, `.` for the working directory. */
  readonly directory: string;
  /** Relative to the project. */
  readonly files: readonly string[];
}

/**
 * Writes a template's files into `directory`. Nothing is written when one of them exists
 * (`usage/refuses-to-overwrite` names all that do).
 */
export async function initCommand(
  inputs: { readonly directory: string | null; readonly template: "sql" | "ts" | "drizzle" | "multidb" | null },
  context: Context,
): Promise<InitOutcome> {
  const template = templates.find((one) => one.name === (inputs.template ?? "sql"));
  if (template === undefined) throw new Error("no such template");
  const directory = inputs.directory ?? ".";
  const root = resolve(context.cwd, directory);
  const files = [...template.files];
  if (template.typescript) {
    const { declarations } = await import("../kit/declarations.ts");
    files.push({ path: "migrate.d.ts", text: declarations });
  }
  const there = files.filter((file) => existsSync(join(root, file.path)));
  if (there.length > 0) {
    throw problem("usage/refuses-to-overwrite", { files: there.map((file) => join(directory, file.path)) });
  }
  for (const file of files) {
    writeFileAtomically(join(root, file.path), file.text, { overwrite: false, file: join(directory, file.path) });
  }
  for (const path of template.directories) mkdirSync(join(root, path), { recursive: true });
  return {
    template: template.name,
    directory,
    files: [...files.map((file) => file.path), ...template.directories.map((path) => `${path}/`)].sort(),
  };
}
