/**
 * Parts of a schema that stand by themselves, so that a change can be tried out where only what it touches is made: the
 * objects, what they need, and what stands on them.
 */
import { compareFacts, sameBody } from "./compare-facts.ts";
import { type Fact, inKeyOrder } from "./fact.ts";
import { specOf } from "./kinds.ts";
import { Side } from "./side.ts";
import type { Snapshot } from "./snapshot.ts";

/** The same part of two schemas. */
export interface Part {
  readonly have: Snapshot;
  readonly want: Snapshot;
  /** Keys of what is in the part with all that belongs to it; the rest is there because something needs it. */
  readonly whole: ReadonlySet<string>;
}

/** A part that is larger than this share of the schema is not worth the trouble. */
const worth = 0.5;

/** Kinds that reach beyond what they name: an event trigger sees every statement. */
const farReaching = new Set(["eventTrigger"]);

/** Kinds that give a table columns, keys and indexes of another one: half a family cannot be made. */
const family = new Set(["inheritance", "indexAttachment"]);

/** Kinds that statements need, or are reached by, without naming them. */
const everywhere: ReadonlySet<string> = new Set([
  "schema",
  "extension",
  "defaultPrivilege",
  "cast",
  "operator",
  "operatorClass",
]);

/** What an object has from the moment that it is made, whether or not anybody asked for it. */
const given: ReadonlySet<string> = new Set(["owner", "privilege"]);

/** The facts of a snapshot whose keys are wanted. */
function only(snapshot: Snapshot, wanted: (key: string) => boolean): Snapshot {
  return { ...snapshot, facts: snapshot.facts.filter(({ key }) => wanted(key)) };
}

/** Adds `keys`, what belongs to them, and everything that stands on them. */
function addUpwards(sides: readonly Side[], keys: Iterable<string>, found: Set<string>): void {
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    for (const side of sides) {
      for (const fact of [...side.children(key), ...side.dependents(key), ...side.followers(key)]) open.push(fact.key);
    }
  }
}

/** Adds what `keys` belong to and need; `left` is not followed. */
function addNeeds(
  sides: readonly Side[],
  keys: Iterable<string>,
  found: Set<string>,
  left: ReadonlySet<string> = new Set(),
): void {
  const open = [...keys];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key) || left.has(key)) continue;
    found.add(key);
    for (const side of sides) {
      const fact = side.get(key);
      if (fact === null) continue;
      open.push(...fact.needs);
      if (fact.parent !== null) open.push(fact.parent);
    }
  }
}

/** The object that a fact belongs to, itself or outermost. */
function rootOf(side: Side, key: string): string {
  let root = key;
  for (const fact of side.lineage(key)) root = fact.key;
  return root;
}

/**
 * The part that the way from `have` to `want` touches: each object that differs, as a whole, with everything that stands
 * on it and as much of other objects as these need. Null when that is most of the schema, or when what is touched
 * cannot be told from the rest.
 *
 * ```ts
 * const part = touchedPart(have, want);
 * if (part !== null) diff(part.have, part.want);   // the statements of diff(have, want)
 * ```
 */
export function touchedPart(have: Snapshot, want: Snapshot): Part | null {
  const sides = [new Side(have), new Side(want)];
  if ([have, want].some(({ facts }) => facts.some(({ kind }) => farReaching.has(kind)))) return null;
  const { removed, added, changed } = compareFacts(have.facts, want.facts);
  const seeds = new Set<string>();
  for (const { key } of [...removed, ...added, ...changed.map(([fact]) => fact)]) {
    for (const side of sides) if (side.get(key) !== null) seeds.add(rootOf(side, key));
  }
  const whole = new Set<string>();
  addUpwards(sides, seeds, whole);
  const keys = new Set<string>();
  // What is granted by default reaches everything that is made.
  const grants = [have, want].flatMap(({ facts }) => facts.filter(({ kind }) => kind === "defaultPrivilege"));
  addNeeds(sides, [...whole, ...grants.map(({ key }) => key)], keys);
  for (const key of keys) {
    for (const side of sides) {
      for (const fact of side.children(key)) if (given.has(fact.kind)) addNeeds(sides, [fact.key], keys);
    }
  }
  const wanted = (key: string) => keys.has(key);
  const part = { have: only(have, wanted), want: only(want, wanted), whole };
  if (part.have.facts.length > have.facts.length * worth) return null;
  if ([...part.have.facts, ...part.want.facts].some(({ kind }) => family.has(kind))) return null;
  return part;
}

