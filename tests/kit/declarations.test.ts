import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { declarationsSource } from "../../scripts/declarations.ts";
import { declarations } from "../../src/kit/declarations.ts";
import * as kit from "../../src/kit/mod.ts";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test("the declarations are those of the source (else: deno task declarations)", () => {
  assert.ok(readFileSync(here("../../src/kit/declarations.ts"), "utf8") === declarationsSource());
});

test("everything that migrate:kit exports is declared", () => {
  const names = /\n {2}export \{ (.*) \};\n\}/.exec(declarations)?.[1]?.split(", ") ?? [];
  assert.deepEqual(Object.keys(kit).filter((name) => !names.includes(name)), []);
});

/** Not a .ts file, because every check of the project would stumble over it. */
const wrongText = readFileSync(here("types/wrong.txt"), "utf8");

/** The examples of a page of the documentation, each as a file. */
function examplesOf(page: string): [string, string][] {
  const text = readFileSync(here(`../../docs/${page}.md`), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((
    match,
    at,
  ) => [here(`types/${page}-${at + 1}.ts`), match[1] ?? ""]);
}

const documented = new Map(["typescript", "models", "config"].flatMap(examplesOf));

/** Errors of a file as `line: message`, with nothing but the declarations in reach. */
function errorsIn(files: readonly string[]): Map<string, { line: number; message: string }[]> {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts"],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  const declared = here("types/migrate.d.ts");
  const virtual = new Map([[declared, declarations], [here("types/wrong.ts"), wrongText], ...documented]);
  host.readFile = (path) => virtual.get(path) ?? readFile(path);
  host.fileExists = (path) => virtual.has(path) || (!path.includes("node_modules") && fileExists(path));
  host.getSourceFile = (path, version, ...rest) => {
    const text = virtual.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([declared, ...files], options, host);
  return new Map([declared, ...files].map((path) => {
    const source = program.getSourceFile(path);
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return [
      path,
      diagnostics.map(({ start = 0, messageText }) => ({
        line: (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1,
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
      })),
    ];
  }));
}

test("every operation and builder has an example in the documentation", () => {
  const text = [...documented.values()].join("\n");
  assert.ok(documented.size > 10);
  const missing = Object.keys(kit).filter((name) => !["defineConfig", "z"].includes(name) && !text.includes(`${name}`));
  assert.deepEqual(missing, []);
});

test("an editor accepts the samples and the documentation, and refuses every line of the wrong sample", () => {
  const [right, wrong] = [here("types/right.ts"), here("types/wrong.ts")];
  const errors = errorsIn([right, wrong, ...documented.keys()]);
  assert.deepEqual(errors.get(here("types/migrate.d.ts")), []);
  for (const path of [right, ...documented.keys()]) assert.deepEqual(errors.get(path), [], path);
  const marked = wrongText.split("\n").flatMap((text, at) => text.endsWith("// wrong") ? [at + 1] : []);
  const refused = new Set(errors.get(wrong)?.map(({ line }) => line));
  assert.deepEqual([...refused], marked);
});
