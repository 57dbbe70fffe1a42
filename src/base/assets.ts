/**
 * Files that the program needs beside its code: WebAssembly modules and what the build derives from them. In the
 * compiled program they are embedded, and its entry registers their paths before anything else; run from source, they
 * are found in the packages they belong to and in the build directory.
 */
import { existsSync } from "node:fs";
import process from "node:process";

/** Where each file is when the program runs from source: in a package, or made by the build. */
const sources = {
  "pglite.wasm": { package: "@electric-sql/pglite/pglite.wasm" },
  "pglite.data": { package: "@electric-sql/pglite/pglite.data" },
  "database.pack": { built: "embedded/database.pack" },
  "extensions.pack": { built: "embedded/extensions.pack" },
} as const;

/** The name of a file that goes with the program. */
export type Asset = keyof typeof sources;

/** All of them, in the order in which the build embeds them. */
export const assets = Object.keys(sources) as readonly Asset[];

let registered: Readonly<Partial<Record<Asset, string>>> = {};

/** Tells where the embedded files are; the compiled program's entry calls it once, first of all. */
export function registerAssets(paths: Readonly<Partial<Record<Asset, string>>>): void {
  registered = paths;
}

/** The path of a file that goes with the program, or null when it was not built. */
export function assetPath(asset: Asset): string | null {
  const known = registered[asset];
  if (known !== undefined) return known;
  const source: { readonly package: string } | { readonly built: string } = sources[asset];
  // Fetched here, because every start of the compiled program would pay for modules that only its source needs.
  const { createRequire } = process.getBuiltinModule("node:module");
  const { fileURLToPath } = process.getBuiltinModule("node:url");
  if ("package" in source) return createRequire(import.meta.url).resolve(source.package);
  const path = fileURLToPath(new URL(`../../.build/${source.built}`, import.meta.url));
  return existsSync(path) ? path : null;
}