/** The schema after a part of it became what `after` says. */
export function withPart(have: Snapshot, part: Part, after: Snapshot): Snapshot {
  const before = new Side(have);
  const inPart = new Set(part.have.facts.map(({ key }) => key));
  const now = new Map(after.facts.map((fact) => [fact.key, fact]));
  const facts = have.facts.flatMap((fact) => {
    if (!inPart.has(fact.key)) return [fact];
    const found = now.get(fact.key);
    if (found === undefined) return [];
    // Of what is there only because it is needed, a part has some columns: they stand elsewhere in the whole table.
    return [part.whole.has(fact.key) ? found : fact];
  });
  const fresh = after.facts.filter(({ key }) => before.get(key) === null);
  return { ...have, facts: inKeyOrder([...facts, ...fresh]) };
}

/** What is around tables that are to be made anew. */
export interface Gap {
  /** Keys of the tables. */
  readonly tables: readonly string[];
  /** Facts that belong to the tables, which their new statements make. */
  readonly own: ReadonlySet<string>;
  /** Names that other statements may call them by, and what belongs to them: an index, a sequence. */
  readonly names: ReadonlySet<string>;
  /** What has to be there before. */
  readonly support: Snapshot;
  /** The same with the tables and what is made after them: foreign keys of other tables. */
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/**
 * Takes tables (by key) out of a schema. `mentioned` are the names that their new statements use. Null when something
 * stands on the tables that is no foreign key, or when it cannot be told what their new statements need.
 */
export function gapFor(known: Snapshot, tables: readonly string[], mentioned: ReadonlySet<string>): Gap | null {
  const side = new Side(known);
  if (known.unmodelled.length > 0 || known.facts.some(({ kind }) => farReaching.has(kind))) return null;
  const own = new Set<string>();
  const open = [...tables];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (own.has(key) || side.get(key) === null) continue;
    own.add(key);
    for (const { key: child } of side.children(key)) open.push(child);
    for (const { key: follower, kind } of side.followers(key)) if (kind === "sequence") open.push(follower);
  }
  const later = new Set<string>();
  for (const key of own) {
    for (const fact of [...side.dependents(key), ...side.followers(key)]) {
      if (own.has(fact.key)) continue;
      if (fact.kind !== "constraint" || fact.body.type !== "f") return null;
      addUpwards([side], [fact.key], later);
    }
  }
  const foreignKeys = new Set(
    known.facts.flatMap((fact) => fact.kind === "constraint" && fact.body.type === "f" ? [fact.key] : []),
  );
  const wanted = known.facts.filter((fact) =>
    fact.parent === null && !own.has(fact.key) &&
    (everywhere.has(fact.kind) || mentioned.has(fact.name[1] ?? fact.name[0] ?? ""))
  );
  const support = new Set<string>();
  const left = new Set([...own, ...later, ...foreignKeys]);
  for (const { key } of wanted) addNeeds([side], descendants(side, key), support, left);
  for (const key of later) {
    const fact = side.get(key);
    if (fact !== null) {
      addNeeds([side], fact.parent === null ? fact.needs : [...fact.needs, fact.parent], support, left);
    }
  }
  const gap = {
    tables,
    own,
    names: new Set(known.facts.flatMap((fact) => own.has(fact.key) ? madeUpName(fact)?.[1] ?? [] : [])),
    support: only(known, (key) => support.has(key)),
    before: only(known, (key) => support.has(key) || own.has(key)),
    after: only(known, (key) => support.has(key) || own.has(key) || later.has(key)),
  };
  if (gap.after.facts.length > known.facts.length * worth) return null;
  return gap.after.facts.some(({ kind }) => family.has(kind)) ? null : gap;
}

function descendants(side: Side, key: string): readonly string[] {
  const found = [key];
  for (const one of found) for (const child of side.children(one)) found.push(child.key);
  return found;
}

