/** What a schema can be read from, as the command line names it. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { nearest } from "../../base/nearest.ts";
import { problem } from "../../base/problem.ts";

/** One side of a comparison. */
export type SchemaSource =
  | { readonly from: "models" }
  /** The revisions that the targets need, replayed; null: all of them. */
  | { readonly from: "migrations"; readonly targets: readonly string[] | null }
  /** The configured database. */
  | { readonly from: "database" }
  | { readonly from: "url"; readonly url: string }
  /** SQL text in a file, or in the files of a directory. */
  | { readonly from: "file"; readonly path: string; readonly shown: string }
  | { readonly from: "empty" };

const words = ["models", "migrations", "database", "empty"];

/**
 * Reads a source as the user wrote it. Throws `schema/unknown-source`.
 *
 * ```ts
 * sourceOf("migrations@74e0", "."); // { from: "migrations", targets: ["74e0"] }
 * ```
 */
export function sourceOf(text: string, cwd: string): SchemaSource {
  if (text === "models" || text === "database" || text === "empty") return { from: text };
  const migrations = /^migrations(?:@(.+))?$/s.exec(text);
  if (migrations !== null) return { from: "migrations", targets: migrations[1] === undefined ? null : [migrations[1]] };
  if (/^(?:postgres(?:ql)?:\/\/|pglite:)/i.test(text)) return { from: "url", url: text };
  const path = resolve(cwd, text);
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return { from: "file", path, shown: text };
  const near = text.replace(/^(?:revisions?|migration)(?=@|$)/, "migrations");
  throw problem("schema/unknown-source", { source: text, nearest: near === text ? nearest(text, words) : near });
}

/** Whether a source is a database that others may use too, not a scratch of our own. */
export function isLive(source: SchemaSource): source is Extract<SchemaSource, { from: "database" | "url" }> {
  return source.from === "database" || source.from === "url";
}
