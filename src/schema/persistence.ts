/** In which order tables become logged or unlogged. */
import type { Changes } from "./changes.ts";
import { type Fact, isKind, keyOf } from "./fact.ts";
import type { Side } from "./side.ts";

interface Sides {
  readonly have: Side;
  readonly want: Side;
  readonly changes: Changes;
}

/** Keys of the tables that become logged or unlogged. */
export function lastingTables(changes: Changes): ReadonlySet<string> {
  const lasting = new Set<string>();
  for (const { have: before, want: after } of changes.changed.values()) {
    if (isKind(before, "table") && isKind(after, "table") && before.body.persistence !== after.body.persistence) {
      lasting.add(after.key);
    }
  }
  return lasting;
}

/** Keys of the tables that a foreign key is between, when the fact is one. */
export function betweenTables(fact: Fact, side: Side): readonly string[] {
  if (!isKind(fact, "constraint") || fact.body.type !== "f") return [];
  const ends = [keyOf("table", fact.name.slice(0, 2)), ...fact.needs].flatMap((key) => [...side.lineage(key)]);
  return [...new Set(ends.flatMap(({ kind, key }) => kind === "table" ? [key] : []))];
}

/** What {@link persistence} finds. */
export interface Persistence {
  /** Keys of the tables that become logged or unlogged. */
  readonly lasting: ReadonlySet<string>;
  /** By table, what must be done before it: `KEY lasting`. */
  readonly waits: ReadonlyMap<string, readonly string[]>;
}

/**
 * Tables that become logged or unlogged, and which of those each has to wait for: a logged table cannot refer to an
 * unlogged one at any moment.
 */
export function persistence({ have, want, changes }: Sides): Persistence {
  const lasting = lastingTables(changes);
  const waits = new Map<string, string[]>();
  if (lasting.size < 2) return { lasting, waits };
  for (const fact of have.facts.values()) {
    if (!isKind(fact, "constraint") || fact.body.type !== "f" || want.get(fact.key) === null) continue;
    const referring = keyOf("table", fact.name.slice(0, 2));
    const referred = betweenTables(fact, have).find((key) => key !== referring);
    if (referred === undefined || !lasting.has(referring) || !lasting.has(referred)) continue;
    const logged = want.at(referring, "table")?.body.persistence !== "u";
    const [first, then] = logged ? [referred, referring] : [referring, referred];
    waits.set(then, [...waits.get(then) ?? [], `${first} lasting`]);
  }
  return { lasting, waits };
}
