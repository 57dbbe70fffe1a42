/** What a schema plan is told in, for whoever shows it. */
export type { PlannedStatement } from "../../schema/mod.ts";
export { lockLevels } from "../../schema/statement.ts";
