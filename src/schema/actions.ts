/** Turns changes into actions: what can stand in one statement with something else is put there. */
import type { Action } from "./action.ts";
import { type Changes, detached } from "./changes.ts";
import { sameBody } from "./compare-facts.ts";
import { type Fact, isKind, keyOf } from "./fact.ts";
import { bound, heirColumns, inheritedDrops } from "./heirs.ts";
import { specOf } from "./kinds.ts";
import { withdraw } from "./kinds/privilege.ts";
import { fillStep } from "./park.ts";
import { parkActions, sidesOf } from "./park-actions.ts";
import { byOrder, orderOf } from "./place.ts";
import { castSteps } from "./moved-attributes.ts";
import { persistence } from "./persistence.ts";
import type { Side } from "./side.ts";
import type { Step } from "./statement.ts";

const empty: ReadonlySet<string> = new Set();

/** Children of a table that is moved aside which hold names that its successor needs, or tie it to others. */
const untied = new Set(["index", "constraint", "identity", "statistics", "inheritance"]);

/** Everything that {@link actionsFor} knows while it works. */
export interface Plan {
  readonly have: Side;
  readonly want: Side;
  /** What `have` was before extensions move: dropping comes before that. */
  readonly before: Side;
  readonly old: (fact: Fact) => Fact;
  readonly changes: Changes;
  /** Parts that must stand in a statement of their own, because inside they would close a circle. */
  readonly apart: ReadonlySet<string>;
  /** Default privileges may give rights on what the plan makes. */
  readonly grants: boolean;
}

/** The part of the plan that makes, changes and drops facts, each as one action. */
export function actionsFor(plan: Plan): Action[] {
  return [...drops(plan), ...creations(plan), ...alterations(plan)];
}

// ---------------------------------------------------------------- drops

/** The dropped fact with which this one ends, without a statement of its own; null when it needs one. */
function endsWith(plan: Plan, fact: Fact): string | null {
  const { have, changes, apart } = plan;
  if (apart.has(fact.key)) return null;
  if (fact.kind === "indexAttachment") {
    const whole = fact.needs.find((need) => changes.dropped.has(need));
    if (whole !== undefined) return whole;
  }
  // An identity stands in a column, but what is moved aside is the table.
  if (fact.kind === "identity" && changes.parked.has(keyOf("table", fact.name.slice(0, 2)))) return null;
  if (fact.parent !== null && changes.dropped.has(fact.parent)) {
    const tied = changes.parked.has(fact.parent) && untied.has(fact.kind) && !specOf(fact).carried(fact);
    return tied ? null : fact.parent;
  }
  for (const leader of fact.follows) {
    if (detached(fact, have, changes.dropped)) continue;
    // What follows a table that is moved aside follows it there, unless it is wanted for the new one.
    const stays = changes.parked.has(leader) && fact.kind !== "table";
    if (changes.dropped.has(leader) && !stays) return leader;
  }
  for (const parent of specOf(fact).inheritedFrom(fact, have)) {
    if (changes.dropped.has(parent) && bound(plan, fact, parent)) return parent;
  }
  return null;
}

function drops(plan: Plan): Action[] {
  const { have, want, changes } = plan;
  const leaders = new Map<string, string>();
  for (const key of changes.dropped) {
    const fact = have.get(key);
    const leader = fact === null ? null : endsWith(plan, fact);
    if (leader !== null && leader !== key) leaders.set(key, leader);
  }
  const rootOf = (key: string): string => {
    let at = key;
    for (let hops = 0; hops < 64; hops++) {
      const next = leaders.get(at);
      if (next === undefined) return at;
      at = next;
    }
    return at;
  };
  const groups = new Map<string, string[]>();
  for (const key of changes.dropped) {
    const root = rootOf(key);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [key]);
    else group.push(key);
  }
  const actions: Action[] = [];
  const inherited = inheritedDrops(plan, rootOf);
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
    }
    const parts = keys.flatMap((key) => key === root ? [] : have.get(key) ?? []);
    const base = { makes: empty, wants: empty, hopes: empty, takes: [], parts, fact };
    if (changes.parked.has(root)) actions.push(...parkActions(plan, fact, { ends, uses, frees }));
    else {
      const steps = () => specOf(fact).drop(plan.old(fact), plan.before, want);
      actions.push({ ...base, verb: "drop", ends, uses, frees, steps, order: orderOf("drop", fact) });
    }
  }
  return actions;
}

// ---------------------------------------------------------------- creations

/** The fact inside whose statement a new fact is written, or null when it has one of its own. */
function hostOf(plan: Plan, fact: Fact): string | null {
  const { want, changes, apart } = plan;
  const spec = specOf(fact);
  const parent = fact.parent;
  if (parent === null) return null;
  if (spec.carried(fact)) return parent;
  if (!changes.created.has(parent) || apart.has(fact.key) || spec.inline(fact, want) === null) return null;
  const column = want.get(parent);
  return column !== null && column.kind === "column" && !broughtAlong(plan, fact, column) ? null : parent;
}

