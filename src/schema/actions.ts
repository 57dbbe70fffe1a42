/** Turns changes into actions: what can stand in one statement with something else is put there. */
import type { Action, Verb } from "./action.ts";
import type { Changes } from "./changes.ts";
import { type Fact, isKind, keyOf } from "./fact.ts";
import { specOf } from "./kinds.ts";
import { fillStep, parkedName, parkSteps } from "./park.ts";
import type { Side } from "./side.ts";
import type { Step } from "./statement.ts";

const empty: ReadonlySet<string> = new Set();

/** Dropped late, after what depends on them has gone over to something else; all the rest is dropped early. */
const lastDrops = new Set([
  "column",
  "table",
  "enum",
  "domain",
  "composite",
  "range",
  "schema",
  "extension",
  "sequence",
]);

/** Children of a table that is moved aside which hold names that its successor needs, or tie it to others. */
const untied = new Set(["index", "constraint", "identity", "statistics", "inheritance"]);

/** Everything that {@link actionsFor} knows while it works. */
export interface Plan {
  readonly have: Side;
  readonly want: Side;
  readonly changes: Changes;
  /** Parts that must stand in a statement of their own, because inside they would close a circle. */
  readonly apart: ReadonlySet<string>;
}

function orderOf(verb: Verb, fact: Fact): Action["order"] {
  const spec = specOf(fact);
  if (verb === "finish") return [3, -spec.rank, 0, fact.key];
  if (verb !== "drop") return [1, spec.rank, spec.position(fact), fact.key];
  return [lastDrops.has(fact.kind) ? 2 : 0, -spec.rank, spec.position(fact), fact.key];
}

/** The part of the plan that makes, changes and drops facts, each as one action. */
export function actionsFor(plan: Plan): Action[] {
  return [...drops(plan), ...creations(plan), ...alterations(plan)];
}

// ---------------------------------------------------------------- drops

/** Facts that end by themselves when something else does: no statement, but known to the action that ends them. */
function endsWith(plan: Plan, fact: Fact): string | null {
  const { have, changes } = plan;
  if (fact.parent !== null && changes.dropped.has(fact.parent)) {
    if (changes.parked.has(fact.parent) && untied.has(fact.kind) && !specOf(fact).carried(fact)) return null;
    if (!severs(plan, fact)) return fact.parent;
  }
  if (
    fact.kind === "indexAttachment" ||
    (fact.kind === "inheritance" && fact.parent !== null && changes.dropped.has(fact.parent) && !severs(plan, fact))
  ) {
    return fact.parent;
  }
  for (const leader of fact.follows) {
    if (!changes.dropped.has(leader) || severs(plan, fact)) continue;
    const table = have.get(leader);
    if (table !== null && changes.parked.has(leader) && fact.kind !== "table") continue;
    return leader;
  }
  const spec = specOf(fact);
  for (const parent of spec.inheritedFrom(fact, have)) {
    if (changes.dropped.has(parent) && linked(plan, fact, parent) && !isLocal(fact)) return parent;
  }
  return null;
}

/** What must be taken off its leader by a statement although both end: the leader's end would not do it right. */
function severs(plan: Plan, fact: Fact): boolean {
  if (fact.kind === "owner") return false;
  // A table that is still needed while its partitioned parent goes is detached, and so is one that is moved aside.
  if (isKind(fact, "inheritance")) return plan.changes.parked.has(keyOf("table", fact.name.slice(0, 2)));
  return false;
}

function isLocal(fact: Fact): boolean {
  if (isKind(fact, "column") || isKind(fact, "notNull") || isKind(fact, "constraint")) return fact.body.local;
  return true;
}

function linked(plan: Plan, fact: Fact, parentKey: string): boolean {
  const parent = plan.have.get(parentKey) ?? plan.want.get(parentKey);
  if (parent === null) return false;
  const link = plan.have.find("inheritance", [...fact.name.slice(0, 2), ...parent.name.slice(0, 2)]);
  return link !== null && !plan.changes.dropped.has(link.key);
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
  for (const [root, keys] of groups) {
    const fact = have.get(root);
    if (fact === null) continue;
    const uses = new Set<string>();
    const frees: string[] = [];
    const ends = new Set(keys);
    for (const key of keys) {
      const one = have.get(key);
      if (one === null) continue;
      for (const need of one.needs) if (!ends.has(need)) uses.add(need);
      if (one.parent !== null && !ends.has(one.parent)) uses.add(one.parent);
      frees.push(...specOf(one).slots(one));
    }
    const base = { makes: empty, wants: empty, hopes: empty, takes: [], parts: [], fact };
    if (changes.parked.has(root)) actions.push(...parkActions(plan, fact, { ends, uses, frees }));
    else {
      const steps = () => specOf(fact).drop(fact, have, want);
      actions.push({ ...base, verb: "drop", ends, uses, frees, steps, order: orderOf("drop", fact) });
    }
  }
  return actions;
}

