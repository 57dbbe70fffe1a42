/**
 * Bundles and compiles the program; `build.ts` runs it under Bun, because only Bun's own interface takes plugins.
 *
 *   bun scripts/bundle.ts ENTRY OUTFILE TARGET BUILD-INFO
 */
import { readFileSync } from "node:fs";
import process from "node:process";

/** The part of Bun that is used. */
interface BunRuntime {
  build(options: object): Promise<{ readonly success: boolean; readonly logs: readonly unknown[] }>;
}

interface PluginBuild {
  onLoad(
    filter: { readonly filter: RegExp },
    load: (file: { readonly path: string }) => { readonly contents: string; readonly loader: "js" },
  ): void;
}

const importOfBuiltin = /^import (\w+|\{ performance \}) from '(net|tls|crypto|stream|os|perf_hooks)'$/gm;

/**
 * A module of postgres.js with the runtime's modules taken when they are used. Our sockets are its sockets, so it uses
 * hardly any, and loading them would take each start of the program 5 ms.
 */
function withLazyBuiltins(text: string, path: string): string {
  let count = 0;
  const lazy = text.replace(importOfBuiltin, (_, name: string, module: string) => {
    count++;
    // A global, too.
    if (name === "{ performance }") return "";
    return `const ${name} = new Proxy({}, { get: (_, key) => process.getBuiltinModule('${module}')[key] })`;
  });
  if (count === 0) {
    throw new Error(`${path} imports nothing of the runtime's any more: look at scripts/bundle.ts again`);
  }
  return lazy;
}

const lazyBuiltins = {
  name: "lazy-builtins",
  setup(build: PluginBuild): void {
    build.onLoad({ filter: /[\\/]postgres[\\/]src[\\/](?:connection|index|large)\.js$/ }, ({ path }) => ({
      contents: withLazyBuiltins(readFileSync(path, "utf8"), path),
      loader: "js",
    }));
  },
};

const [entry, outfile, target, info] = process.argv.slice(2);
// A cast because `Bun` exists only under Bun, whose types must not leak into code that Deno checks.
const { Bun: bun } = globalThis as { readonly Bun?: BunRuntime };
if (bun === undefined || info === undefined) throw new Error("bun scripts/bundle.ts ENTRY OUTFILE TARGET BUILD-INFO");
const { success, logs } = await bun.build({
  entrypoints: [entry],
  compile: {
    target,
    outfile,
    // Code is compiled late until src/base/heavy-work.ts says otherwise: most runs are over before it would pay.
    jitPolicy: 16,
    // A stranger's .env or bunfig.toml must not reach the program; users' models need their tsconfig and package.json.
    autoloadDotenv: false,
    autoloadBunfig: false,
    autoloadTsconfig: true,
    autoloadPackageJson: true,
  },
  target: "bun",
  format: "esm",
  minify: true,
  bytecode: true,
  // Without it all code is one file, and a command would pay for what only others need.
  splitting: true,
  define: { MIGRATE_BUILD: info },
  plugins: [lazyBuiltins],
});
if (!success) throw new AggregateError(logs, "the program could not be bundled");
