/** Turns changes into actions: what can stand in one statement with something else is put there. */
import { type Action, alone, empty, grouped, type Plan } from "./action.ts";
import { sameBody } from "./compare-facts.ts";
import { drops } from "./drops.ts";
import { type Fact, isKind, keyOf } from "./fact.ts";
import { bequeaths, bound, changedBelow, heirColumns, partitionsPointedAt } from "./heirs.ts";
import { specOf } from "./kinds.ts";
import { comesWhole, wholeOf } from "./kinds/constraint.ts";
import { withdraw } from "./kinds/privilege.ts";
import { castSteps } from "./moved-attributes.ts";
import { fillStep } from "./park.ts";
import { sidesOf } from "./park-actions.ts";
import { betweenTables, persistence } from "./persistence.ts";
import { byOrder, orderOf } from "./place.ts";
import type { Side } from "./side.ts";
import type { Step } from "./statement.ts";
import { goesFirst } from "./ties.ts";

/** The part of the plan that makes, changes and drops facts, each as one action. */
export function actionsFor(plan: Plan): Action[] {
  return [...drops(plan), ...creations(plan), ...alterations(plan)];
}

// ---------------------------------------------------------------- creations

/** The fact inside whose statement a new fact is written, or null when it has one of its own. */
function hostOf(plan: Plan, fact: Fact): string | null {
  const { want, changes, apart } = plan;
  const spec = specOf(fact);
  const parent = fact.parent;
  if (parent === null) return null;
  const whole = isKind(fact, "constraint") ? wholeOf(fact, want) : null;
  if (whole !== null) {
    const tie = tieOf(plan, fact);
    return tie !== null && changes.created.has(tie) ? tie : whole.key;
  }
  if (isKind(fact, "indexAttachment")) {
    const made = want.at(want.get(parent)?.parent ?? null, "constraint");
    if (made !== null && comesWhole(made)) return parent;
  }
  if (spec.carried(fact)) return parent;
  if (!changes.created.has(parent) || apart.has(fact.key) || spec.inline(fact, want) === null) return null;
  const column = want.get(parent);
  return column !== null && column.kind === "column" && !broughtAlong(plan, fact, column) ? null : parent;
}

/** Key of what makes the table of a fact a partition. */
function tieOf({ want }: Plan, fact: Fact): string | null {
  const ties = want.childrenOf(keyOf("table", fact.name.slice(0, 2)), "inheritance");
  return ties.find((tie) => tie.body.bound !== null)?.key ?? null;
}

/** The fact in a parent table by whose making this one comes to its heir. */
function bringerOf(plan: Plan, fact: Fact): string | null {
  for (const parent of specOf(fact).inheritedFrom(fact, plan.want)) {
    const made = plan.changes.created.has(parent) || bequeaths(plan, parent);
    if (made && bound(plan, fact, parent)) return parent;
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
  const actions: Action[] = [];
  for (const [root, keys] of grouped(changes.created, hosts).groups) {
    const fact = want.get(root);
    const parts = keys.flatMap((key) => key === root ? [] : want.get(key) ?? []);
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
    for (const key of betweenTables(one, want)) wants.add(`${key} lasting`);
    takes.push(...specOf(one).slots(one));
    const whole = isKind(one, "constraint") ? wholeOf(one, want) : null;
    if (whole !== null && !makes.has(whole.key)) wants.add(whole.key);
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
  for (const tie of partitionsPointedAt(fact, want)) if (changes.created.has(tie)) wants.add(tie);
  // An heir's own NOT NULL gets its name before it is its parent's too.
  for (const key of changedBelow(plan, fact)) wants.add(key);
  const filled = [fact, ...sorted].flatMap((one) => filledBefore(plan, one));
  if (!(changes.parked.has(fact.key) && fact.kind === "table")) { for (const key of filled) wants.add(key); }
  const base = { ...alone, ends: empty, uses: empty, hopes: hopesOf(fact), frees: [] };
  const action: Action = {
    ...base,
    verb: "create",
    fact,
    first: beginsFirst(plan, fact),
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

/** Whether a tie takes over from another of the same heir. */
function beginsFirst({ have, want, changes }: Plan, fact: Fact): boolean {
  if (!isKind(fact, "inheritance") || !goesFirst(fact, have, want)) return false;
  return have.childrenOf(keyOf("table", fact.name.slice(0, 2)), "inheritance").some((tie) =>
    changes.dropped.has(tie.key)
  );
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
    // A table whose parents alone are others has its ties for that, some of which end after others begin.
    if (main === undefined || main.want.kind === "table" && main.steps.length === 0) continue;
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
      reached: keys.flatMap((key) => changed.get(key)?.want ?? []),
      first: false,
      // A heir may have more to change than what reaches it: that comes after.
      steps: () => [leader, ...keys.filter((key) => key !== leader)].flatMap((key) => changed.get(key)?.steps ?? []),
      order: orderOf("alter", main.want),
    });
  }
  return actions;
}
