/** What has to happen to each fact, before anything is put in order: kept, made, changed, dropped, made again. */
import { compareFacts } from "./compare-facts.ts";
import { type Fact, type FactOf, isKind, keyOf } from "./fact.ts";
import type { Alteration, Sides } from "./kind.ts";
import { referencesTo } from "./heirs.ts";
import { isInheritable, keptBelow } from "./kept.ts";
import { specOf } from "./kinds.ts";
import { alterColumn, type ColumnBody } from "./kinds/column.ts";
import { comesWhole } from "./kinds/constraint.ts";
import { movesWithExtension } from "./moved-extension.ts";
import { movesAttributes } from "./moved-attributes.ts";
import { notNullTrees } from "./not-null-tree.ts";
import { isContested } from "./overloads.ts";
import { textSteps } from "./park.ts";
import type { Side } from "./side.ts";
import type { Step } from "./statement.ts";
import { holdsColumns, isContained, isType, rowHolders } from "./stored.ts";
import { hasFromParents, tiesToRenew } from "./ties.ts";
import { partitionedBy, renewedOf } from "./type-change.ts";

/** A fact that stays and changes. */
export interface Change {
  readonly have: Fact;
  readonly want: Fact;
  readonly steps: readonly Step[];
  /** The fact whose change reaches this one: a column of the parent table, an attribute of the table's type. */
  readonly leader: string | null;
}

/** Everything that a plan does, by key. */
export interface Changes {
  /** Facts of `have` that end, whether they come again or not. */
  readonly dropped: ReadonlySet<string>;
  /** Facts of `want` that are made, whether they were there before or not. */
  readonly created: ReadonlySet<string>;
  readonly changed: ReadonlyMap<string, Change>;
  /** Types and tables that are moved aside while their content goes over to the new one. */
  readonly parked: ReadonlySet<string>;
}

/** Kinds that say what a column holds: moved aside, they are there until the columns have gone over. */
const makesColumns = (fact: Fact) => isType(fact) || fact.kind === "collation";

/** Kinds that say what a table holds: moving a table aside keeps them, and the content, until it is dropped. */
const rebuilt = new Set(["r", "p"]);

/** What of a column follows the same column of a parent table, or the attribute of the table's type. */
function reachOf(from: Fact, before: ColumnBody): Partial<ColumnBody> {
  if (!isKind(from, "attribute") && !isKind(from, "column")) return {};
  const { type, collation } = from.body;
  // A new type brings its own storage and compression.
  const reset = type === before.type && collation === before.collation ? {} : { storage: null, compression: null };
  return { type, collation, ...reset, ...isKind(from, "column") ? { generated: from.body.generated } : {} };
}

/** Whether an index or key of a partition outlives the one that it is attached to, because its table is detached. */
export function detached(fact: Fact, have: Side, dropped: ReadonlySet<string>): boolean {
  if (!isKind(fact, "index") && !isKind(fact, "constraint")) return false;
  const table = keyOf("table", isKind(fact, "index") ? fact.body.table : fact.name.slice(0, 2));
  if (dropped.has(table)) return false;
  const link = have.childrenOf(table, "inheritance").find(({ body }) => body.bound !== null);
  return link !== undefined && (dropped.has(link.key) || dropped.has(keyOf("table", link.name.slice(2))));
}

class Closure {
  readonly have: Side;
  readonly want: Side;
  readonly dropped = new Set<string>();
  readonly parked = new Set<string>();
  readonly changed = new Map<string, Change>();
  readonly #alterations = new Map<string, Alteration>();
  /** Columns that hold text while a column's type changes, by that column. */
  readonly #lent = new Map<string, readonly FactOf<"column">[]>();
  readonly #sides: Sides;

  constructor(have: Side, want: Side) {
    this.have = have;
    this.want = want;
    this.#sides = { have, want, destroyed: (key) => this.dropped.has(key) };
  }

