/** Whether the files of models say everything that the models depend on, and then their hash. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { LoadRequest } from "./reply.ts";

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** What could make the same text mean something else tomorrow: the environment, computed imports. */
const unknowable =
  /\bimport\s*\(\s*[^"'\s]|\brequire\s*\(|\bprocess\b|\bDeno\b|\bBun\b|\bglobalThis\b|\bimport\.meta\b/;

/** Packages that describe schemas and look at nothing else. */
const known = new Set(["migrate:kit", "zod", "zod/mini", "zod/v4", "drizzle-orm", "drizzle-orm/pg-core"]);

/**
 * The hash of everything that a request's models are made of: their files, the files that these import, the versions of
 * the project's own zod and Drizzle. Null when the text of the files does not say it all.
 */
export function fingerprint(request: LoadRequest): string | null {
  const hash = createHash("sha256").update(JSON.stringify(request));
  const seen = new Set<string>();
  const follow = (path: string): boolean => {
    if (seen.has(path)) return true;
    seen.add(path);
    const text = readFileSync(path, "utf8");
    hash.update(`\0${path}\0${text}`);
    if (path.endsWith(".json")) return true;
    if (unknowable.test(text)) return false;
    for (const [, name = ""] of text.matchAll(specifier)) {
      if (known.has(name)) hash.update(ownVersion(dirname(path), name));
      else if (!name.startsWith(".")) return false;
      else {
        const found = importedFile(resolve(dirname(path), name));
        if (found === null || !follow(found)) return false;
      }
    }
    return true;
  };
  return request.files.every(({ path }) => follow(path)) ? hash.digest("hex").slice(0, 32) : null;
}

const extensions = [".tsx", ".jsx", ".ts", ".mts", ".cts", ".mjs", ".js", ".cjs", ".json"];

/** The file that an import means by its path; null where it may be one of several, or is in a package of its own. */
export function importedFile(path: string): string | null {
  const stem = path.replace(/\.[cm]?jsx?$/, "");
  const candidates = new Set([path, ...[path, stem].flatMap((start) => extensions.map((end) => `${start}${end}`))]);
  const found = [...candidates].filter((one) => statSync(one, { throwIfNoEntry: false })?.isFile() === true);
  return found.length === 1 ? found[0] ?? null : null;
}

/** The manifest of the project's own copy of a package; empty where the program's is used. */
function ownVersion(directory: string, name: string): string {
  const manifest = join("node_modules", name.split("/")[0] ?? name, "package.json");
  for (let here = directory;; here = dirname(here)) {
    if (existsSync(join(here, manifest))) return readFileSync(join(here, manifest), "utf8");
    if (dirname(here) === here) return "";
  }
}
