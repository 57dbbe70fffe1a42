/** Where a column of a TypeScript model is written. */
import type { Spot } from "../sql/statement.ts";

/** Lines of a table that are looked through for a column. */
const longestTable = 500;

/**
 * The place of a column, looked for from where its table begins: its key, in its own words or in camelCase, or its name
 * in quotes. Null when there is none.
 *
 * ```ts
 * columnPlace('table("a", {\n  fullName: z.string() })', { file: "a.ts", line: 1 }, "full_name");
 * // { file: "a.ts", line: 2, column: 3, operation: null }
 * ```
 */
export function columnPlace(
  text: string,
  { file, line }: { readonly file: string; readonly line: number },
  column: string,
): Spot | null {
  const lines = text.split("\n").slice(line - 1, line - 1 + longestTable);
  const words = [column, column.replaceAll(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())]
    .map((word) => word.replaceAll(/[^\w]/g, "\\$&"));
  const key = `(?<![\\w$.])(["'\`]?)(?:${words.join("|")})\\1\\s*:`;
  for (const pattern of [new RegExp(key), new RegExp(`(["'\`])${words[0]}\\1`)]) {
    for (const [index, one] of lines.entries()) {
      const found = one.search(pattern);
      if (found < 0) continue;
      return { file, line: line + index, column: [...one.slice(0, found)].length + 1, operation: null };
    }
  }
  return null;
}
