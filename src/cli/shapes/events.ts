/** The shape of one line of `--json=lines`. */
import * as z from "zod";
import type { CommandEvent } from "../../commands/events.ts";
import { progress, serverError, stepFailure, stepRef } from "./parts.ts";

const holderFields = {
  pid: z.number(),
  user: z.string().nullable(),
  application: z.string().nullable(),
  address: z.string().nullable(),
  state: z.string().nullable(),
  since: z.string().nullable(),
  query: z.string().nullable(),
};
const lockHolder = z.object({
  ...holderFields,
  kind: z.enum(["advisory", "lease"]),
  runId: z.string().nullable(),
  until: z.string().nullable(),
});

type Fields = Readonly<Record<string, z.core.SomeType>>;

/** What each event carries besides its name. An event without an entry does not compile. */
const fields: Readonly<Record<CommandEvent["type"], Fields>> = {
  "lock-wait": { holder: lockHolder.nullable(), waitedMs: z.number() },
  "plan": { steps: z.array(stepRef) },
  "tables": { from: z.number(), to: z.number() },
  "started": { steps: z.array(stepRef), index: z.number(), count: z.number() },
  "statement": {
    step: stepRef,
    block: z.number(),
    statement: z.number(),
    of: z.number(),
    description: z.string(),
  },
  "done": { step: stepRef, durationMs: z.number(), index: z.number(), count: z.number() },
  "resume": { step: stepRef, from: progress, changed: z.boolean() },
  "found": {
    step: stepRef,
    statement: z.number(),
    finding: z.enum(["done", "not-done", "invalid-index-dropped", "unknown"]),
    object: z.string().nullable(),
  },
  "retry": { step: stepRef, attempt: z.number(), of: z.number(), waitMs: z.number(), error: serverError },
  "blocked": { steps: z.array(stepRef), waitedMs: z.number(), by: z.array(z.object(holderFields)) },
  "interrupting": { signal: z.enum(["SIGINT", "SIGTERM"]) },
  "connection-lost": { message: z.string() },
  "reconnected": {},
  "failed": { failure: stepFailure },
  "database": { display: z.string(), env: z.string().nullable(), protected: z.boolean() },
  "wait-for-db": { waitedMs: z.number(), limitMs: z.number() },
  "hook": { command: z.string() },
  "output": { text: z.string() },
  "notice": { severity: z.string(), message: z.string() },
  "warning": { code: z.string(), message: z.string() },
};

/** One line: the event's name in `event`, then what it carries. */
export const eventShape = z.union(
  Object.entries(fields).map(([name, shape]) => z.object({ event: z.literal(name), ...shape })),
);
