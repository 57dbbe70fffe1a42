/** Planned changes as the content of a revision file. */
import type { RevisionContent } from "../write-revision.ts";
import { sqlBlocks } from "./blocks.ts";
import type { Changes } from "./rewrite.ts";
import { typedLines } from "./typed.ts";

/** How a TypeScript revision says what it does: by operations of `migrate:kit` where there are any, or in SQL alone. */
export const ways = ["operations", "statements"] as const;

/** One of the {@link ways}. */
export type Way = (typeof ways)[number];

/** Writes both directions as blocks of SQL, or as operations. */
export function draftOf({ up, down }: Changes, format: "sql" | "ts", way: Way): RevisionContent {
  if (format === "sql") return { format, up: sqlBlocks(up), down: sqlBlocks(down) };
  const typed = way === "operations";
  const [forth, back] = [typedLines(up, typed), typedLines(down, typed)];
  return { format, imports: [...forth.imports, ...back.imports], up: forth.lines, down: back.lines };
}
