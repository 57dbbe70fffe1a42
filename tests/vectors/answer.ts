/**
 * Answers a file of vectors with this project's engine, one line per graph: `{"seed":n,"results":[…]}`.
 *
 *     deno run -A tests/vectors/answer.ts FILE      (or bun; plain or gzip)
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { Problem, problem } from "../../src/base/problem.ts";
import {
  appliedBelow,
  buildGraph,
  currentOf,
  type Graph,
  historyRange,
  missing,
  placeRevision,
  type Plan,
  planDown,
  planStamp,
  planUp,
  resolve,
  type Revision,
  scriptRange,
  tipsOf,
} from "../../src/revision/mod.ts";
import { checkOverlap } from "../../src/revision/plan-up.ts";
import { numbersOf } from "../../src/revision/reach.ts";
import { normalizedDependencies } from "../../src/revision/normalize.ts";
import type { Answer, VectorCase, VectorGraph, VectorRevision } from "./vector.ts";

/** Reads vectors, plain or gzip. */
export function readVectors(path: string): VectorGraph[] {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as VectorGraph);
}

function revisionOf(vector: VectorRevision): Revision {
  return {
    id: vector.id,
    parents: vector.down_revision,
    dependsOn: vector.depends_on,
    labels: vector.branch_labels,
    message: `doc of ${vector.id}`,
    created: null,
    file: `${vector.id}.sql`,
  };
}

/** Alembic's class for each of our codes that has a counterpart there. */
const classes: Readonly<Record<string, string>> = {
  "revision/not-found": "ResolutionError",
  "revision/ambiguous-prefix": "ResolutionError",
  "revision/not-in-branch": "ResolutionError",
  "revision/malformed": "ResolutionError",
  "revision/relative-not-here": "ResolutionError",
  "run/missing-file": "ResolutionError",
  "revision/multiple-heads": "MultipleHeads",
  "revision/not-ancestor": "RangeNotAncestorError",
  "revision/not-applied": "RangeNotAncestorError",
  "revision/range-syntax": "CommandError",
  "revision/not-a-head": "CommandError",
  "revision/same-parent-twice": "CommandError",
  "revision/missing-parent": "KeyError",
  "revision/missing-dependency": "KeyError",
};

function errorOf(error: unknown): Answer {
  if (!(error instanceof Problem)) throw error;
  return { error: classes[error.code] ?? "RevisionError", message: JSON.stringify(error.data), code: error.code };
}

/** Rows of Alembic's table as our state, a set of applied revisions; unknown rows stay in it. */
function appliedFrom(graph: Graph, rows: readonly string[]): ReadonlySet<string> {
  return new Set([...appliedBelow(graph, rows.filter((id) => graph.has(id))), ...rows]);
}

/** A command that plans from unknown rows reports them, as every command does. */
function checkKnown(graph: Graph, applied: ReadonlySet<string>): void {
  const ids = missing(graph, applied);
  if (ids.length > 0) throw problem("run/missing-file", { revisions: ids });
}

const sorted = (list: Iterable<string>): string[] => [...list].sort();

function map(graph: Graph): Answer {
  const normalized = normalizedDependencies(graph);
  const revisions = Object.fromEntries(graph.revisions.map(({ id }, i) => {
    const flags = graph.flags(id);
    const names = {
      head: flags.head,
      real_head: flags.realHead,
      base: flags.base,
      real_base: flags.realBase,
      branch_point: flags.branchPoint,
      merge_point: flags.mergePoint,
    };
    return [id, {
      nextrev: sorted(graph.children(id)),
      all_nextrev: sorted(new Set([...graph.children(id), ...graph.dependents(id)])),
      branch_labels: graph.labelsOf(id),
      resolved_dependencies: graph.dependencies(id),
      normalized_dependencies: (normalized[i] ?? []).map((n) => graph.ids[n]),
      flags: Object.entries(names).filter(([, is]) => is).map(([name]) => name),
    }];
  }));
  const { heads, realHeads, bases, realBases } = graph;
  return { heads, real_heads: realHeads, bases, real_bases: realBases, revisions };
}

function route(plan: Plan): Answer {
  return {
    steps: plan.steps.map(({ id }) => id),
    heads_after: sorted(plan.tipsAfter),
    rows: plan.steps.map(({ tips }) => sorted(tips)),
  };
}

/** The revisions that a plan's steps are called by in Alembic's script: `from -> to`. */
function stepTexts(graph: Graph, plan: Plan): string[] {
  return plan.steps.map(({ id, direction }) => {
    const parents = graph.get(id).parents.join(", ");
    return `<lambda> ${direction === "up" ? `${parents} -> ${id}` : `${id} -> ${parents}`}`;
  });
}

function offline(graph: Graph, verb: string, arg: string): Answer {
  const direction = verb === "upgrade" ? "up" : "down";
  const { applied, target } = scriptRange(graph, arg, direction);
  const plan = direction === "up" ? planUp(graph, applied, target) : planDown(graph, applied, target);
  return { steps: stepTexts(graph, plan) };
}

