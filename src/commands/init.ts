/** Starts a project. */
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { problem } from "../base/problem.ts";
import { writeFileAtomically } from "../files/mod.ts";
import type { Context } from "./context.ts";
import { drizzleModels } from "./drizzle-config.ts";
import { drizzleFiles, type TemplateFile, templates } from "./template.ts";

export interface InitOutcome {
  readonly template: string;
  /** As the user would write it, `.` for the working directory. */
  readonly directory: string;
  /** Relative to the project. */
  readonly files: readonly string[];
  /** What the project has already of the template's models: it is left as it is. */
  readonly kept: readonly string[];
}

/**
 * Writes a template's files into `directory`. A model that is there already is kept; nothing is written when another file
 * exists (`usage/refuses-to-overwrite` names all that do). A Drizzle project's own config says where its schema is.
 */
export async function initCommand(
  inputs: { readonly directory: string | null; readonly template: "sql" | "ts" | "drizzle" | "multidb" | null },
  context: Context,
): Promise<InitOutcome> {
  const template = templates.find((one) => one.name === (inputs.template ?? "sql"));
  if (template === undefined) throw new Error("no such template");
  const directory = inputs.directory ?? ".";
  const root = resolve(context.cwd, directory);
  const drizzle = template.name === "drizzle" ? drizzleModels(root) : null;
  const planned: readonly TemplateFile[] = drizzle === null ? template.files : drizzleFiles(drizzle);
  const isKept = ({ path, sample }: TemplateFile) => sample === true && existsSync(join(root, path));
  const kept = planned.filter(isKept).map(({ path }) => path);
  const files = planned.filter((file) => !isKept(file));
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
    kept,
  };
}
