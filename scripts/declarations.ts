/**
 * Writes `src/kit/declarations.ts`: the text of `migrate.d.ts`, from the source of `migrate:kit` and zod's own
 * declarations. A test fails when the source has changed and this has not been run.
 *
 *   deno task declarations
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import ts from "typescript";

const project = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const entry = join(project, "src/kit/mod.ts");
const target = join(project, "src/kit/declarations.ts");

/** A file's declarations: what it declares and imports, by name. */
interface DeclarationFile {
  readonly path: string;
  readonly source: ts.SourceFile;
  readonly declared: ReadonlyMap<string, readonly ts.Statement[]>;
  /** Local name to the file it comes from and its name there. */
  readonly imported: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  readonly exports: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  readonly stars: readonly string[];
}

const files = new Map<string, DeclarationFile>();

/** A source file's declarations, each exported thing's type as its author wrote it. */
function declarationFile(path: string): DeclarationFile {
  const known = files.get(path);
  if (known !== undefined) return known;
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(path, "utf8"), {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { isolatedDeclarations: true, declaration: true, strict: true, target: ts.ScriptTarget.ESNext },
  });
  const [first] = diagnostics;
  if (first !== undefined) {
    throw new Error(`${relative(project, path)}: ${ts.flattenDiagnosticMessageText(first.messageText, "\n")}`);
  }
  const source = ts.createSourceFile(path, outputText, ts.ScriptTarget.ESNext, true);
  const declared = new Map<string, ts.Statement[]>();
  const imported = new Map<string, { from: string; name: string }>();
  const exports = new Map<string, { from: string; name: string }>();
  const stars: string[] = [];
  const resolve = (specifier: ts.Expression) => {
    const text = (specifier as ts.StringLiteral).text;
    return text.startsWith(".") ? join(dirname(path), text) : text;
  };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
      for (const { name, propertyName } of bindings.elements) {
        imported.set(name.text, { from: resolve(statement.moduleSpecifier), name: (propertyName ?? name).text });
      }
    } else if (ts.isExportDeclaration(statement)) {
      if (statement.moduleSpecifier === undefined) continue;
      const from = resolve(statement.moduleSpecifier);
      if (statement.exportClause === undefined) stars.push(from);
      else if (ts.isNamedExports(statement.exportClause)) {
        for (const { name, propertyName } of statement.exportClause.elements) {
          exports.set(name.text, { from, name: (propertyName ?? name).text });
        }
      }
    } else {
      for (const name of namesOf(statement)) declared.set(name, [...declared.get(name) ?? [], statement]);
    }
  }
  const file = { path, source, declared, imported, exports, stars };
  files.set(path, file);
  return file;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  return named.name !== undefined && ts.isIdentifier(named.name) ? [named.name.text] : [];
}

/** Every name that the entry exports, with the file that declares it. */
function exportsOf(path: string): Map<string, { from: string; name: string }> {
  const file = declarationFile(path);
  const all = new Map(file.exports);
  for (const star of file.stars) for (const [name, at] of exportsOf(star)) all.set(name, at);
  for (const [name, statements] of file.declared) {
    const exported = statements.some((one) =>
      ts.canHaveModifiers(one) && ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    );
    if (exported) all.set(name, { from: path, name });
  }
  return all;
}

/** The text of `declare module "migrate:kit"`, without zod's own declarations. */
function kitModule(): string {
  const exported = exportsOf(entry);
  const wanted: { readonly from: string; readonly name: string }[] = [...exported.values()];
  const owner = new Map<string, string>();
  const texts: string[] = [];
  const done = new Set<ts.Statement>();
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    if (!next.from.startsWith("/")) continue;
    const file = declarationFile(next.from);
    const before = owner.get(next.name);
    if (before !== undefined && before !== next.from) {
      throw new Error(`Two files declare ${next.name}: ${before} and ${next.from}; rename one`);
    }
    owner.set(next.name, next.from);
    const statements = file.declared.get(next.name);
    if (statements === undefined) throw new Error(`${relative(project, next.from)} does not declare ${next.name}`);
    for (const statement of statements) {
      if (done.has(statement)) continue;
      done.add(statement);
      texts.push(textOf(statement));
      for (const name of referencesIn(statement)) {
        const from = file.imported.get(name);
        if (from !== undefined) {
          if (from.from.startsWith("/") && from.name !== name) {
            throw new Error(`${next.from} renames ${from.name} to ${name}; the declarations need one name for a thing`);
          }
          wanted.push(from);
        } else if (file.declared.has(name)) wanted.push({ from: next.from, name });
      }
    }
  }
  const names = [...exported.keys()].sort();
  return [
    `declare module "migrate:kit" {`,
    indent(`import * as z from "${zodName("classic/external")}";`),
    ...texts.map((text) => `\n${indent(text)}`),
    `\n${indent(`export { ${names.join(", ")} };`)}`,
    "}",
    "",
  ].join("\n");
}

