/**
 * Running revisions: what is applied, the plan's execution, stamps, scripts and listings. Commands use this door only.
 *
 * A typical `up`:
 *
 * ```ts
 * const names = tableNames(config.historyTable, config.logTable);
 * const result = await runPlan({
 *   session,
 *   open: (signal) => openSession({ ...options, signal }),
 *   names,
 *   plan: (applied) => planUp(graph, applied.ids, targets).steps.map(runStepOf),
 *   policy,
 *   identity: { runId: newRunId(), toolVersion: "1.0.0", tag: null },
 *   onEvent: show,
 *   interrupt: controller.signal,
 * });
 * ```
 */
export { changedRevisions, checkHalfDone } from "./check.ts";
export { newRunId, systemClock } from "./clock.ts";
export { type HistoryRow, type LogRow, readApplied, readHistory, readLog } from "./history.ts";
export { leaseTtlMs } from "./lease.ts";
export { type ListedBlock, type ListedStatement, type ListedStep, listingOf } from "./listing.ts";
export { loadSteps } from "./load.ts";
export { progressText } from "./progress.ts";
export { lockHolder } from "./run-lock.ts";
export { runPlan } from "./run-plan.ts";
export { scriptOf, type ScriptRequest, stampScriptOf, tablesScript } from "./script.ts";
export { type StampChange, type StampRequest, type StampResult, writeStamp } from "./stamp.ts";
export { sqlName, type TableName, tableName, type TableNames, tableNames } from "./table-names.ts";
export { type EnsureRequest, ensureVersion, newestLayout } from "./tables.ts";
export type * from "./types.ts";
