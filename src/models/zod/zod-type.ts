/** zod 4 types as this program sees them: by their internals (`_zod.def`), never by class, so any copy of zod will do. */

/** A zod type of any copy of zod 4. */
export interface ZodLike {
  readonly _zod: { readonly def: ZodDef; readonly bag?: Readonly<Record<string, unknown>> };
}

/** The parts of a definition that are read here; which of them a type has depends on its `type`. */
export interface ZodDef {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: ZodCheck } }[];
  readonly innerType?: ZodLike;
  readonly in?: ZodLike;
  readonly out?: ZodLike;
  readonly element?: ZodLike;
  readonly getter?: () => ZodLike;
  readonly options?: readonly ZodLike[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly shape?: Readonly<Record<string, ZodLike>>;
  readonly defaultValue?: unknown;
}

/** A check of a type: its kind under `check`, and what belongs to it. */
export interface ZodCheck {
  readonly check: string;
  readonly format?: string;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly length?: number;
  readonly value?: unknown;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly includes?: string;
}

/** Says whether a value is a zod 4 type, by its tag. */
export function isZod(value: unknown): value is ZodLike {
  if (typeof value !== "object" || value === null || !("_zod" in value)) return false;
  const internals = value._zod;
  return typeof internals === "object" && internals !== null && "def" in internals &&
    typeof internals.def === "object" && internals.def !== null && "type" in internals.def;
}

interface Registry {
  get(schema: ZodLike): unknown;
}

/** All copies of zod 4 share one registry on the global object; its type is zod's own secret. */
function sharedRegistry(): Registry | null {
  const shared: unknown = Reflect.get(globalThis, "__zod_globalRegistry");
  return typeof shared === "object" && shared !== null && "get" in shared ? shared as Registry : null;
}

/**
 * A type's own metadata: what `.meta({ … })` said; null when it said nothing. Copies of zod without the shared registry
 * are asked themselves.
 */
export function metadataOf(schema: ZodLike): Readonly<Record<string, unknown>> | null {
  const shared = sharedRegistry()?.get(schema);
  const found = shared ?? ("meta" in schema && typeof schema.meta === "function" ? schema.meta() : undefined);
  return typeof found === "object" && found !== null ? { ...found } : null;
}
