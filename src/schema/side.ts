/** One side of a comparison: a snapshot's facts with the indexes that planning needs. */
import { type Fact, type FactOf, isKind, keyOf, type Kind } from "./fact.ts";
import type { Snapshot } from "./snapshot.ts";

const none: readonly Fact[] = [];

/** Facts by key, by parent and by what they need. */
export class Side {
  readonly snapshot: Snapshot;
  /** The side that a plan starts from, on the side that it leads to. */
  readonly before: Side | null;
  #byKey: Map<string, Fact> | null = null;
  #children: Map<string, Fact[]> | null = null;
  #dependents: Map<string, Fact[]> | null = null;
  #followers: Map<string, Fact[]> | null = null;
  #constraintNames: Map<string, number> | null = null;

  constructor(snapshot: Snapshot, before: Side | null = null) {
    this.snapshot = snapshot;
    this.before = before;
  }

  /** All facts by key. */
  get facts(): ReadonlyMap<string, Fact> {
    if (this.#byKey === null) {
      this.#byKey = new Map();
      for (const fact of this.snapshot.facts) this.#byKey.set(fact.key, fact);
    }
    return this.#byKey;
  }

  /** The fact of a key, or null. */
  get(key: string): Fact | null {
    return this.facts.get(key) ?? null;
  }

  /** The fact of a kind and names, or null. */
  find<K extends Kind>(kind: K, name: readonly string[]): FactOf<K> | null {
    return this.at(keyOf(kind, name), kind);
  }

  /** The fact of a key when it is of that kind, or null. */
  at<K extends Kind>(key: string | null, kind: K): FactOf<K> | null {
    const fact = key === null ? undefined : this.facts.get(key);
    return fact !== undefined && isKind(fact, kind) ? narrowed<K>(fact) : null;
  }

  /** Facts whose parent is `key`. */
  children(key: string): readonly Fact[] {
    if (this.#children === null) {
      this.#children = new Map();
      for (const fact of this.snapshot.facts) if (fact.parent !== null) add(this.#children, fact.parent, fact);
    }
    return this.#children.get(key) ?? none;
  }

  /** Facts of one kind whose parent is `key`. */
  childrenOf<K extends Kind>(key: string, kind: K): readonly FactOf<K>[] {
    const found: FactOf<K>[] = [];
    for (const fact of this.children(key)) if (isKind(fact, kind)) found.push(narrowed<K>(fact));
    return found;
  }

  /** Facts that need `key`, its children not among them. */
  dependents(key: string): readonly Fact[] {
    if (this.#dependents === null) {
      this.#dependents = new Map();
      for (const fact of this.snapshot.facts) for (const need of fact.needs) add(this.#dependents, need, fact);
    }
    return this.#dependents.get(key) ?? none;
  }

  /** Facts that PostgreSQL drops with `key` without being asked. */
  followers(key: string): readonly Fact[] {
    if (this.#followers === null) {
      this.#followers = new Map();
      for (const fact of this.snapshot.facts) for (const leader of fact.follows) add(this.#followers, leader, fact);
    }
    return this.#followers.get(key) ?? none;
  }

  /** How many tables of a schema have a constraint of this name. */
  constraintsNamed(schema: string, name: string): number {
    if (this.#constraintNames === null) {
      this.#constraintNames = new Map();
      for (const fact of this.snapshot.facts) {
        const own = isKind(fact, "notNull") ? fact.body.constraint : isKind(fact, "constraint") ? fact.name[2] : null;
        if (own === null || own === undefined) continue;
        const key = JSON.stringify([fact.name[0], own]);
        this.#constraintNames.set(key, (this.#constraintNames.get(key) ?? 0) + 1);
      }
    }
    return this.#constraintNames.get(JSON.stringify([schema, name])) ?? 0;
  }

  /** `key` and what it stands in, outermost last. */
  *lineage(key: string): Generator<Fact> {
    for (let fact = this.get(key); fact !== null; fact = fact.parent === null ? null : this.get(fact.parent)) {
      yield fact;
    }
  }
}

/** The one cast of the room: a fact whose tag is `K` is a `FactOf<K>`, which the compiler cannot see through a union. */
function narrowed<K extends Kind>(fact: Fact): FactOf<K> {
  return fact as unknown as FactOf<K>;
}

function add(map: Map<string, Fact[]>, key: string, fact: Fact): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [fact]);
  else list.push(fact);
}