/** The fact in a parent table by whose making this one comes to its heir. */
function bringerOf(plan: Plan, fact: Fact): string | null {
  for (const parent of specOf(fact).inheritedFrom(fact, plan.want)) {
    if (plan.changes.created.has(parent) && bound(plan, fact, parent)) return parent;
  }
  return null;
}

/** Whether a part of a column that comes by inheritance is what the parent's column brings with it. */
function broughtAlong(plan: Plan, fact: Fact, column: Fact): boolean {
  const bringer = bringerOf(plan, column);
  if (bringer === null) return true;
  const model = plan.want.get(keyOf(fact.kind, plan.want.get(bringer)?.name ?? []));
  return model !== null && hostOf(plan, model) === bringer && sameBody(model, fact, specOf(fact).ignored);
}

function creations(plan: Plan): Action[] {
  const { want, changes } = plan;
  const hosts = new Map<string, string>();
  for (const key of changes.created) {
    const fact = want.get(key);
    if (fact === null) continue;
    const host = hostOf(plan, fact) ?? bringerOf(plan, fact);
    if (host !== null) hosts.set(key, host);
  }
  const rootOf = (key: string): string => {
    let at = key;
    for (let hops = 0; hops < 64; hops++) {
      const next = hosts.get(at);
      if (next === undefined) return at;
      at = next;
    }
    return at;
  };
  const groups = new Map<string, Fact[]>();
  for (const key of changes.created) {
    const fact = want.get(key);
    if (fact === null) continue;
    const root = rootOf(key);
    const group = groups.get(root) ?? [];
    if (group.length === 0) groups.set(root, group);
    if (root !== key) group.push(fact);
  }
  const actions: Action[] = [];
  for (const [root, parts] of groups) {
    const fact = want.get(root);
    if (fact !== null) actions.push(...creation(plan, fact, parts));
  }
  return actions;
}

function creation(plan: Plan, fact: Fact, parts: readonly Fact[]): Action[] {
  const { have, want, changes } = plan;
  const sorted = [...parts].sort((a, b) => byOrder(orderOf("create", a), orderOf("create", b)));
  const makes = new Set([fact.key, ...parts.map((part) => part.key)]);
  const wants = new Set<string>();
  const takes: string[] = [];
  for (const one of [fact, ...parts]) {
    for (const need of one.needs) if (!makes.has(need)) wants.add(need);
    if (one.parent !== null && !makes.has(one.parent)) wants.add(one.parent);
    // A domain gets no constraint any more as soon as an array of it is somewhere.
    if (isKind(one, "column") && one.body.type.endsWith("]")) {
      for (const need of one.needs) for (const part of want.childrenOf(need, "domainConstraint")) wants.add(part.key);
    }
    takes.push(...specOf(one).slots(one));
  }
  // A parent table first: the names that PostgreSQL makes up are the ones it would take then.
  if (fact.kind === "table") {
    for (const link of want.childrenOf(fact.key, "inheritance")) wants.add(keyOf("table", link.name.slice(2)));
  }
  // A column that an heir has itself as well is there when the parent's comes, which finds it.
  if (fact.kind === "column") { for (const key of heirColumns(plan, fact)) if (!makes.has(key)) wants.add(key); }
  // A part of something that stays (a view that gets a column) comes with that thing's alteration.
  const exists = !changes.created.has(fact.key);
  const carried = sorted.filter((part) => specOf(part).carried(part));
  const steps = (): readonly Step[] => [
    ...(exists ? [] : specOf(fact).create(fact, want, sorted, have)),
    ...(changes.parked.has(fact.key) ? castSteps(fact.key, sidesOf(plan)) : []),
    ...(exists || !plan.grants ? [] : withdraw(fact, want, have)),
    ...carried.flatMap((part) => specOf(part).create(part, want, [], have)),
  ];
  for (const key of ownersBefore(plan, fact)) wants.add(key);
  // An heir's own NOT NULL gets its name before it is its parent's too.
  if (fact.kind === "notNull") {
    for (const tie of want.dependents(keyOf("table", fact.name.slice(0, 2)))) {
      const key = keyOf("notNull", [...tie.name.slice(0, 2), fact.name[2] ?? ""]);
      if (tie.kind === "inheritance" && changes.changed.has(key)) wants.add(key);
    }
  }
  const filled = [fact, ...sorted].flatMap((one) => filledBefore(plan, one));
  if (!(changes.parked.has(fact.key) && fact.kind === "table")) { for (const key of filled) wants.add(key); }
  const base = { ends: empty, uses: empty, hopes: hopesOf(fact), frees: [] };
  const action: Action = {
    ...base,
    verb: "create",
    fact,
    makes,
    wants,
    takes,
    parts: sorted,
    steps,
    order: orderOf("create", fact),
  };
  if (!(changes.parked.has(fact.key) && fact.kind === "table")) return [action];
  const fill: Action = {
    ...base,
    verb: "fill",
    fact,
    makes: new Set([`${fact.key} filled`]),
    wants: new Set([fact.key, `${fact.key} aside`, ...partitionsOf(fact.key, want), ...filled]),
    uses: new Set([`${fact.key} aside`]),
    takes: [],
    parts: [],
    steps: () => fillStep(fact, have, want, changes.parked),
    order: orderOf("alter", fact),
  };
  return [action, fill];
}