/** Moving aside, and dropping what was moved when its content has gone over. */
function parkActions(
  plan: Plan,
  fact: Fact,
  { ends, uses, frees }: { ends: ReadonlySet<string>; uses: ReadonlySet<string>; frees: readonly string[] },
): Action[] {
  const aside = `${fact.key} aside`;
  const base = { wants: empty, hopes: empty, takes: [], parts: [], fact };
  // What the columns of a table need is needed until it is dropped.
  const later = new Set([...uses].filter((key) => /^(enum|domain|composite|range|sequence|function):/.test(key)));
  const park: Action = {
    ...base,
    verb: "park",
    makes: new Set([aside]),
    ends,
    uses,
    frees,
    steps: () => parkSteps(fact),
    order: orderOf("alter", fact),
  };
  const finish: Action = {
    ...base,
    verb: "finish",
    makes: new Set([`${fact.key} gone`]),
    ends: new Set([aside]),
    uses: later,
    frees: [],
    wants: new Set([aside, ...plan.changes.created.has(fact.key) ? [fact.key] : []]),
    steps: () =>
      specOf(fact).drop({ ...fact, name: parkedName(fact) }, plan.have, plan.want).map((one) => ({
        ...one,
        losesData: false,
      })),
    order: orderOf("finish", fact),
  };
  return [park, finish];
}

// ---------------------------------------------------------------- creations

/** The fact inside whose statement a new fact is written, or null when it has one of its own. */
function hostOf(plan: Plan, fact: Fact): string | null {
  const { want, changes, apart } = plan;
  const spec = specOf(fact);
  const parent = fact.parent;
  if (parent === null) return null;
  if (spec.carried(fact)) return parent;
  if (changes.created.has(parent) && !apart.has(fact.key) && spec.inline(fact, want) !== null) return parent;
  return null;
}

/** The fact in a parent table by whose making this one comes to its heir. */
function bringerOf(plan: Plan, fact: Fact): string | null {
  if (isLocal(fact)) return null;
  for (const parent of specOf(fact).inheritedFrom(fact, plan.want)) {
    if (plan.changes.created.has(parent) && linked(plan, fact, parent)) return parent;
  }
  return null;
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
    takes.push(...specOf(one).slots(one));
  }
  // A part of something that stays (a view that gets a column) comes with that thing's alteration.
  const exists = !changes.created.has(fact.key);
  const carried = sorted.filter((part) => specOf(part).carried(part));
  const steps = (): readonly Step[] => [
    ...(exists ? [] : specOf(fact).create(fact, want, sorted, have)),
    ...carried.flatMap((part) => specOf(part).create(part, want, [], have)),
  ];
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
    wants: new Set([fact.key, `${fact.key} aside`]),
    uses: new Set([`${fact.key} aside`]),
    takes: [],
    parts: [],
    steps: () => fillStep(fact, have, want),
    order: orderOf("alter", fact),
  };
  return [action, fill];
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
  const actions: Action[] = [];
  for (const [key, { have, want, steps }] of plan.changes.changed) {
    const wants = new Set(want.needs);
    if (want.parent !== null) wants.add(want.parent);
    const uses = new Set<string>();
    for (const need of have.needs) if (!want.needs.includes(need)) uses.add(need);
    const aside = have.needs.filter((need) => plan.changes.parked.has(need)).map((need) => `${need} aside`);
    actions.push({
      verb: "alter",
      fact: want,
      makes: new Set([key]),
      ends: empty,
      wants: new Set([...wants, ...aside]),
      uses: new Set([...uses, ...aside]),
      hopes: hopesOf(want),
      takes: specOf(want).slots(want).filter((slot) => !specOf(have).slots(have).includes(slot)),
      frees: specOf(have).slots(have).filter((slot) => !specOf(want).slots(want).includes(slot)),
      parts: [],
      steps: () => steps,
      order: orderOf("alter", want),
    });
  }
  return actions;
}

/** Compares places: phase, rank, position, key. */
export function byOrder(a: Action["order"], b: Action["order"]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0);
}
