/** The differ: from two snapshots to ordered statements. Pure. */
import type { Action } from "./action.ts";
import { actionsFor } from "./actions.ts";
import { changesBetween } from "./changes.ts";
import { type Fact, isKind, type Kind } from "./fact.ts";
import { keepForm } from "./fixpoint.ts";
import { followExtensions } from "./moved-extension.ts";
import { joinActions, joinSteps } from "./join.ts";
import { circles, type Graph, graphOf, sort } from "./order.ts";
import { Side } from "./side.ts";
import type { Snapshot } from "./snapshot.ts";
import type { PlannedStatement, Step } from "./statement.ts";

/** What {@link diff} hands back. */
export interface SchemaPlan {
  readonly statements: readonly PlannedStatement[];
}

/** Parts that can be dropped, or added, by a statement of their own; the higher goes first. */
const yields: { readonly [K in Kind]?: number } = {
  default: 4,
  domainConstraint: 3,
  policy: 3,
  publicationTable: 3,
  rule: 3,
  statistics: 3,
  trigger: 3,
  identity: 2,
  column: 1,
};

/** Which parts give way first when statements wait for each other: those that an ALTER can add at no cost. */
function yielding(fact: Fact): number {
  if (isKind(fact, "constraint")) return fact.body.type === "f" ? 5 : 3;
  if (isKind(fact, "index")) return fact.body.constraint === null ? 3 : 0;
  return yields[fact.kind] ?? 0;
}

/** The parts in circles that must leave their host's statement: the kind that gives way first. */
function partsToFree(graph: Graph, stuck: readonly number[]): readonly string[] {
  const keys: string[] = [];
  for (const circle of circles(graph, stuck)) {
    const made = new Map<string, number>();
    for (const at of circle) for (const key of graph.actions[at]?.makes ?? []) made.set(key, at);
    const ends = new Set(circle.flatMap((at) => [...graph.actions[at]?.ends ?? []]));
    const candidates: Fact[] = [];
    for (const at of circle) {
      for (const part of graph.actions[at]?.parts ?? []) {
        if (yielding(part) === 0) continue;
        const own = graph.actions[at]?.ends;
        const needs = part.needs.some((need) =>
          (made.has(need) && made.get(need) !== at) || (ends.has(need) && !own?.has(need))
        );
        if (needs) candidates.push(part);
      }
    }
    const first = Math.max(0, ...candidates.map(yielding));
    for (const part of candidates) if (yielding(part) === first) keys.push(part.key);
  }
  return keys;
}

interface Ordered {
  readonly graph: Graph;
  readonly order: readonly number[];
  /** A function's text may mention what comes after it. */
  readonly blind: boolean;
}

function arrange(before: Side, want: Side): Ordered {
  const { side: have, old } = followExtensions(before, want);
  const changes = changesBetween(have, want);
  const apart = new Set<string>();
  const grants = have.snapshot.facts.some((fact) => fact.kind === "defaultPrivilege");
  for (;;) {
    const graph = graphOf(actionsFor({ have, want, before, old, changes, apart, grants }));
    const hard = sort(graph, false);
    if (hard.stuck.length > 0) {
      const free = partsToFree(graph, hard.stuck);
      if (free.length === 0) return { graph, order: force(graph, hard.order, hard.stuck), blind: true };
      for (const key of free) apart.add(key);
      continue;
    }
    const hopeful = sort(graph, true);
    const blind = hopeful.stuck.length > 0;
    const joined = joinActions(graph, blind ? hard.order : hopeful.order, !blind);
    return { graph: joined, order: sort(joined, !blind).order, blind };
  }
}

/** A circle that no part can leave: its members by their usual place, so that the rest is still right. */
function force(graph: Graph, order: readonly number[], stuck: readonly number[]): readonly number[] {
  const rest = new Set(stuck);
  const after = graph.after.map((targets, at) => rest.has(at) ? new Set<number>() : targets);
  const { order: all } = sort({ ...graph, after }, false);
  const done = new Set(order);
  return [...order, ...all.filter((at) => !done.has(at))];
}