/**
 * Puts tables that were made anew back into the schema that they were taken out of. `found` is what a database holds in
 * which the gap's support, the new statements and the later foreign keys were run. Null when the tables would not come
 * out the same in the whole schema: what stands around them differs, or a name that PostgreSQL makes up depends on it.
 */
export function fillGap(known: Snapshot, gap: Gap, found: Snapshot): Snapshot | null {
  const side = new Side(known);
  if (found.serverVersion !== known.serverVersion || found.user !== known.user) return null;
  if (found.unmodelled.length > 0) return null;
  const there = new Set(found.facts.map(({ key }) => key));
  if (gap.after.facts.some(({ key }) => !gap.own.has(key) && !there.has(key))) return null;
  // A table that is nowhere under its name has another one, cut by the server or spelled with escapes.
  if (gap.tables.some((key) => side.get(key) === null && !there.has(key))) return null;
  const fresh: Fact[] = [];
  for (const fact of found.facts) {
    const before = gap.own.has(fact.key) ? null : side.get(fact.key);
    if (before === null) fresh.push(fact);
    else if (!sameFact(before, fact)) return null;
  }
  if (fresh.some(({ kind }) => family.has(kind) || farReaching.has(kind))) return null;
  const kept = known.facts.filter(({ key }) => !gap.own.has(key));
  const gone = known.facts.filter(({ key }) => gap.own.has(key));
  if (namesClash(kept, gone, fresh)) return null;
  const casts = [...new Set([...known.casts, ...found.casts])];
  return { ...known, facts: inKeyOrder([...kept, ...fresh]), casts };
}

function sameFact(a: Fact, b: Fact): boolean {
  const same = (x: readonly string[], y: readonly string[]) =>
    x.length === y.length && x.every((one, i) => one === y[i]);
  return sameBody(a, b, specOf(a).ignored) && a.parent === b.parent && same(a.needs, b.needs) &&
    same(a.follows, b.follows);
}

/** Schema and name where a statement may leave it to PostgreSQL, which makes one up that nothing else in the schema has. */
function madeUpName(fact: Fact): readonly [schema: string, name: string] | null {
  const [schema = "", name = "", third = ""] = fact.name;
  if (fact.kind === "index" || fact.kind === "sequence" || fact.kind === "statistics") return [schema, name];
  if (fact.kind === "constraint" || fact.kind === "domainConstraint") return [schema, third];
  if (fact.kind === "notNull" && fact.body.constraint !== null) return [schema, fact.body.constraint];
  return null;
}

/** Kinds that share the names of indexes and sequences. */
const relations = new Set(["table", "view", "composite"]);

/** A name that is taken gets a number behind it, and a name that is too long is cut to make room for it. */
function namesClash(kept: readonly Fact[], gone: readonly Fact[], fresh: readonly Fact[]): boolean {
  const names = (facts: readonly Fact[]) => facts.flatMap((fact) => madeUpName(fact)?.join(".") ?? []);
  const relationNames = (facts: readonly Fact[]) =>
    facts.flatMap(({ kind, name }) => relations.has(kind) ? [name.join(".")] : []);
  const taken = new Set([...names(kept), ...relationNames(kept)]);
  const numbered = new Set([...taken].flatMap((name) => /\d$/.test(name) ? [name.replace(/\d+$/, "")] : []));
  const [before, now] = [names(gone), names(fresh)];
  const long = (name: string) => Buffer.byteLength(name.slice(name.indexOf(".") + 1)) > 56;
  if ([...now, ...relationNames(fresh)].some((name) => taken.has(name))) return true;
  if (inTurn(before) || inTurn(now)) return true;
  return [...before, ...now].some(long) ||
    before.some((name) => !now.includes(name) && numbered.has(name)) ||
    now.some((name) => !before.includes(name) && numbered.has(name));
}

/** Whether a name was taken when another one was wanted: who came first decides, and a statement may have had to wait. */
function inTurn(names: readonly string[]): boolean {
  const all = new Set(names);
  return names.some((name) => /\d$/.test(name) && all.has(name.replace(/\d+$/, "")));
}
