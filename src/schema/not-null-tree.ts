/**
 * NOT NULL constraints of tables that inherit from each other. From PostgreSQL 18 on they have names, and one that is
 * inherited can be renamed only with its parent's, when all have the same name. What cannot be renamed like that is made
 * NO INHERIT meanwhile, which lets the rows be.
 */
import type { Changes } from "./changes.ts";
import { type FactOf, keyOf } from "./fact.ts";
import { inheritance } from "./kinds/inheritance.ts";
import { asConstraint, inherits, named, validates } from "./kinds/not-null.ts";
import { alterAll, alterOnly, own, qualified } from "./names.ts";
import type { Side } from "./side.ts";
import { type Step, step } from "./statement.ts";
import { goesFirst } from "./ties.ts";

type NotNull = FactOf<"notNull">;
type Tie = FactOf<"inheritance">;

/** A constraint that stays, with those above and below it that stay too. */
interface Node {
  readonly key: string;
  readonly have: NotNull;
  readonly want: NotNull;
  /** Its table is a partition, or becomes one: there nobody asks whose the constraint is. */
  readonly partition: boolean;
  readonly up: { readonly tie: Tie; readonly node: Node }[];
  readonly down: { readonly tie: Tie; readonly node: Node }[];
}

/** What is done to the constraints of one tree: `again` lose their comments. */
export interface TreeChange {
  readonly steps: readonly Step[];
  /** Those that it changes, parents first. */
  readonly nodes: readonly { readonly key: string; readonly have: NotNull; readonly want: NotNull }[];
  readonly again: readonly string[];
}

const isInherited = ({ body }: NotNull): boolean => body.inherited && !body.local;

/** Constraints that change in a way in which others of their tree have a say. */
function seeds(have: Side, want: Side, { dropped, changed }: Pick<Changes, "dropped" | "changed">): readonly string[] {
  const found: string[] = [];
  for (const { have: from, want: to } of changed.values()) {
    if (from.kind !== "notNull" || to.kind !== "notNull") continue;
    if (from.body.constraint !== to.body.constraint || from.body.noInherit !== to.body.noInherit) found.push(to.key);
  }
  for (const fact of want.snapshot.facts) {
    if (fact.kind !== "notNull" || !isInherited(fact) || dropped.has(fact.key)) continue;
    const ties = want.childrenOf(keyOf("table", fact.name.slice(0, 2)), "inheritance");
    if (have.at(fact.key, "notNull")?.body.local === true && ties.every((tie) => tie.body.bound === null)) {
      found.push(fact.key);
    }
  }
  return found;
}

class Tree {
  readonly #have: Side;
  readonly #want: Side;
  readonly #dropped: ReadonlySet<string>;
  readonly nodes = new Map<string, Node>();

  constructor(have: Side, want: Side, dropped: ReadonlySet<string>, seed: string) {
    this.#have = have;
    this.#want = want;
    this.#dropped = dropped;
    this.#add(seed);
  }

