/** What a run is told in: the types that commands hand on, for whoever shows them. */
export type { ServerError } from "../database/mod.ts";
export type { LogRow, StepDone, StepFailure, StepRef } from "../database/run/mod.ts";
export type { Holder } from "../database/run/types.ts";
