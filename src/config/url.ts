/** URLs of databases, as far as the config has to understand them. */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { problem } from "../base/problem.ts";

/** A directory of the embedded PostgreSQL is meant from where the URL is written; a run finds it from its own. */
export function placeUrl(url: string, base: string, cwd: string): string {
  if (base === cwd || !url.startsWith("pglite:") || url === "pglite:memory") return url;
  return `pglite:${relative(cwd, resolve(base, url.slice("pglite:".length))) || "."}`;
}

/** Reads a mounted secret: the first line of a file. `file` is how the user wrote its path. */
export function readUrlFile(cwd: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/,? \w+ '[^']*'/g, "").trim() : String(cause);
    throw problem("config/unreadable", { reason }, { at: { file }, cause });
  }
  const url = (text.replace(/^\ufeff/, "").split(/\r?\n/)[0] ?? "").trim();
  if (url === "") throw problem("config/empty-url-file", {}, { at: { file } });
  return url;
}
