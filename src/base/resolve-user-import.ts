/** Finds the file that an import of a user's TypeScript means, where the runtime itself would look elsewhere (Deno). */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileFunction } from "node:vm";
import { moduleResolve } from "import-meta-resolve";

/** `import` comes first in packages that have both kinds of module. */
const conditions = new Set(["node", "import", "module-sync"]);

/** Extensions that may be left out, in the order in which they are tried. */
const extensions = [".ts", ".tsx", ".mts", ".js", ".mjs", ".cjs", ".json"];

/** What TypeScript lets a file be called in an import: by the name of what it compiles to. */
const compiledFrom: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.js$/, [".ts", ".tsx"]],
  [/\.mjs$/, [".mts"]],
  [/\.jsx$/, [".tsx"]],
];

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The file itself, the TypeScript that it is compiled from, the file with its extension, the index of the directory. */
function fileAt(path: string): string | null {
  if (isFile(path)) return path;
  const candidates = [
    ...compiledFrom.flatMap(([end, sources]) => end.test(path) ? sources.map((ext) => path.replace(end, ext)) : []),
    ...extensions.map((extension) => path + extension),
    ...extensions.map((extension) => join(path, `index${extension}`)),
  ];
  return candidates.find(isFile) ?? null;
}

/** What a package of a `node_modules` at or above the importing file exports under a name. */
function packageFile(specifier: string, parent: string): string | null {
  try {
    const url = moduleResolve(specifier, pathToFileURL(parent), conditions);
    if (url.protocol === "file:") return fileURLToPath(url);
  } catch {
    // Packages written for bundlers leave extensions out, which only `require` completes.
  }
  try {
    const found = createRequire(parent).resolve(specifier);
    return found.includes("node_modules") && existsSync(found) ? found : null;
  } catch {
    return null;
  }
}

/**
 * The path of the file that an import means, or null when there is none: relative paths with TypeScript's `.js` for `.ts`
 * and without extension, packages of `node_modules` at or above the file by Node's rules (exports, `#imports`, links).
 *
 * ```ts
 * resolveUserImport("./shared.js", "/project/migrations/a.ts"); // "/project/migrations/shared.ts"
 * ```
 */
export function resolveUserImport(specifier: string, parent: string): string | null {
  if (isBuiltin(specifier)) return null;
  if (specifier.startsWith("file:")) return fileAt(fileURLToPath(specifier));
  if (!/^\.{0,2}(?:\/|$)/.test(specifier)) {
    return /^[a-z][a-z\d+.-]*:/i.test(specifier) ? null : packageFile(specifier, parent);
  }
  return fileAt(resolve(dirname(parent), specifier));
}

/** The `type` of the nearest package.json. */
function packageType(path: string): unknown {
  for (let here = dirname(path);; here = dirname(here)) {
    const manifest = join(here, "package.json");
    if (existsSync(manifest)) {
      try {
        // A cast because JSON is anything; the value is only compared.
        return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly type?: unknown } | null)?.type;
      } catch {
        return undefined;
      }
    }
    if (dirname(here) === here) return undefined;
  }
}

/** True for what is loaded by `require`: by its extension, its package, or, where neither says it, because it parses as such. */
export function isCommonJs(path: string, text: string): boolean {
  if (/\.(?:cjs|node)$/.test(path)) return true;
  if (!path.endsWith(".js") || packageType(path) === "module") return false;
  try {
    compileFunction(text.replace(/^#!.*/, ""), ["exports", "require", "module", "__filename", "__dirname"]);
    return true;
  } catch {
    return false;
  }
}
