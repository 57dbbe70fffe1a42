/** What drizzle-kit's config says of a project, read as text: running it would need drizzle-kit. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const names = ["ts", "js", "mjs", "cjs", "json", "mts"].map((ending) => `drizzle.config.${ending}`);

/**
 * Entries for `models`, as TOML, from the `schema` and `casing` of a project's `drizzle.config.*`; null when there is
 * none, or its schema is not written out in it.
 *
 * ```ts
 * drizzleModels("."); // ['{ drizzle = "src/db/schema.ts", casing = "snake_case" }']
 * ```
 */
export function drizzleModels(root: string): readonly string[] | null {
  const file = names.map((name) => join(root, name)).find((path) => existsSync(path));
  if (file === undefined) return null;
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const value = /["']?\bschema["']?\s*:\s*(\[[^\]]*\]|"[^"]*"|'[^']*'|`[^`$]*`)/.exec(text)?.[1] ?? "";
  const paths = [...value.matchAll(/"([^"]*)"|'([^']*)'|`([^`$]*)`/g)].map((match) => match[1] ?? match[2] ?? match[3]);
  const casing = /["']?\bcasing["']?\s*:\s*["'](snake_case|camelCase)["']/.exec(text)?.[1];
  const entries = paths.flatMap((path) => path === undefined || path === "" ? [] : [entryOf(root, path, casing)]);
  return entries.length === 0 ? null : entries;
}

function entryOf(root: string, path: string, casing: string | undefined): string {
  const short = path.replace(/^\.\//, "");
  const isFolder = statSync(join(root, short), { throwIfNoEntry: false })?.isDirectory() === true;
  const shown = isFolder ? `${short.replace(/\/$/, "")}/*.ts` : short;
  return `{ drizzle = ${JSON.stringify(shown)}${casing === undefined ? "" : `, casing = "${casing}"`} }`;
}
