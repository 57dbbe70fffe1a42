/** Planned changes for people, a line each. */
import { warningOf } from "../commands/schema/compare.ts";
import type { PlannedStatement } from "../commands/schema/plan-types.ts";
import type { View } from "./terminal.ts";

/** One line a statement, with what it costs. */
export function changeLines(statements: readonly PlannedStatement[], view: View): string {
  const { palette, signs } = view;
  return statements.map((statement) => {
    const warning = warningOf(statement);
    const sign = statement.losesData ? palette.bad(signs.warning) : palette.dim(signs.bullet);
    return `  ${sign} ${statement.description}${palette.warn(warning)}\n`;
  }).join("");
}