  run(): Changes {
    const { removed, added, changed: differing } = compareFacts(this.have.snapshot.facts, this.want.snapshot.facts);
    const changed = differing.filter(([fact, to]) => !movesWithExtension(fact, to, this.#sides));
    // Types first: whether a column needs USING depends on whether its type is made anew.
    changed.sort(([a], [b]) => Number(makesColumns(b)) - Number(makesColumns(a)));
    for (const [fact, to] of changed) this.#alterations.set(fact.key, specOf(fact).alter(fact, to, this.#sides));
    // Whether a partition's index goes with its parent's depends on whether the partition stays: tables and ties first.
    const early = (fact: Fact) => fact.kind === "table" || fact.kind === "inheritance";
    for (const fact of removed) if (early(fact)) this.#drop(fact);
    for (const [fact, to] of changed) if (early(fact)) this.#change(fact, to);
    this.#settleTies([...removed, ...added, ...changed.map(([fact]) => fact)]);
    for (const fact of removed) if (!early(fact)) this.#drop(fact);
    for (const [fact, to] of changed) if (!early(fact)) this.#change(fact, to);
    for (const fact of added) {
      this.#restrict(fact);
      this.#dropMerged(fact);
      this.#dropAttached(fact);
    }
    for (const [, to] of changed) this.#restrict(to);
    this.#settleOwn();
    this.#settleAttachments();
    this.#settleColumns();
    this.#settleInheritance();
    this.#settleNotNulls();
    const created = new Set(added.map((fact) => fact.key));
    for (const key of this.dropped) if (this.want.get(key) !== null) created.add(key);
    for (const key of this.dropped) this.changed.delete(key);
    return { dropped: this.dropped, created, changed: this.changed, parked: this.parked };
  }

  /** Ends ties that begin again, and makes heirs anew that cannot get what is their parents' alone in another way. */
  #settleTies(differing: readonly Fact[]): void {
    const tables = new Set<string>();
    for (const fact of differing) {
      if (fact.kind === "table") tables.add(fact.key);
      else if (fact.kind === "inheritance" || fact.kind === "column") tables.add(keyOf("table", fact.name.slice(0, 2)));
    }
    for (const key of tables) {
      const table = this.have.get(key);
      if (table === null || this.want.get(key) === null || this.dropped.has(key)) continue;
      if (![this.have, this.want].some((side) => side.childrenOf(key, "inheritance").length > 0)) continue;
      const ties = tiesToRenew(key, this.have, this.want);
      if (ties === null) this.#drop(table);
      else for (const tie of this.have.childrenOf(key, "inheritance")) if (ties.includes(tie.key)) this.#drop(tie);
    }
  }

  #change(fact: Fact, to: Fact): void {
    if (this.dropped.has(fact.key)) return;
    if (renewedOf(fact, to, this.parked) !== null) return this.#retype(fact, to);
    if (isKind(fact, "column") && isKind(to, "column") && fact.body.type !== to.body.type) {
      const partitioned = partitionedBy(fact, this.have);
      if (partitioned !== null) return this.#drop(partitioned);
    }
    const alteration = specOf(fact).alter(fact, to, this.#sides);
    this.#alterations.set(fact.key, alteration);
    if (alteration.how === "replace") return this.#drop(fact);
    this.changed.set(fact.key, { have: fact, want: to, steps: alteration.steps, leader: null });
    const { disturbs } = alteration;
    if (disturbs === undefined) return;
    if (isKind(fact, "column")) this.#lendRows(fact);
    for (const child of this.have.children(fact.key)) if (disturbs(child)) this.#drop(child);
    for (const dependent of this.have.dependents(fact.key)) {
      if (disturbs(dependent)) this.#dropDependent(dependent, fact);
    }
  }

  /** Whether what holds `fact`'s content has to outlive it: a type with columns, a table that changes its make. */
  #parks(fact: Fact): boolean {
    const to = this.want.get(fact.key);
    if (to === null) return false;
    if (isKind(fact, "table") && isKind(to, "table")) {
      return rebuilt.has(fact.body.relation) && rebuilt.has(to.body.relation);
    }
    return makesColumns(fact) && holdsColumns(fact, this.have);
  }

  #drop(fact: Fact): void {
    if (this.dropped.has(fact.key)) return;
    this.dropped.add(fact.key);
    this.changed.delete(fact.key);
    this.#restrict(this.want.get(fact.key));
    this.#dropMerged(this.want.get(fact.key));
    if (this.#parks(fact)) this.parked.add(fact.key);
    this.#dropInherited(fact);
    if (isKind(fact, "inheritance")) this.#dropReferences(fact);
    for (const child of this.have.children(fact.key)) this.#drop(child);
    for (const dependent of this.have.dependents(fact.key)) this.#dropDependent(dependent, fact);
    for (const follower of this.have.followers(fact.key)) {
      // OWNED BY NONE and DETACH keep these; a partition's index stays when the partition is detached.
      if (follower.kind === "sequence" || follower.kind === "table") continue;
      if (detached(follower, this.have, this.dropped)) continue;
      this.#dropDependent(follower, fact);
    }
  }

