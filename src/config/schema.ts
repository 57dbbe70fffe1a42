/** The config as a zod schema, made from the table of settings. Loaded only when something is wrong, or to print it. */
import { z } from "zod";
import { templateFault } from "./file-template.ts";
import { durationMs, type Kind, type SettingSpec, settingSpecs } from "./settings.ts";

const text = z.string().min(1);
const texts = z.array(text);
const model = z.union([
  text,
  z.strictObject({ drizzle: text, casing: z.enum(["snake_case", "camelCase"]).optional() }),
  z.strictObject({ command: z.array(text).min(1) }),
]);

/** What an editor can check of a duration; a variable may stand in it. */
const durationText = "^(?:0|(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+|.*\\$\\{.*)$";

const schemaOf: { readonly [K in Kind["kind"]]: (type: Extract<Kind, { kind: K }>) => z.ZodType } = {
  text: (type) => type.empty === true ? z.string() : text,
  template: () => z.string().refine((value) => templateFault(value) === null),
  flag: () => z.boolean(),
  count: () => z.number().int().min(0),
  duration: () => z.string().refine((value) => durationMs(value) !== null).meta({ pattern: durationText }),
  choice: (type) => z.enum(type.values),
  list: () => texts,
  models: () => z.array(model),
  texts: () => z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string()),
};

function zodOf<K extends Kind["kind"]>(type: Extract<Kind, { kind: K }>): z.ZodType {
  const make: (type: Extract<Kind, { kind: K }>) => z.ZodType = schemaOf[type.kind as K];
  return make(type);
}

function described({ type, fallback, doc }: SettingSpec): z.ZodType {
  const meta = fallback === null ? { description: doc } : { description: doc, default: fallback };
  return zodOf(type).meta({ ...zodOf(type).meta(), ...meta }).optional();
}

/** A section's settings as a shape; `[hooks]` and the like are objects of their own. */
function section(): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  const inner = new Map<string, Record<string, z.ZodType>>();
  for (const spec of settingSpecs) {
    const dot = spec.key.indexOf(".");
    if (dot === -1) shape[spec.key] = described(spec);
    else {
      const table = spec.key.slice(0, dot);
      inner.set(table, { ...inner.get(table), [spec.key.slice(dot + 1)]: described(spec) });
    }
  }
  for (const [table, keys] of inner) shape[table] = z.strictObject(keys).optional();
  return shape;
}

/** The schema of a whole config file. */
export function configSchema(): z.ZodType {
  const environment = z.strictObject(section()).meta({ description: "Settings of one environment: --env NAME" });
  return z.strictObject({
    ...section(),
    env: z.record(z.string(), environment).optional(),
  }).meta({ title: "migrate.toml" });
}

/**
 * The JSON Schema of a config file, for editors and `migrate config schema`.
 *
 * ```ts
 * JSON.stringify(configJsonSchema(), null, 2);
 * ```
 */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema(), { io: "input" });
}