/** Owners of a table that was there and of a sequence that comes to belong to it: they must be the same by then. */
function ownersBefore({ have }: Plan, fact: Fact): readonly string[] {
  if (!isKind(fact, "ownedBy")) return [];
  const table = keyOf("table", fact.body.column.slice(0, 2));
  return have.get(table) === null ? [] : [table, fact.parent ?? ""].map((key) => keyOf("owner", [key]));
}

/**
 * Tables whose rows must have gone over to their new form before this fact is made: a foreign key looks for them, a
 * trigger or a rule would take the copying for news.
 */
function filledBefore({ want, changes }: Plan, fact: Fact): readonly string[] {
  const tables = new Set<string>();
  if (fact.kind === "trigger" || fact.kind === "rule") tables.add(fact.parent ?? "");
  if (isKind(fact, "constraint") && fact.body.type === "f") {
    for (const key of [fact.parent ?? "", ...fact.needs]) for (const one of want.lineage(key)) tables.add(one.key);
  }
  return [...tables].filter((key) => changes.parked.has(key) && want.get(key)?.kind === "table").map((key) =>
    `${key} filled`
  );
}

/** Keys of what ties partitions to a table, and theirs to them: without them it takes no rows. */
function partitionsOf(table: string, side: Side): readonly string[] {
  return side.dependents(table).flatMap((one) =>
    isKind(one, "inheritance") && one.body.bound !== null && one.parent !== null
      ? [one.key, ...partitionsOf(one.parent, side)]
      : []
  );
}

/** Names that a function's text mentions: PostgreSQL looks them up when it makes the function, and records nothing. */
function hopesOf(fact: Fact): ReadonlySet<string> {
  if (!isKind(fact, "function") || fact.body.source === null) return empty;
  return new Set(
    [...fact.body.source.matchAll(/[\p{L}_][\p{L}\p{N}_$]*/gu)].map(([word]) => `name ${word.toLowerCase()}`),
  );
}

// ---------------------------------------------------------------- alterations

function alterations(plan: Plan): Action[] {
  const { changed, parked } = plan.changes;
  const leaderOf = (key: string): string => {
    let at = key;
    for (let next = changed.get(at)?.leader; next !== undefined && next !== null; next = changed.get(at)?.leader) {
      at = next;
    }
    return at;
  };
  const groups = new Map<string, string[]>();
  for (const key of changed.keys()) {
    const leader = leaderOf(key);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [key]);
    else group.push(key);
  }
  const actions: Action[] = [];
  const { lasting, waits } = persistence(plan);
  for (const [leader, keys] of groups) {
    const main = changed.get(leader);
    if (main === undefined) continue;
    const makes = new Set(keys);
    const wants = new Set<string>(waits.get(leader));
    const uses = new Set<string>();
    if (lasting.has(leader)) makes.add(`${leader} lasting`);
    for (const key of keys) {
      const change = changed.get(key);
      if (change === undefined) continue;
      const { have, want } = change;
      for (const need of want.needs) if (!makes.has(need)) wants.add(need);
      if (want.parent !== null && !makes.has(want.parent)) wants.add(want.parent);
      for (const owner of ownersBefore(plan, want)) wants.add(owner);
      for (const need of have.needs) {
        if (parked.has(need)) {
          // What is moved aside is still there to be left.
          wants.add(`${need} aside`);
          uses.add(`${need} aside`);
        } else if (!want.needs.includes(need) && !makes.has(need)) uses.add(need);
      }
    }
    const [taken, freed] = [specOf(main.want).slots(main.want), specOf(main.have).slots(main.have)];
    actions.push({
      verb: "alter",
      fact: main.want,
      makes,
      ends: empty,
      wants,
      uses,
      hopes: hopesOf(main.want),
      takes: taken.filter((slot) => !freed.includes(slot)),
      frees: freed.filter((slot) => !taken.includes(slot)),
      parts: [],
      // A heir may have more to change than what reaches it: that comes after.
      steps: () => [leader, ...keys.filter((key) => key !== leader)].flatMap((key) => changed.get(key)?.steps ?? []),
      order: orderOf("alter", main.want),
    });
  }
  return actions;
}
