/** Parts that several shapes share. Each is checked against the type that it describes. */
import * as z from "zod";
import type { RevisionItem, RevisionName } from "../../commands/revision-item.ts";
import type { LogRow, ServerError, StepDone, StepFailure, StepRef } from "../../commands/run-types.ts";

/**
 * Checks that what a schema describes is of a type. Only the output is compared: comparing whole schema types is more
 * than the compiler can do.
 */
export function shape<T>(): <S extends { readonly _zod: { readonly output: T } }>(schema: S) => S {
  return (schema) => schema;
}

export const ids = z.array(z.string());
export const direction = z.enum(["up", "down"]);

export const revisionName = shape<RevisionName>()(z.object({
  id: z.string(),
  message: z.string(),
  file: z.string().nullable(),
}));

const revisionItemFields = {
  id: z.string(),
  message: z.string(),
  file: z.string().nullable(),
  parents: ids,
  dependsOn: ids,
  labels: ids,
  branches: ids,
  created: z.string().nullable(),
  head: z.boolean(),
  branchPoint: z.boolean(),
  mergePoint: z.boolean(),
  applied: z.boolean().nullable(),
};

export const revisionItem = shape<RevisionItem>()(z.object(revisionItemFields));

const stepFields = {
  id: z.string(),
  direction,
  message: z.string(),
  file: z.string().nullable(),
  tips: ids,
};

export const stepRef = shape<StepRef>()(z.object(stepFields));

export const stepDone = shape<StepDone>()(stepRef.extend({ durationMs: z.number() }));

export const serverError = shape<ServerError>()(z.object({
  sqlstate: z.string(),
  severity: z.string(),
  message: z.string(),
  detail: z.string().nullable(),
  hint: z.string().nullable(),
  where: z.string().nullable(),
  position: z.number().nullable(),
  schema: z.string().nullable(),
  table: z.string().nullable(),
  column: z.string().nullable(),
  constraint: z.string().nullable(),
}));

export const progress = z.object({
  direction,
  blocks: z.number(),
  statements: z.number(),
  started: z.boolean(),
});

export const stepFailure = shape<StepFailure>()(z.object({
  step: stepRef,
  block: z.number(),
  statement: z.number().nullable(),
  of: z.number(),
  place: z.object({
    file: z.string(),
    line: z.number(),
    column: z.number(),
    operation: z.number().nullable(),
    lineNumber: z.number().nullable(),
    lineText: z.string().nullable(),
    caret: z.number().nullable(),
  }).nullable(),
  error: serverError.nullable(),
  message: z.string(),
  rolledBack: z.enum(["run", "revision", "block", "statement", "nothing"]),
  stays: progress.nullable(),
  invalidIndex: z.string().nullable(),
  committed: z.enum(["no", "unknown"]),
}));

export const logRow = shape<LogRow>()(z.object({
  id: z.number(),
  at: z.string(),
  runId: z.string(),
  revision: z.string(),
  action: z.enum(["up", "down", "stamp", "unstamp"]),
  durationMs: z.number(),
  appliedBy: z.string(),
  toolVersion: z.string(),
  tag: z.string().nullable(),
  error: z.string().nullable(),
}));
