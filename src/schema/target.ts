/** Finds how COMMENT ON, OWNER TO and GRANT ON name the object of a key. */
import type { Target } from "./kind.ts";
import { specOf } from "./kinds.ts";
import type { Side } from "./side.ts";

/** The target of the object of a key, or null when it cannot be one. */
export function targetOf(key: string | null, side: Side): Target | null {
  const fact = key === null ? null : side.get(key);
  if (fact === null) return null;
  return specOf(fact).target(fact, side);
}