  #add(key: string): Node | null {
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const want = this.#want.at(key, "notNull");
    if (want === null || this.#dropped.has(key)) return null;
    const table = keyOf("table", want.name.slice(0, 2));
    // A table that is made is what it will be already.
    const have = this.#have.get(table) === null ? want : this.#have.at(key, "notNull");
    if (have === null || this.#dropped.has(table)) return null;
    const ties = this.#want.childrenOf(table, "inheritance");
    const partition = ties.some(({ body }) => body.bound !== null);
    const node: Node = { key, have, want, partition, up: [], down: [] };
    this.nodes.set(key, node);
    const at = (names: readonly string[]) => this.#add(keyOf("notNull", [...names, want.name[2] ?? ""]));
    for (const tie of ties) {
      const parent = this.#lasts(tie) ? at(tie.name.slice(2)) : null;
      if (parent !== null) node.up.push({ tie, node: parent });
    }
    for (const tie of this.#want.dependents(table)) {
      if (tie.kind !== "inheritance") continue;
      const heir = this.#lasts(tie) ? at(tie.name.slice(0, 2)) : null;
      if (heir !== null) node.down.push({ tie, node: heir });
    }
    return node;
  }

  #lasts(tie: Tie): boolean {
    if (this.#dropped.has(tie.key)) return false;
    return this.#have.get(tie.key) !== null || goesFirst(tie, this.#have, this.#want);
  }

  /** Parents before heirs. */
  sorted(): readonly Node[] {
    const order = new Set<Node>();
    const visit = (node: Node): void => {
      if (order.has(node)) return;
      for (const { node: parent } of node.up) visit(parent);
      order.add(node);
    };
    for (const node of this.nodes.values()) visit(node);
    return [...order];
  }
}

const bequeathed = (node: Node): boolean => !node.have.body.noInherit;
const heirsOf = (node: Node) => bequeathed(node) ? node.down.map((one) => one.node) : [];
const parentsOf = (node: Node) => node.up.filter((one) => bequeathed(one.node)).map((one) => one.node);
const renamed = ({ have, want }: Node): boolean => have.body.constraint !== want.body.constraint;
const partitioned = (node: Node): boolean => node.down.some(({ tie }) => tie.body.bound !== null);

/** All that a RENAME of a root's constraint renames, when it renames nothing else; null when it would fail. */
function renamedWith(root: Node): ReadonlySet<Node> | null {
  const all = new Set([root]);
  for (const node of all) for (const heir of heirsOf(node)) all.add(heir);
  for (const node of all) {
    if (node.have.body.constraint !== root.have.body.constraint) return null;
    if (node.want.body.constraint !== root.want.body.constraint) return null;
    if (node !== root && parentsOf(node).some((parent) => !all.has(parent))) return null;
  }
  return all;
}

/** The constraints that have to be NO INHERIT meanwhile, or for good. */
function loosened(nodes: readonly Node[], moved: ReadonlySet<Node>): ReadonlySet<Node> {
  const loose = new Set(nodes.filter((node) => bequeathed(node) && node.want.body.noInherit));
  const add = (node: Node): void => {
    if (!loose.has(node)) loose.add(node);
  };
  for (const node of moved) {
    if (renamed(node) && heirsOf(node).length > 0) add(node);
    for (const parent of parentsOf(node)) add(parent);
  }
  // A set that grows while it is walked: what is added is walked too.
  for (const node of loose) {
    for (const parent of parentsOf(node)) add(parent);
    for (const heir of heirsOf(node)) if (isInherited(heir.want)) { for (const parent of parentsOf(heir)) add(parent); }
  }
  return loose;
}

/** Whether a key or an identity wants the column's NOT NULL to be there. */
function wanted({ have: { name } }: Node, side: Side): boolean {
  const table = keyOf("table", name.slice(0, 2));
  return side.find("identity", name) !== null ||
    side.childrenOf(table, "constraint").some(({ body }) => body.type === "p" && body.columns.includes(name[2] ?? ""));
}

function change(nodes: readonly Node[], have: Side, want: Side): TreeChange {
  const steps: Step[] = [];
  const carried = new Set<Node>();
  for (const node of nodes) {
    if (!renamed(node) || carried.has(node) || parentsOf(node).length > 0) continue;
    const all = renamedWith(node);
    if (all === null) continue;
    for (const one of all) carried.add(one);
    steps.push(named(node.have, node.want, want));
  }
  const alone = (node: Node) => isInherited(node.want) && !node.partition;
  const merged = (node: Node) => alone(node) && node.have.body.local && node.up.length > 0;
  const moved = new Set(nodes.filter((node) => renamed(node) && !carried.has(node) || merged(node)));
  const loose = loosened(nodes, moved);
  const now = (node: Node) => carried.has(node) ? node.want : node.have;
  const fallen = new Set(
    nodes.filter((node) => alone(node) && (merged(node) || parentsOf(node).some((one) => loose.has(one)))),
  );
  const again: string[] = [...fallen].map((node) => node.key);
  const table = (node: Node) => loose.has(node) && partitioned(node);
  for (const node of nodes) {
    if (!loose.has(node)) continue;
    if (!partitioned(node)) steps.push(inherits(now(node), false, want));
    else if (wanted(node, have)) {
      for (const { tie } of node.down) steps.push(...inheritance.drop(tie, have, want));
      if (renamed(node) && !carried.has(node)) steps.push(named(node.have, node.want, want));
    } else {
      steps.push(dropped(node, true, have));
      again.push(node.key);
    }
  }
  for (const node of moved) {
    if (renamed(node) && !fallen.has(node) && !table(node)) steps.push(named(node.have, node.want, want));
  }
  for (const node of nodes) if (fallen.has(node)) steps.push(dropped(node, false, have));
  for (const node of nodes.toReversed()) {
    if (node.want.body.noInherit || fallen.has(node) || !loose.has(node) && bequeathed(node)) continue;
    if (!table(node)) steps.push(inherits(node.want, true, want, node.down.some((one) => fallen.has(one.node))));
    else if (wanted(node, have)) {
      for (const { tie } of node.down) steps.push(...inheritance.create(tie, want, [], have));
    } else steps.push(asConstraint(node.want, want, false));
  }
  for (const node of nodes) steps.push(...validates(node.have, node.want, want));
  const touched = (node: Node) =>
    [moved, carried, fallen, loose].some((nodes) => nodes.has(node)) || !sameBody(node.have.body, node.want.body);
  return { steps, nodes: nodes.filter((node) => touched(node)), again };
}

const sameBody = (a: NotNull["body"], b: NotNull["body"]): boolean =>
  a.constraint === b.constraint && a.validated === b.validated && a.noInherit === b.noInherit;

function dropped(node: Node, only: boolean, have: Side): Step {
  const where = `${qualified(node.have.name)}.${own(node.have)}`;
  const table = only ? alterOnly(node.have, have) : alterAll(node.have, have);
  return step(`${table} ALTER COLUMN ${own(node.have)} DROP NOT NULL`, `Let column ${where} take nulls meanwhile`, {
    lock: "ACCESS EXCLUSIVE",
    on: keyOf("table", node.have.name.slice(0, 2)),
  });
}

/**
 * Plans what happens to NOT NULL constraints whose names or heirs change, tree by tree.
 *
 * ```ts
 * for (const { steps } of notNullTrees(have, want, { dropped, changed })) all.push(...steps);
 * ```
 */
export function notNullTrees(
  have: Side,
  want: Side,
  changes: Pick<Changes, "dropped" | "changed">,
): readonly TreeChange[] {
  if (have.snapshot.serverVersion < 180000 || want.snapshot.serverVersion < 180000) return [];
  const seen = new Set<string>();
  const found: TreeChange[] = [];
  for (const seed of seeds(have, want, changes)) {
    if (seen.has(seed)) continue;
    const tree = new Tree(have, want, changes.dropped, seed);
    for (const key of tree.nodes.keys()) seen.add(key);
    if (tree.nodes.size > 1) found.push(change(tree.sorted(), have, want));
  }
  return found;
}