function create(graph: Graph, question: VectorCase): Answer {
  const { head = "head", splice = false, depends_on: dependsOn = null, branch_label: label = null } = question;
  const id = "ffffffffffff";
  const placed = placeRevision(graph, {
    id,
    heads: typeof head === "string" ? [head] : head,
    splice,
    dependsOn: dependsOn === null ? [] : typeof dependsOn === "string" ? [dependsOn] : dependsOn,
    labels: label === null ? [] : [label],
  });
  const made: Revision = { ...placed, id, message: "", created: null, file: null };
  const after = buildGraph([...graph.revisions, made]);
  const { parents, dependsOn: depends } = placed;
  return {
    down_revision: parents,
    depends_on: depends,
    heads_after: sorted(after.heads),
    branch_labels: placed.labels,
  };
}

function label(graph: Graph, id: string): string {
  const labels = graph.labelsOf(id);
  const { head, effectiveHead, branchPoint, mergePoint } = graph.flags(id);
  return id + (labels.length > 0 ? ` (${labels.join(", ")})` : "") +
    (head ? effectiveHead ? " (effective head)" : " (head)" : "") + (branchPoint ? " (branchpoint)" : "") +
    (mergePoint ? " (mergepoint)" : "");
}

function plainLabel(graph: Graph, id: string): string {
  return label(graph, id).replace(/ \((branch|merge)point\)/g, "");
}

function listing(graph: Graph, what: string): Answer {
  if (what !== "branches") {
    return { lines: (what === "heads" ? graph.heads : graph.realHeads).map((id) => plainLabel(graph, id)) };
  }
  const points = historyRange(graph, new Set(), null).filter((id) => graph.flags(id).branchPoint);
  const indent = (id: string): string => " ".repeat(id.length);
  const childLines = (id: string): string[] =>
    graph.children(id).map((child) => `${indent(id)} -> ${label(graph, child)}`);
  return { lines: points.flatMap((id) => [label(graph, id), ...childLines(id), ""]) };
}

/** What Alembic gives for an identifier that must name one revision: null for base. */
function one(graph: Graph, id: string, applied: ReadonlySet<string>): Answer {
  const ids = resolve(graph, id, applied);
  if (ids.length > 1) {
    throw problem("revision/multiple-heads", { name: id, heads: ids.map((head) => ({ id: head, labels: [] })) });
  }
  return { revisions: [ids[0] ?? null] };
}

/** Answers one question; problems become Alembic's error shape. */
export function answerCase(graph: Graph, question: VectorCase): Answer | null {
  try {
    return ask(graph, question);
  } catch (error) {
    return errorOf(error);
  }
}

function ask(graph: Graph, question: VectorCase): Answer | null {
  const rows = question.current ?? [];
  const applied = appliedFrom(graph, rows);
  const { kind, target = "", targets = [] } = question;
  if (kind === "map") return map(graph);
  if (kind === "resolve") return { revisions: resolve(graph, question.id ?? "", applied) };
  if (kind === "resolve-one") return one(graph, question.id ?? "", applied);
  if (kind === "listing") return listing(graph, question.what ?? "");
  if (kind === "new") return create(graph, question);
  if (kind === "offline") return offline(graph, question.verb ?? "", question.arg ?? "");
  checkKnown(graph, applied);
  if (kind === "upgrade") {
    checkOverlap(graph, numbersOf(graph, rows)); // Alembic refuses such rows here, and here only
    return route(planUp(graph, applied, target));
  }
  if (kind === "downgrade") return route(planDown(graph, applied, target));
  if (kind === "stamp") {
    const { tipsAfter } = planStamp(graph, applied, targets, { purge: false });
    return { heads_after: sorted(tipsAfter) };
  }
  if (kind === "history") return { revisions: historyRange(graph, applied, question.range ?? null) };
  if (kind === "current") {
    const tips = tipsOf(graph, applied);
    const atHeads = sorted(tips).join() === sorted(graph.heads).join();
    return { revisions: sorted(currentOf(graph, applied)), at_heads: atHeads };
  }
  return null;
}

/** Answers every question of a graph, in order. A graph that cannot be built answers all of them with its problem. */
export function answerGraph(vector: VectorGraph): (Answer | null)[] {
  try {
    const graph = buildGraph(vector.revisions.map(revisionOf));
    return vector.cases.map((question) => answerCase(graph, question));
  } catch (error) {
    const answer = errorOf(error);
    return vector.cases.map(() => answer);
  }
}

function main(path: string | undefined): void {
  if (path === undefined) {
    process.stderr.write("usage: answer.ts FILE\n");
    process.exitCode = 2;
    return;
  }
  for (const vector of readVectors(path)) {
    process.stdout.write(JSON.stringify({ seed: vector.seed, results: answerGraph(vector) }) + "\n");
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2]);
