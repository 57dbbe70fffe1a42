/**
 * Lets users' files import under Deno what they may import in the compiled program: packages of their own
 * `node_modules`, `./x.js` for `./x.ts`, JSON as it is. Deno resolves the imports of files outside its project by its own
 * project, so the imports of users' files, and of what these import, are resolved and read here.
 */
import { readFileSync } from "node:fs";
import module, { createRequire, isBuiltin, type LoadFnOutput, type ResolveFnOutput } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isCommonJs, resolveUserImport } from "./resolve-user-import.ts";

/** URLs of the modules whose imports are resolved here: users' files and all that they lead to. */
const users = new Set<string>();

let hooked = false;

/** The runtime hands on the text of this and nothing else; `moduleProblem` reads it. */
function notFound(specifier: string, parent: string): Error {
  return new Error(`Module not found "${specifier}" imported by ${parent}`);
}

/** `require` has conditions of its own, and does right by itself. */
function isRequire({ conditions }: { readonly conditions: readonly string[] }): boolean {
  return conditions.includes("require");
}

/**
 * What is not a module by itself has one that stands for it, at a URL of its own below the file's. A user's file has one
 * that imports it: of what `import()` names the runtime follows the imports before it asks the hooks, and would fetch
 * what they name.
 */
const standIns = {
  commonJs: "/~migrate-commonjs.mjs",
  json: "/~migrate-json.mjs",
  entry: "/~migrate-entry.mjs",
} as const;

function usersModule(path: string, attributes: module.ImportAttributes): ResolveFnOutput {
  let { href: url } = pathToFileURL(path);
  if (path.endsWith(".json")) url += attributes["type"] === undefined ? standIns.json : "";
  else if (isCommonJs(path, textOf(path))) url += standIns.commonJs;
  users.add(url);
  return { url, shortCircuit: true };
}

/** A module that exports a value and the value's properties. */
function moduleOf(expression: string, value: unknown): LoadFnOutput {
  const names = typeof value === "object" && value !== null || typeof value === "function" ? Object.keys(value) : [];
  const lines = [
    'import { createRequire } from "node:module";',
    `const value = ${expression};`,
    'export default Object(value).__esModule && "default" in value ? value.default : value;',
    ...names.flatMap((name, index) =>
      name === "default" ? [] : [
        `const _${index} = value[${JSON.stringify(name)}];`,
        `export { _${index} as ${JSON.stringify(name)} };`,
      ]
    ),
  ];
  return { format: "module", source: lines.join("\n"), shortCircuit: true };
}

/** CommonJS is run before its importers are linked, because only then is known what it exports. */
function requiring(path: string): LoadFnOutput {
  let exports: unknown = null;
  try {
    exports = createRequire(path)(path);
  } catch {
    // Thrown again where the module is run.
  }
  const file = JSON.stringify(path);
  return moduleOf(`createRequire(${file})(${file})`, exports);
}

/** Throws a syntax error with a place, as runtimes write places. */
function jsonOf(path: string): unknown {
  try {
    return JSON.parse(textOf(path));
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const [, line = "1", column = "1"] = /line (\d+) column (\d+)/.exec(message) ?? [];
    const place = `${pathToFileURL(path).href}:${line}:${column}`;
    throw new SyntaxError(`${message.split("\n")[0]}\n    at ${place}`, { cause: thrown });
  }
}

function textOf(path: string): string {
  return readFileSync(path, "utf8").replace(/^\ufeff/, "");
}

const hooks: module.RegisterHooksOptions = {
  resolve(specifier, context, next) {
    const { parentURL, importAttributes } = context;
    if (isRequire(context)) return next(specifier, context);
    if (specifier.endsWith(standIns.entry) && users.has(specifier)) return { url: specifier, shortCircuit: true };
    if (parentURL === undefined || !users.has(parentURL)) return next(specifier, context);
    if (isBuiltin(specifier)) return next(specifier.replace(/^(?!node:)/, "node:"), context);
    const path = resolveUserImport(specifier, fileURLToPath(parentURL));
    if (path !== null) return usersModule(path, importAttributes);
    // Nothing is fetched for users' files, and their paths are looked for nowhere else.
    if (/^(?:npm|jsr|https?|file):|^\.{0,2}\//.test(specifier)) throw notFound(specifier, parentURL);
    // What the import map has: migrate:kit, the packages of the program, those of an application under Deno.
    const mapped = next(specifier, { ...context, parentURL: import.meta.url });
    // Where the runtime finds nothing it takes the name for a path.
    if (mapped.url === new URL(specifier, import.meta.url).href && !specifier.startsWith("data:")) {
      throw notFound(specifier, parentURL);
    }
    const file = mapped.url.startsWith("file:") ? fileURLToPath(mapped.url) : null;
    return file !== null && isCommonJs(file, textOf(file)) ? usersModule(file, importAttributes) : mapped;
  },
  load(url, context, next) {
    // A builtin has no text, and without a text the file is read as if there were no hook.
    if (isRequire(context)) return next("node:module", context);
    if (!users.has(url)) return next(url, context);
    if (url.endsWith(standIns.entry)) {
      const file = JSON.stringify(url.slice(0, -standIns.entry.length));
      return { format: "module", source: `import * as user from ${file}; export { user };`, shortCircuit: true };
    }
    const path = fileURLToPath(url.replace(/\/~migrate-(?:commonjs|json)\.mjs$/, ""));
    if (url.endsWith(standIns.commonJs)) return requiring(path);
    if (url.endsWith(standIns.json)) return moduleOf(`JSON.parse(${JSON.stringify(textOf(path))})`, jsonOf(path));
    return next(url, context);
  },
};

/**
 * Imports a user's file, with its imports resolved as in the compiled program. Versions of Deno that have no hooks import
 * it by Deno's own rules.
 */
export async function importWithHooks(url: string): Promise<Readonly<Record<string, unknown>>> {
  if (typeof module.registerHooks !== "function") return await import(url);
  if (!hooked) module.registerHooks(hooks);
  hooked = true;
  const entry = url + standIns.entry;
  users.add(entry);
  try {
    return (await import(entry)).user;
  } catch (thrown) {
    const unparsed = /^Loading unprepared module: (file:.+), imported from: /.exec(String(Object(thrown).message))?.[1];
    // What is wrong with a text that does not parse is only said of what `import()` names.
    if (unparsed !== undefined) await import(unparsed);
    throw thrown;
  }
}
