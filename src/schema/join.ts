/**
 * Joins statements about one table that read or write all its rows: ALTER TABLE goes over them once, however many actions
 * it has (ATRewriteTables in PostgreSQL's tablecmds.c), and does them in an order of its own, so that they may stand in any.
 */
import type { Action } from "./action.ts";
import { byOrder } from "./place.ts";
import type { Graph } from "./order.ts";
import type { Step } from "./statement.ts";

/** What steps that can share a statement have in common; null when a step is better left alone: where no rows are. */
function sharedBy({ head, lock, rewrites, scans }: Step): string | null {
  if (head === null || head.startsWith("ALTER FOREIGN TABLE ")) return null;
  return rewrites || scans ? `${lock} ${head}` : null;
}

function actionOf({ sql, head }: Step): string {
  return sql.slice(`${head} `.length);
}

function together(a: Step, b: Step): Step {
  const first = a.sql.includes("\n  ") ? a.sql : `${a.head}\n  ${actionOf(a)}`;
  return {
    ...a,
    sql: `${first},\n  ${actionOf(b)}`,
    does: `${a.does}; ${b.does.charAt(0).toLowerCase()}${b.does.slice(1)}`,
    rewrites: a.rewrites || b.rewrites,
    scans: a.scans || b.scans,
    losesData: a.losesData || b.losesData,
  };
}

/**
 * Puts the actions of ALTER TABLE that go over the same rows into one statement, at the place of the first.
 *
 * ```ts
 * joinSteps(steps);   // ALTER TABLE public.t ALTER COLUMN a TYPE bigint, ALTER COLUMN b TYPE bigint
 * ```
 */
export function joinSteps(steps: readonly Step[]): readonly Step[] {
  const joined: Step[] = [];
  const places = new Map<string, number>();
  for (const one of steps) {
    const shared = sharedBy(one);
    const place = shared === null ? undefined : places.get(shared);
    const first = place === undefined ? undefined : joined[place];
    if (place !== undefined && first !== undefined) joined[place] = together(first, one);
    else {
      if (shared !== null) places.set(shared, joined.length);
      joined.push(one);
    }
  }
  return joined;
}

/** A graph in which some actions count as one. */
class Contraction {
  readonly #graph: Graph;
  readonly #edges: readonly (readonly ReadonlySet<number>[])[];
  /** By action, the one that stands for its group. */
  readonly #heads: number[];
  readonly #members = new Map<number, number[]>();

  constructor(graph: Graph, withSoft: boolean) {
    this.#graph = graph;
    this.#edges = withSoft ? [graph.after, graph.soft] : [graph.after];
    this.#heads = graph.actions.map((_, at) => at);
  }

  #headOf(at: number): number {
    return this.#heads[at] ?? at;
  }

  #membersOf(head: number): readonly number[] {
    return this.#members.get(head) ?? [head];
  }

  #next(head: number): Set<number> {
    const next = new Set<number>();
    for (const member of this.#membersOf(head)) {
      for (const edges of this.#edges) for (const to of edges[member] ?? []) next.add(this.#headOf(to));
    }
    next.delete(head);
    return next;
  }

  /** Whether something else has to stand between the two. */
  #apart(head: number, other: number): boolean {
    const open = [...this.#next(head)].filter((at) => at !== other);
    const seen = new Set(open);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const to of this.#next(at)) {
        if (to === other) return true;
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
    return false;
  }

  /** Makes one of two actions, the second of which does not come before the first; false when they cannot be. */
  join(first: number, second: number): boolean {
    const [head, other] = [this.#headOf(first), this.#headOf(second)];
    if (this.#apart(head, other)) return false;
    const members = [...this.#membersOf(head), ...this.#membersOf(other)];
    for (const member of members) this.#heads[member] = head;
    this.#members.set(head, members);
    return true;
  }

  /** The graph of what is left; a group stands at its first action's index, its other indexes do nothing. */
  graph(): Graph {
    const { actions, after, soft } = this.#graph;
    const idle = new Set<number>();
    const changed = actions.map((action, at) => {
      if (this.#headOf(at) !== at) idle.add(at);
      const members = this.#membersOf(at).flatMap((member) => actions[member] ?? []);
      return members.length < 2 ? action : merged(action, members);
    });
    const remap = (edges: readonly ReadonlySet<number>[]) =>
      edges.map((_, at) => {
        const to = new Set<number>();
        if (idle.has(at)) return to;
        for (const member of this.#membersOf(at)) for (const one of edges[member] ?? []) to.add(this.#headOf(one));
        to.delete(at);
        return to;
      });
    const nothing = changed.map((action, at): Action => idle.has(at) ? { ...action, steps: () => [] } : action);
    return { actions: nothing, after: remap(after), soft: remap(soft) };
  }
}

/** Where in an action's steps the one stands that others can join; the end when there is none. */
function costAt(steps: readonly Step[]): number {
  const at = steps.findIndex((one) => sharedBy(one) !== null);
  return at < 0 ? steps.length : at;
}

/** What comes before the costly step of an action (DROP EXPRESSION before TYPE) comes before that of the group. */
function merged(first: Action, members: readonly Action[]): Action {
  const all = (keysOf: (action: Action) => ReadonlySet<string>) =>
    new Set(members.flatMap((action) => [...keysOf(action)]));
  return {
    ...first,
    makes: all(({ makes }) => makes),
    ends: all(({ ends }) => ends),
    wants: all(({ wants }) => wants),
    uses: all(({ uses }) => uses),
    hopes: all(({ hopes }) => hopes),
    takes: members.flatMap(({ takes }) => takes),
    frees: members.flatMap(({ frees }) => frees),
    parts: members.flatMap(({ parts }) => parts),
    reached: members.flatMap(({ reached }) => reached),
    steps: () => {
      const all = [...members].sort((a, b) => byOrder(a.order, b.order)).map(({ steps }) => steps());
      const before = all.flatMap((steps) => steps.slice(0, costAt(steps)));
      return [...before, ...all.flatMap((steps) => steps.slice(costAt(steps)))];
    },
  };
}

/** Kinds whose actions go over the rows of a table. */
const costly = new Set(["table", "column", "notNull", "constraint"]);

/**
 * Makes one action of those that share a statement, where nothing has to stand between them. `order` is an order of the
 * graph without circles; `withSoft`: it honours the soft edges too.
 */
export function joinActions(graph: Graph, order: readonly number[], withSoft: boolean): Graph {
  const actions = graph.actions.map((action) => {
    if (!costly.has(action.fact.kind) || action.verb !== "alter" && action.verb !== "create") return action;
    const steps = action.steps();
    return { ...action, steps: () => steps };
  });
  const kept: Graph = { ...graph, actions };
  const contraction = new Contraction(kept, withSoft);
  const groups = new Map<string, number[]>();
  let any = false;
  for (const at of order) {
    const action = actions[at];
    if (action === undefined || action === graph.actions[at]) continue;
    const steps = action.steps();
    const first = steps[costAt(steps)];
    const shared = first === undefined ? null : sharedBy(first);
    if (shared === null) continue;
    const heads = groups.get(shared) ?? [];
    groups.set(shared, heads);
    const joined = heads.some((head) => contraction.join(head, at));
    if (joined) any = true;
    else heads.push(at);
  }
  return any ? contraction.graph() : kept;
}
