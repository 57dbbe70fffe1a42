/** Routines of one name, which PostgreSQL tells apart by their arguments. */
import type { Fact } from "./fact.ts";
import { specOf } from "./kinds.ts";
import type { Side } from "./side.ts";

/** Whether calls of a routine would be ambiguous while it and what comes in its place are both there. */
export function isContested(routine: Fact, have: Side, want: Side): boolean {
  if (routine.kind !== "function") return false;
  const takes = (other: Fact | null, calls: readonly string[]) =>
    other !== null && specOf(other).slots(other).some((call) => calls.includes(call));
  const calls = specOf(routine).slots(routine);
  return want.snapshot.facts.some((other) =>
    other.kind === "function" && other.name[1] === routine.name[1] && other.key !== routine.key &&
    takes(other, calls) && !takes(have.get(other.key), calls)
  );
}
