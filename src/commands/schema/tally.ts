/** Counts what a plan drops and creates, by whole objects. */
import { type Fact, isKind, keyOf, type Rename, type Snapshot } from "../../schema/mod.ts";

/** Objects by kind and name, as people write them. */
export interface Tally {
  readonly dropped: readonly string[];
  readonly created: readonly string[];
}

/** Objects that stand by themselves, not parts of others. */
const whole = new Set(["table", "view", "sequence", "enum", "domain", "composite", "function", "aggregate"]);

function objects(snapshot: Snapshot): ReadonlyMap<string, string> {
  const owned = new Set(snapshot.facts.flatMap((fact: Fact) => isKind(fact, "ownedBy") ? [fact.parent] : []));
  return new Map(
    snapshot.facts.flatMap((fact) =>
      whole.has(fact.kind) && !owned.has(fact.key)
        ? [[fact.key, `${fact.kind} ${fact.name.slice(0, 2).join(".")}`]]
        : []
    ),
  );
}

/** What only one side has; what was renamed is on both. */
export function tallyOf(have: Snapshot, want: Snapshot, renames: readonly Rename[]): Tally {
  const [before, after] = [objects(have), objects(want)];
  const known = renames.flatMap(({ kind, from, to }) => kind === "value" ? [] : [keyOf(kind, from), keyOf(kind, to)]);
  const settled = new Set(known);
  const only = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...one].flatMap(([key, name]) => other.has(key) || settled.has(key) ? [] : [name]);
  return { dropped: only(before, after), created: only(after, before) };
}
