/** The actions that drop facts, or move them aside. */
import { type Action, alone, empty, grouped, type Plan } from "./action.ts";
import { detached } from "./changes.ts";
import { type Fact, isKind, keyOf } from "./fact.ts";
import { bound, changedBelow, inheritedDrops, isAlone, letGo, partitionsPointedAt } from "./heirs.ts";
import { isInheritable, keptBelow } from "./kept.ts";
import { specOf } from "./kinds.ts";
import { parkActions } from "./park-actions.ts";
import { betweenTables, lastingTables } from "./persistence.ts";
import { orderOf } from "./place.ts";
import type { Side } from "./side.ts";

/** Children of a table that is moved aside which hold names that its successor needs, or tie it to others. */
const untied = new Set(["index", "constraint", "identity", "statistics", "inheritance"]);

/** The dropped fact with which this one ends, without a statement of its own; null when it needs one. */
function endsWith(plan: Plan, fact: Fact): string | null {
  const { have, changes, apart } = plan;
  if (apart.has(fact.key)) return null;
  if (fact.kind === "indexAttachment") {
    const whole = fact.needs.find((need) => changes.dropped.has(need));
    if (whole !== undefined) return whole;
  }
  // An identity stands in a column, but what is moved aside is the table.
  const lasting = (tie: string) => !changes.dropped.has(tie);
  // A table's key to itself keeps the partitions that leave it.
  if (
    partitionsPointedAt(fact, have).some((tie) => changes.dropped.has(tie) && !changes.dropped.has(childOf(tie, have)))
  ) {
    return null;
  }
  // Dropping the column would leave the heirs' NOT NULL and checks inherited from nowhere.
  if (isInheritable(fact) && fact.kind !== "column") {
    if ([...fact.needs, fact.parent ?? ""].some((key) => leftBelow(plan, key))) return null;
    if (keptBelow(fact, have, plan.want, lasting)) return null;
  }
  if (fact.kind === "identity" && changes.parked.has(keyOf("table", fact.name.slice(0, 2)))) return null;
  if (fact.parent !== null && changes.dropped.has(fact.parent)) {
    const tied = changes.parked.has(fact.parent) && untied.has(fact.kind) && !specOf(fact).carried(fact);
    return tied ? null : fact.parent;
  }
  for (const leader of fact.follows) {
    if (detached(fact, have, changes.dropped)) continue;
    // What follows a table that is moved aside follows it there, unless it is wanted for the new one.
    const stays = changes.parked.has(leader) && (fact.kind !== "table" || changes.parked.has(fact.key));
    if (changes.dropped.has(leader) && !stays) return leader;
  }
  for (const parent of specOf(fact).inheritedFrom(fact, have)) {
    const from = have.get(parent);
    if (from === null || !changes.dropped.has(parent) || !bound(plan, fact, parent)) continue;
    if (!keptBelow(from, have, plan.want, lasting)) return parent;
  }
  return null;
}

/** Key of the table that a tie makes an heir. */
function childOf(tie: string, side: Side): string {
  return side.get(tie)?.parent ?? "";
}

/** Whether a key is that of a column that is dropped and stays with heirs. */
function leftBelow({ have, want, changes }: Plan, key: string): boolean {
  const column = changes.dropped.has(key) ? have.at(key, "column") : null;
  return column !== null && keptBelow(column, have, want, (tie) => !changes.dropped.has(tie));
}

/** Actions for all that a plan drops; what ends with something else has none of its own. */
export function drops(plan: Plan): Action[] {
  const { have, want, changes } = plan;
  const leaders = new Map<string, string>();
  for (const key of changes.dropped) {
    const fact = have.get(key);
    const leader = fact === null ? null : endsWith(plan, fact);
    if (leader !== null && leader !== key) leaders.set(key, leader);
  }
  const { rootOf, groups } = grouped(changes.dropped, leaders);
  const actions: Action[] = [];
  const inherited = inheritedDrops(plan, rootOf);
  const lasting = lastingTables(changes);
  for (const [root, keys] of groups) {
    const fact = have.get(root);
    if (fact === null) continue;
    const uses = new Set<string>(inherited.get(root));
    const frees: string[] = [];
    const ends = new Set(keys);
    for (const key of keys) {
      const one = have.get(key);
      if (one === null) continue;
      for (const need of one.needs) if (!ends.has(need)) uses.add(need);
      // A column goes from its table before or after the table's own change: policies may go over to a new one between.
      if (one.parent !== null && !ends.has(one.parent) && one.kind !== "column") uses.add(one.parent);
      frees.push(...specOf(one).slots(one));
      // A table does not become unlogged while a logged one refers to it, nor the other way round.
      if (lasting.size > 0) { for (const key of betweenTables(one, have)) if (lasting.has(key)) uses.add(key); }
      // DETACH PARTITION is refused while foreign keys point at the partition's rows.
      if (fact.kind === "constraint" || isKind(fact, "table") && !changes.parked.has(root) && isAlone(fact, have)) {
        for (const tie of partitionsPointedAt(one, have)) if (!ends.has(tie)) uses.add(tie);
      }
    }
    const parts = keys.flatMap((key) => key === root ? [] : have.get(key) ?? []);
    for (const key of changedBelow(plan, fact)) uses.add(key);
    const base = { ...alone, makes: empty, wants: letGo(plan, fact), hopes: empty, takes: [], parts, fact };
    if (changes.parked.has(root)) actions.push(...parkActions(plan, fact, { ends, uses, frees }));
    else {
      const steps = () => specOf(fact).drop(plan.old(fact), plan.before, want);
      actions.push({ ...base, verb: "drop", ends, uses, frees, steps, order: orderOf("drop", fact) });
    }
  }
  return actions;
}
