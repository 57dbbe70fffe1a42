/** Planned changes for people, a line each. */
import { wrap } from "../base/text.ts";
import { warningOf } from "../commands/schema/compare.ts";
import type { PlannedStatement } from "../commands/schema/plan-types.ts";
import type { View } from "./terminal.ts";

/** One line a statement, with what it costs. On a terminal a long one goes on below itself; programs read lines. */
export function changeLines(statements: readonly PlannedStatement[], view: View): string {
  const { palette, signs } = view;
  return statements.map((statement) => {
    const sign = statement.losesData ? palette.bad(signs.warning) : palette.dim(signs.bullet);
    const text = statement.description + palette.warn(warningOf(statement));
    return `  ${sign} ${view.isTerminal ? wrap(text, view.width, "    ", 4) : text}\n`;
  }).join("");
}