/** Identifiers in a declaration, except the names of its members. */
function referencesIn(statement: ts.Statement): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isPropertyDeclaration(parent)) &&
        parent.name === node;
      if (!isMember) found.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(statement, visit);
  return found;
}

/** A declaration with its comment, without the words that an ambient module has no use for. */
function textOf(statement: ts.Statement): string {
  return statement.getFullText().trim().replace(/^((?:\s*\/\*\*[\s\S]*?\*\/\s*)*)(?:export )?(?:declare )?/, "$1");
}

function indent(text: string): string {
  return text.split("\n").map((line) => line === "" ? "" : `  ${line}`).join("\n");
}

const zodDirectory = join(project, "node_modules/zod/v4");

/** zod's own files become modules of these names; nobody has to import them. */
function zodName(path: string): string {
  return `migrate:zod/${path}`;
}

/** zod's declarations as ambient modules, with the columns' metadata in its registry. */
function zodModules(): string {
  const pending = ["classic/external"];
  const done = new Map<string, string>();
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    if (done.has(path)) continue;
    const file = join(zodDirectory, `${path}.d.ts`);
    if (!existsSync(file)) throw new Error(`zod has no ${path}.d.ts`);
    const here = dirname(path);
    const text = readFileSync(file, "utf8")
      .replaceAll(/^export \* as locales from .*\n/gm, "")
      .replaceAll(/^(export )?declare /gm, "$1")
      .replaceAll(/(from |import\()"(\.[^"]+)\.js"/g, (_whole, word: string, specifier: string) => {
        const name = join(here, specifier);
        pending.push(name);
        return `${word}"${zodName(name)}"`;
      })
      .replace(
        "interface GlobalMeta extends JSONSchemaMeta {",
        `interface GlobalMeta extends JSONSchemaMeta, ColumnMetadata {`,
      );
    const metadata = path === "core/registries" ? `import type { ColumnMetadata } from "migrate:kit";\n` : "";
    done.set(path, `declare module "${zodName(path)}" {\n${metadata}${text.trimEnd()}\n}\n`);
  }
  return [...done.values()].join("\n");
}

/** The source of `src/kit/declarations.ts`. */
export function declarationsSource(): string {
  const version =
    (JSON.parse(readFileSync(join(zodDirectory, "../package.json"), "utf8")) as { version: string }).version;
  const zod = deflateRawSync(zodModules(), { level: 9 }).toString("base64");
  const lines = zod.match(/.{1,110}/g) ?? [];
  return [
    "// deno-fmt-ignore-file",
    "/** The text of `migrate.d.ts`. Written by `deno task declarations` from the source of migrate:kit; not by hand. */",
    `import { Buffer } from "node:buffer";`,
    `import { inflateRawSync } from "node:zlib";`,
    "",
    `const kit = ${templateOf(kitModule())};`,
    "",
    `/** zod ${version}'s own declarations, deflated. */`,
    `const zod = [`,
    ...lines.map((line) => `  "${line}",`),
    `].join("");`,
    "",
    "/** What `migrate types` writes: `migrate:kit` as an editor and `tsc` see it. It needs no package. */",
    "export const declarations: string =",
    '  `// What "migrate:kit" offers, for editors and tsc. Written by migrate types; do not edit.\\n\\n${kit}\\n` +',
    `  inflateRawSync(Buffer.from(zod, "base64")).toString();`,
    "",
  ].join("\n");
}

function templateOf(text: string): string {
  return `\`${text.replaceAll(/[\\`]|\$\{/g, "\\$&")}\``;
}

if (import.meta.main) {
  const text = declarationsSource();
  writeFileSync(target, text);
  process.stdout.write(`${relative(project, target)}: ${text.length} characters\n`);
}
