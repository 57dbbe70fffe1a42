/** One side of a comparison: a snapshot's facts with the indexes that planning needs. */
import { type Fact, type FactOf, isKind, keyOf, type Kind } from "./fact.ts";
import type { Snapshot } from "./snapshot.ts";

const none: readonly Fact[] = [];

/** What is found by walking over all facts of a snapshot once. */
interface Indexes {
  byKey: Map<string, Fact> | null;
  children: Map<string, Fact[]> | null;
  dependents: Map<string, Fact[]> | null;
  followers: Map<string, Fact[]> | null;
  constraintNames: Map<string, number> | null;
}

/** Made when they are asked for, and shared by all that look at a snapshot. */
const indexes = new WeakMap<Snapshot, Indexes>();

function indexesOf(snapshot: Snapshot): Indexes {
  let found = indexes.get(snapshot);
  if (found === undefined) {
    found = { byKey: null, children: null, dependents: null, followers: null, constraintNames: null };
    indexes.set(snapshot, found);
  }
  return found;
}

/** Facts by key, by parent and by what they need. */
export class Side {
  readonly snapshot: Snapshot;
  /** The side that a plan starts from, on the side that it leads to. */
  readonly before: Side | null;
  readonly #indexes: Indexes;

  constructor(snapshot: Snapshot, before: Side | null = null) {
    this.snapshot = snapshot;
    this.before = before;
    this.#indexes = indexesOf(snapshot);
  }

  /** All facts by key. */
  get facts(): ReadonlyMap<string, Fact> {
    if (this.#indexes.byKey === null) {
      const made = new Map<string, Fact>();
      for (const fact of this.snapshot.facts) made.set(fact.key, fact);
      this.#indexes.byKey = made;
    }
    return this.#indexes.byKey;
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
    if (this.#indexes.children === null) {
      const made = new Map<string, Fact[]>();
      for (const fact of this.snapshot.facts) if (fact.parent !== null) add(made, fact.parent, fact);
      this.#indexes.children = made;
    }
    return this.#indexes.children.get(key) ?? none;
  }

  /** Facts of one kind whose parent is `key`. */
  childrenOf<K extends Kind>(key: string, kind: K): readonly FactOf<K>[] {
    const found: FactOf<K>[] = [];
    for (const fact of this.children(key)) if (isKind(fact, kind)) found.push(narrowed<K>(fact));
    return found;
  }

  /** Facts that need `key`, its children not among them. */
  dependents(key: string): readonly Fact[] {
    if (this.#indexes.dependents === null) {
      const made = new Map<string, Fact[]>();
      for (const fact of this.snapshot.facts) for (const need of fact.needs) add(made, need, fact);
      this.#indexes.dependents = made;
    }
    return this.#indexes.dependents.get(key) ?? none;
  }

  /** Facts that PostgreSQL drops with `key` without being asked. */
  followers(key: string): readonly Fact[] {
    if (this.#indexes.followers === null) {
      this.#indexes.followers = new Map();
      for (const fact of this.snapshot.facts) {
        for (const leader of fact.follows) add(this.#indexes.followers, leader, fact);
      }
    }
    return this.#indexes.followers.get(key) ?? none;
  }

  /** How many tables of a schema have a constraint of this name. */
  constraintsNamed(schema: string, name: string): number {
    if (this.#indexes.constraintNames === null) {
      this.#indexes.constraintNames = new Map();
      for (const fact of this.snapshot.facts) {
        const own = isKind(fact, "notNull") ? fact.body.constraint : isKind(fact, "constraint") ? fact.name[2] : null;
        if (own === null || own === undefined) continue;
        const key = JSON.stringify([fact.name[0], own]);
        this.#indexes.constraintNames.set(key, (this.#indexes.constraintNames.get(key) ?? 0) + 1);
      }
    }
    return this.#indexes.constraintNames.get(JSON.stringify([schema, name])) ?? 0;
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
