/**
 * `.default(v)` is the database's default, `.default(() => v)` is the application's. zod keeps both behind one getter,
 * so the difference has to be seen when `.default()` is called, or guessed.
 */
import type { ZodDef } from "./zod-type.ts";

/** What a zod default is to the database. */
export type DefaultValue = { readonly kind: "value"; readonly value: unknown } | { readonly kind: "function" };

const functionDefaults = new WeakSet<object>();

type Method = (value: unknown) => { readonly _zod: { readonly def: object } };

/**
 * From now on sees every `.default(…)` and `.prefault(…)` of every copy of zod whose constructor calls the shared
 * post-processor. Called once by the process that loads models, before it loads any.
 */
export function observeDefaults(): void {
  // zod's own place for settings that all its copies share; the global object's type does not know it.
  const holder = globalThis as { __zod_globalConfig?: { postProcessor?: (schema: object) => void } };
  const config = holder.__zod_globalConfig ??= {};
  const before = config.postProcessor;
  const seen = new WeakSet<object>();
  config.postProcessor = (schema) => {
    before?.(schema);
    const prototype: unknown = Object.getPrototypeOf(schema);
    if (typeof prototype !== "object" || prototype === null || seen.has(prototype)) return;
    seen.add(prototype);
    for (const method of ["default", "prefault"]) observe(prototype, method);
  };
}

/** zod keeps its methods as getters on prototypes that bind on first reading; ours reads theirs and listens. */
function observe(prototype: object, method: string): void {
  const inherited = Object.getOwnPropertyDescriptor(prototype, method);
  const read = inherited?.get;
  if (inherited === undefined || read === undefined) return;
  Object.defineProperty(prototype, method, {
    ...inherited,
    get(this: object) {
      const original: unknown = read.call(this);
      if (typeof original !== "function") return original;
      const listening = listen(original as Method);
      Object.defineProperty(this, method, { configurable: true, writable: true, value: listening });
      return listening;
    },
  });
}

function listen(original: Method): Method {
  return (value) => {
    const made = original(value);
    if (typeof value === "function") functionDefaults.add(made._zod.def);
    return made;
  };
}

/**
 * What a `default` or `prefault` type's default is. Where `.default()` was not seen: two readings of a function differ
 * (a time, a random id), or are fresh objects that zod did not clone; only a function that always returns the same
 * text or number is taken for a value.
 */
export function defaultValueOf(def: ZodDef): DefaultValue {
  if (functionDefaults.has(def)) return { kind: "function" };
  const descriptor = Object.getOwnPropertyDescriptor(def, "defaultValue");
  if (descriptor?.get === undefined) return { kind: "value", value: def.defaultValue };
  const [first, cloned] = readWatched(def);
  const [second] = readWatched(def);
  if (typeof first === "object" && first !== null) {
    return cloned || first === second ? { kind: "value", value: first } : { kind: "function" };
  }
  return Object.is(first, second) ? { kind: "value", value: first } : { kind: "function" };
}

/** Reads the default and says whether zod looked at it to clone it, which it does with values only. */
function readWatched(def: ZodDef): readonly [unknown, boolean] {
  const seen: unknown[] = [];
  const original = Array.isArray;
  Array.isArray = (value: unknown): value is unknown[] => {
    seen.push(value);
    return original(value);
  };
  try {
    const value = def.defaultValue;
    return [value, seen.length > 0];
  } finally {
    Array.isArray = original;
  }
}
