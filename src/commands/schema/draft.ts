/** Planned changes as the content of a revision file. */
import { isStuck, type PlannedStatement } from "../../schema/mod.ts";
import type { RevisionContent } from "../write-revision.ts";
import { type Change, changesOf, sqlBlocks } from "./blocks.ts";
import type { Changes } from "./rewrite.ts";
import { typedLines } from "./typed.ts";

/** How a TypeScript revision says what it does: by operations of `migrate:kit` where there are any, or in SQL alone. */
export const ways = ["operations", "statements"] as const;

/** One of the {@link ways}. */
export type Way = (typeof ways)[number];

/** Changes, and what of them nothing takes back, a line each. */
export interface Drafted extends Changes {
  readonly lasting: readonly string[];
}

/** Both ways as changes, without what PostgreSQL cannot take back. */
export function draftedOf(up: readonly PlannedStatement[], down: readonly PlannedStatement[]): Drafted {
  const lasting = down.filter(isStuck).map(({ description }) => description);
  return { up: changesOf(up), down: changesOf(down.filter((one) => !isStuck(one))), lasting };
}

/** Writes lines above the first of some changes. */
function above(changes: readonly Change[], lines: readonly string[]): readonly Change[] {
  return changes.map((change, at) =>
    at > 0 || lines.length === 0
      ? change
      : { ...change, comment: [...lines, change.comment].filter(Boolean).join("\n") }
  );
}

/** Writes both directions as blocks of SQL, or as operations. Where nothing at all is taken back, there is no down. */
export function draftOf({ up, down, lasting }: Drafted, format: "sql" | "ts", way: Way): RevisionContent {
  const none = down.length === 0 && lasting.length > 0;
  const forth = none ? above(up, ["No way back:", ...lasting]) : up;
  const back = above(down, lasting);
  if (format === "sql") return { format, up: sqlBlocks(forth), down: none ? null : sqlBlocks(back) };
  const typed = way === "operations";
  const [upper, lower] = [typedLines(forth, typed), typedLines(back, typed)];
  return { format, imports: [...upper.imports, ...lower.imports], up: upper.lines, down: none ? null : lower.lines };
}