const mute = "SET check_function_bodies = off";
const unmute = "RESET check_function_bodies";

function plain(sql: string, description: string): PlannedStatement {
  const nothing = { lockLevel: null, table: null, rewrites: false, scans: false, losesData: false } as const;
  return { sql, description, subject: "", ...nothing, transaction: "any" };
}

/** The object that a fact belongs to: itself, or the table, view, type … that it is a part of. */
function subjectOf(fact: Fact, ...sides: readonly Side[]): string {
  for (let at = fact;;) {
    const { parent } = at;
    const above = parent === null ? null : sides.map((side) => side.get(parent)).find((one) => one !== null) ?? null;
    if (above === null || above.kind === "schema") return at.key;
    at = above;
  }
}

/** Tables of which a step's claims are not the whole truth, by key. */
interface Known {
  /** Made by the plan: what is done to them bothers nobody. */
  readonly fresh: Set<string>;
  /** Made again by the plan, for the rows of the old ones: these are written and read, nobody waits for a lock. */
  readonly again: Set<string>;
  /** Whether a table's rows are somewhere else. */
  readonly isForeign: (table: string) => boolean;
}

/** Whether a difference stays, because PostgreSQL has no statement that leads from one to the other. */
export function isStuck({ sql }: PlannedStatement): boolean {
  return sql === "";
}

/** A step as a statement. */
function statementOf(
  step: Step,
  { fresh, again, isForeign }: Known,
  action: Action,
  { used, subject }: { readonly used: boolean; readonly subject: string },
): PlannedStatement {
  const quiet = step.on !== null && fresh.has(step.on);
  const rows = !quiet && !(step.on !== null && isForeign(step.on));
  const lock = quiet || step.on !== null && again.has(step.on) && action.verb !== "finish" ? null : step.lock;
  const own = action.fact.kind === "enum" && action.verb === "alter" && used;
  return {
    // A function's text is its author's, everything else is an expression that the server wrote.
    sql: action.fact.kind === "function" || action.fact.kind === "comment" ? step.sql : keepForm(step.sql),
    description: step.does,
    subject,
    lockLevel: lock,
    table: quiet ? null : step.on,
    rewrites: rows && step.rewrites,
    scans: rows && step.scans,
    transaction: own ? "own" : step.transaction,
    losesData: step.losesData && (rows || action.fact.kind !== "column"),
  };
}

/**
 * Compares two snapshots and plans the way from one to the other.
 *
 * ```ts
 * const plan = diff(await readSnapshot(live), await readSnapshot(scratch));
 * for (const { sql } of plan.statements) console.log(`${sql};`);
 * ```
 */
export function diff(have: Snapshot, want: Snapshot): SchemaPlan {
  const before = new Side(have);
  const after = new Side(want, before);
  const { graph, order, blind } = arrange(before, after);
  const known: Known = {
    fresh: new Set(),
    again: new Set(),
    isForeign: (table) => before.at(table, "table")?.body.relation === "f",
  };
  const statements: PlannedStatement[] = [];
  let functions = false;
  for (const at of order) {
    const action = graph.actions[at];
    if (action === undefined) continue;
    if (action.hopes.size > 0) functions = true;
    const { verb, fact } = action;
    // A view that is made again is another one; a table that is takes the rows of the old one over.
    if (verb === "create" && (fact.kind === "view" || fact.kind === "table") && action.makes.has(fact.key)) {
      (fact.kind === "table" && before.get(fact.key) !== null ? known.again : known.fresh).add(fact.key);
    }
    const used = (graph.after[at]?.size ?? 0) > 0;
    const subject = subjectOf(action.fact, after, before);
    for (const one of joinSteps(action.steps())) statements.push(statementOf(one, known, action, { used, subject }));
  }
  if (blind && functions) {
    statements.unshift(plain(mute, "Let functions mention what is not there yet"));
    statements.push(plain(unmute, "Check functions again"));
  }
  return { statements };
}
