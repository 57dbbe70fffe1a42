/** JSON Schemas of everything that `--json` prints. Loads zod: only `migrate json schema` and tests import it. */
import * as z from "zod";
import { commands } from "../table/mod.ts";
import { eventShape } from "./events.ts";
import { outcomes } from "./outcomes.ts";

const place = z.object({
  file: z.string(),
  line: z.number().nullable(),
  column: z.number().nullable(),
});

const problem = z.object({
  code: z.string(),
  message: z.string(),
  why: z.string(),
  hint: z.string(),
  data: z.unknown(),
  at: place.nullable(),
});

/** What every failure prints; a run that failed part way adds its outcome. */
export const errorShape = z.looseObject({
  ok: z.literal(false),
  command: z.string().nullable(),
  version: z.literal(1),
  error: problem,
  errors: z.array(problem).optional(),
});

/** What a command prints when it is done. */
export function documentShape(command: keyof typeof outcomes): z.core.SomeType {
  const head = z.object({ ok: z.literal(true), command: z.literal(command), version: z.literal(1) });
  const [first, ...others] = outcomes[command].map((outcome) => z.intersection(head, outcome));
  return others.length === 0 || first === undefined ? first ?? head : z.union([first, ...others]);
}

/** The names that have a shape. */
export const shapeNames: readonly string[] = [...commands.map(({ name }) => name), "error", "events"];

/** The JSON Schema (2020-12) of a command's document, of `error` or of `events`; null for another name. */
export function jsonSchemaOf(name: string): object | null {
  const known = commands.find((one) => one.name === name);
  const shape = name === "error"
    ? errorShape
    : name === "events"
    ? eventShape
    : known === undefined
    ? null
    : documentShape(known.name);
  // `SomeType` is a schema without its methods, which is as much as the compiler can compare; all of these are zod's own.
  return shape === null ? null : z.toJSONSchema(shape as z.ZodType, { io: "output" });
}
