/** JSON Schemas of everything that `--json` prints. Loads zod: only `migrate json schema` and tests import it. */
import * as z from "zod";
import { type CommandName, commands } from "../table/mod.ts";
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

/** What a command prints when it is done; nothing that is not listed here. */
export function documentShape(command: CommandName): z.ZodType {
  const head = { ok: z.literal(true), command: z.literal(command), version: z.literal(1) };
  const [first, ...others] = outcomes[command].map((outcome) => z.strictObject({ ...head, ...outcome.shape }));
  if (first === undefined) return z.strictObject(head);
  return others.length === 0 ? first : z.union([first, ...others]);
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
  return shape === null ? null : z.toJSONSchema(shape, { io: "output" });
}