  /** DETACH PARTITION is refused while foreign keys point at the partition's rows: they come again when it is back. */
  #dropReferences(tie: Fact): void {
    const table = keyOf("table", tie.name.slice(0, 2));
    if (
      !this.#isPartition(tie) || this.have.childrenOf(table, "inheritance").every(({ body }) => body.bound === null)
    ) {
      return;
    }
    for (const key of referencesTo(tie.name.slice(2), this.have)) this.#drop(key);
  }

  /** An heir's own check or NOT NULL would stay its own under that of its parent: where only that is wanted, it goes before. */
  #dropMerged(to: Fact | null): void {
    if (to === null || !isInheritable(to) || to.kind === "column") return;
    // Before PostgreSQL 18, NOT NULL is each table's own.
    if (to.kind === "notNull" && this.have.snapshot.serverVersion < 180000) return;
    for (const tie of this.want.dependents(keyOf("table", to.name.slice(0, 2)))) {
      if (!isKind(tie, "inheritance") || tie.body.bound !== null || this.have.get(tie.key) === null) continue;
      const key = keyOf(to.kind, [...tie.name.slice(0, 2), to.name[2] ?? ""]);
      const [heir, after] = [this.have.get(key), this.want.get(key)];
      if (heir === null || !isInheritable(heir) || after === null || !isInheritable(after)) continue;
      if (heir.body.local && !after.body.local) this.#drop(heir);
    }
  }

  /** What heirs have of a check or NOT NULL only because their parent has it goes with the parent's, wanted or not. */
  #dropInherited(fact: Fact): void {
    if (fact.kind !== "notNull" && !(isKind(fact, "constraint") && fact.body.type === "c")) return;
    // Before PostgreSQL 18, NOT NULL of an heir is not its own, wherever it comes from.
    const free = fact.kind === "notNull" && this.have.snapshot.serverVersion < 180000;
    const kept = keptBelow(fact, this.have, this.want, (tie) => !this.dropped.has(tie));
    for (const tie of this.have.dependents(keyOf("table", fact.name.slice(0, 2)))) {
      if (tie.kind !== "inheritance" || this.dropped.has(tie.key)) continue;
      const heir = this.have.get(keyOf(fact.kind, [...tie.name.slice(0, 2), fact.name[2] ?? ""]));
      if (heir === null || (!isKind(heir, "notNull") && !isKind(heir, "constraint"))) continue;
      if (kept && this.want.get(heir.key) !== null) continue;
      if (free || !heir.body.local) this.#drop(heir);
    }
  }

  /** A partition's key that PostgreSQL attaches to none comes again with its table's. */
  #dropAttached(attachment: Fact): void {
    const index = attachment.kind === "indexAttachment" ? this.have.get(attachment.parent ?? "") : null;
    const key = this.have.at(index?.parent ?? null, "constraint");
    if (key !== null && comesWhole(key)) this.#drop(key);
  }

  #dropDependent(dependent: Fact, source: Fact): void {
    if (this.dropped.has(dependent.key)) return;
    const to = this.want.get(dependent.key);
    if (to === null) {
      this.#drop(dependent);
      // An index that a constraint made goes with the constraint, which has a statement for that.
      const host = specOf(dependent).carried(dependent) && dependent.parent !== null
        ? this.have.get(dependent.parent)
        : null;
      if (host !== null && !isType(host)) this.#dropDependent(host, source);
      return;
    }
    if (this.#letsGo(dependent, to, source) || this.#comesAlong(dependent, source)) return;
    if (dependent.kind === "column" && isKind(to, "column") && this.parked.has(source.key)) {
      return this.#retype(dependent, to);
    }
    if (specOf(dependent).carried(dependent) && dependent.parent !== null) {
      const host = this.have.get(dependent.parent);
      // The part stays as it is, so that no alteration of the whole lets `source` go.
      if (host !== null) return this.#drop(host);
    }
    // What an heir has only from a table that is made anew would be its own when the tie ends, and stay so.
    const heir = dependent.kind === "inheritance" && hasFromParents(to, this.want)
      ? this.have.get(to.parent ?? "")
      : null;
    this.#drop(heir ?? dependent);
  }

  /** Whether an alteration in place takes the dependent off `source` by itself. */
  #letsGo(dependent: Fact, to: Fact, source: Fact): boolean {
    if (to.parent === source.key || isContested(source, this.have, this.want)) return false;
    // What it will need may be a part of `source`, or hold it: a view that is made again, whole or one of its columns.
    for (const need of to.needs) for (const fact of this.want.lineage(need)) if (fact.key === source.key) return false;
    for (const fact of this.have.lineage(source.key)) {
      if (this.dropped.has(fact.key) && to.needs.includes(fact.key)) return false;
    }
    const alteration = this.#alterations.get(dependent.key);
    return alteration !== undefined && alteration.how === "steps" && alteration.steps.length > 0;
  }

  /** Whether an index is built again with a column that leaves the collation: it names none itself. */
  #comesAlong(index: Fact, source: Fact): boolean {
    if (!isKind(index, "index") || source.kind !== "collation") return false;
    if (/\bCOLLATE\b/.test(`${index.body.definition} ${index.body.predicate}`)) return false;
    // That of a constraint has the columns through it.
    const needs = [...index.needs, ...this.have.get(index.parent ?? "")?.needs ?? []];
    return needs.some((need) =>
      this.have.at(need, "column")?.needs.includes(source.key) === true && !this.dropped.has(need)
    );
  }

  /** A column whose type or collation is made anew goes over to the new one. */
  #retype(fact: Fact, to: Fact, leader: string | null = null): void {
    if (!isKind(fact, "column") || !isKind(to, "column")) return;
    const partitioned = partitionedBy(fact, this.have);
    if (partitioned !== null) return this.#drop(partitioned);
    // Its expression may mention the type as well.
    if (fact.body.generated !== null && to.body.generated !== null) return this.#drop(fact);
    const renewed = renewedOf(fact, to, this.parked) ?? "type";
    const alteration = alterColumn(fact, to, this.#sides, renewed);
    if (alteration.how === "replace") return this.#drop(fact);
    this.changed.set(fact.key, { have: fact, want: to, steps: alteration.steps, leader });
    this.#alterations.set(fact.key, alteration);
    if (leader === null) this.#lendRows(fact);
    for (const child of this.have.children(fact.key)) {
      if ((child.kind === "default" && renewed === "type") || alteration.disturbs?.(child)) this.#drop(child);
    }
    for (const user of this.have.dependents(fact.key)) {
      // A foreign key compares two columns: both must have the new type before it can be checked again.
      const key = isKind(user, "constraint") && user.body.type === "f";
      // Text, which the column holds meanwhile, has none of its operators.
      const operators = leader !== null && /^(index|constraint|statistics)$/.test(user.kind);
      if (key || operators || alteration.disturbs?.(user)) this.#dropDependent(user, fact);
    }
  }

  /** Columns that hold rows of a table hold text while the type of one of the table's columns changes. */
  #lendRows(column: FactOf<"column">): void {
    const table = keyOf("table", column.name.slice(0, 2));
    const holders = rowHolders(table, this.have).filter((holder) => {
      const to = this.want.at(holder.key, "column");
      return to !== null && to.body.type === holder.body.type && !this.dropped.has(holder.key);
    });
    const change = this.changed.get(column.key);
    if (holders.length === 0 || change === undefined) return;
    const leader = holders.map(({ key }) => this.changed.get(key)?.leader ?? null).find((key) => key !== null) ?? null;
    if (leader !== null) this.changed.set(column.key, { ...change, leader });
    else this.#lent.set(column.key, holders);
    // They go back last of all, and what is in the others first.
    for (const holder of holders.toReversed()) {
      this.changed.delete(holder.key);
      const to = this.want.get(holder.key);
      if (to !== null) this.#retype(holder, to, leader ?? column.key);
    }
  }

  /** A domain inside of arrays and rows cannot be made stricter, because PostgreSQL does not look into them. */
  #restrict(to: Fact | null): void {
    if (to === null || !isKind(to, "domainConstraint") || !to.body.validated) return;
    const domain = this.have.at(to.parent, "domain");
    if (domain !== null && !this.dropped.has(domain.key) && isContained(domain, this.have)) this.#drop(domain);
  }

  /** An index of a partition is taken off its parent's only with the partition, or with the parent's index. */
  #settleAttachments(): void {
    for (const key of [...this.dropped]) {
      const fact = this.have.at(key, "indexAttachment");
      const child = fact === null ? null : this.have.find("index", fact.name);
      const whole = fact === null ? null : this.have.find("index", fact.body.parent);
      if (child === null || whole === null || this.dropped.has(whole.key)) continue;
      if (this.dropped.has(keyOf("table", child.body.table)) || detached(child, this.have, this.dropped)) continue;
      const host = whole.body.constraint === null ? null : this.have.get(whole.parent ?? "");
      this.#drop(host ?? whole);
    }
  }

  /** How a value goes over is known when it is known what else inside of it is made anew. */
  #settleColumns(): void {
    const holders = new Set([...this.#lent.values()].flat().map(({ key }) => key));
    for (const [key, change] of this.changed) {
      const { have, want } = change;
      if (!isKind(have, "column") || !isKind(want, "column")) continue;
      const renewed = renewedOf(have, want, this.parked) ?? (holders.has(key) ? "type" : null);
      const alteration = renewed === null ? null : alterColumn(have, want, this.#sides, renewed);
      const steps = alteration?.how === "steps" ? alteration.steps : change.steps;
      // Attributes that move inside of a row come back by their places.
      const losesData = have.needs.some((need) => movesAttributes(need, this.#sides));
      const texts = (this.#lent.get(key) ?? []).flatMap(textSteps).map((one) => ({ ...one, losesData }));
      this.changed.set(key, { ...change, steps: [...texts, ...steps] });
    }
  }

  /** Changes that reach heirs through their parent table, or typed tables through their type, need no statement. */
  #settleInheritance(): void {
    for (const [key, change] of this.changed) {
      const spec = specOf(change.want);
      const leader = spec.inheritedFrom(change.have, this.have).find((parent) =>
        this.changed.has(parent) && (parent.startsWith("attribute:") || this.live(change.have, parent))
      );
      const from = leader === undefined ? undefined : this.changed.get(leader);
      if (leader === undefined || from === undefined) continue;
      if (isKind(change.want, "column") && isKind(change.have, "column")) {
        const reached = { ...change.have, body: { ...change.have.body, ...reachOf(from.want, change.have.body) } };
        const rest = spec.alter(reached, change.want, this.#sides);
        if (rest.how === "steps") this.changed.set(key, { ...change, steps: rest.steps, leader });
      } else if (change.want.kind === "constraint") {
        this.changed.set(key, { ...change, steps: [], leader });
      }
    }
  }

  /** What an heir has besides its parents comes to be theirs alone, or its own as well, where ties stay. */
  #settleOwn(): void {
    for (const to of this.want.snapshot.facts) {
      if (!isInheritable(to) || to.kind === "column" || !to.body.inherited || this.dropped.has(to.key)) continue;
      const fact = this.have.get(to.key);
      if (fact === null || !isInheritable(fact) || fact.body.local === to.body.local) continue;
      const above = specOf(fact).inheritedFrom(fact, this.have).filter((key) =>
        this.have.get(key) !== null && this.want.get(key) !== null && !this.dropped.has(key) && this.live(fact, key)
      );
      if (above.length === 0 || this.#isPartition(fact)) continue;
      // PostgreSQL lets go of a check of both only with the parent's; NOT NULL has a way of its own.
      if (!to.body.local) { if (to.kind === "constraint") { for (const key of above) this.#dropFromTop(key); } }
      else if (!this.changed.has(to.key)) {
        const steps = specOf(to).create(to, this.want, [], this.have).map((one) => ({ ...one, scans: false }));
        this.changed.set(to.key, { have: fact, want: to, steps, leader: null });
      }
    }
  }

  #isPartition(fact: Fact): boolean {
    const ties = this.want.childrenOf(keyOf("table", fact.name.slice(0, 2)), "inheritance");
    return ties.some(({ body }) => body.bound !== null);
  }

  /** Drops a check with those of which it is an heir's. */
  #dropFromTop(key: string): void {
    const fact = this.have.get(key);
    if (fact === null) return;
    for (const above of specOf(fact).inheritedFrom(fact, this.have)) {
      if (this.have.get(above) !== null && this.live(fact, above)) this.#dropFromTop(above);
    }
    this.#drop(fact);
  }

  /** NOT NULL constraints of tables that inherit from each other change together. */
  #settleNotNulls(): void {
    for (const { nodes, steps, again } of notNullTrees(this.have, this.want, this)) {
      const [first] = nodes;
      for (const { key, have, want } of nodes) {
        const change = { have, want, steps: [], leader: first?.key ?? null };
        this.changed.set(key, key === first?.key ? { ...change, steps, leader: null } : change);
      }
      // Its comment goes with a constraint that is dropped meanwhile.
      for (const key of again) for (const child of this.have.children(key)) this.#drop(child);
    }
  }

  /** Whether a table is heir of the table of `parentKey`'s fact before and after, without a break. */
  live(fact: Fact, parentKey: string): boolean {
    const parent = this.have.get(parentKey) ?? this.want.get(parentKey);
    if (parent === null) return false;
    const name = [...fact.name.slice(0, 2), ...parent.name.slice(0, 2)];
    const before = this.have.find("inheritance", name);
    const after = this.want.find("inheritance", name);
    return before !== null && after !== null && !this.dropped.has(before.key);
  }
}

/** Decides what has to happen to each fact. */
export function changesBetween(have: Side, want: Side): Changes {
  return new Closure(have, want).run();
}
