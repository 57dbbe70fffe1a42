/** Takes the wrappers off a zod type: what is inside, whether it may be null, its default, all its metadata. */
import { type DefaultValue, defaultValueOf } from "./default-value.ts";
import { metadataOf, type ZodLike } from "./zod-type.ts";

/** A zod type without its wrappers. */
export interface Unwrapped {
  readonly inner: ZodLike;
  readonly null: boolean;
  /** A lazy type was among the wrappers: `z.json()` is one, whose null is JSON's. */
  readonly lazy: boolean;
  /** The outermost default; null when there is none. */
  readonly default: DefaultValue | null;
  /** Metadata of all layers; the outer ones win. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Wrappers that change nothing about the column. */
const transparent = new Set(["readonly", "catch", "success"]);

/** Deep enough for every sane type, and an end for a lazy type that is only itself. */
const deepest = 100;

/**
 * Unwraps a column's type, from the outside in. `z.string().optional().default("a")` is not null: its default stands
 * in for what is missing; `z.string().default("a").optional()` may be null.
 */
export function unwrap(schema: ZodLike): Unwrapped {
  let inner = schema;
  let mayBeNull = false;
  let filled = false;
  let lazy = false;
  let found: DefaultValue | null = null;
  let metadata: Readonly<Record<string, unknown>> = {};
  for (let depth = 0; depth < deepest; depth += 1) {
    const { def } = inner._zod;
    const own = metadataOf(inner);
    if (own !== null) metadata = { ...own, ...metadata };
    if (def.type === "optional") mayBeNull ||= !filled;
    else if (def.type === "nullable") mayBeNull = true;
    else if (def.type === "default" || def.type === "prefault") {
      found ??= defaultValueOf(def);
      filled = true;
    } else if (def.type === "nonoptional") filled = true;
    else if (!transparent.has(def.type) && next(inner) === null) break;
    lazy ||= def.type === "lazy";
    const deeper = next(inner);
    if (deeper === null) break;
    inner = deeper;
  }
  return { inner, null: mayBeNull, lazy, default: found, metadata };
}

/** The type inside a wrapper: the input side of a pipe, what a lazy type yields; null when there is none. */
function next(schema: ZodLike): ZodLike | null {
  const { def } = schema._zod;
  if (def.type === "lazy") return def.getter?.() ?? null;
  if (def.type === "pipe") return (def.in?._zod.def.type === "transform" ? def.out : def.in) ?? null;
  return def.innerType !== undefined && def.type !== "promise" ? def.innerType : null;
}
