/**
 * Compares an answer with the expected one by the rules that come with the vectors: any valid order where the order is
 * not exact, any error for an error, rows judged by the graph where Alembic's own are wrong.
 */
import type { Answer, VectorCase, VectorRevision } from "./vector.ts";

/** What Alembic raises where it has no message for its user. */
const tracebacks = ["AssertionError", "KeyError", "ValueError", "TypeError"];

/** The plainest model of a graph: who needs whom, by sets of names. */
export class Model {
  readonly needs = new Map<string, readonly string[]>();
  readonly labels = new Map<string, string>();

  constructor(revisions: readonly VectorRevision[]) {
    for (const { id, branch_labels: labels } of revisions) for (const label of labels) this.labels.set(label, id);
    for (const { id, down_revision: parents, depends_on: depends } of revisions) {
      this.needs.set(id, [...parents, ...depends.map((name) => this.labels.get(name) ?? name)]);
    }
  }

  applied(rows: readonly string[]): Set<string> {
    const all = new Set<string>();
    const todo = rows.filter((row) => this.needs.has(row));
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      if (all.has(id)) continue;
      all.add(id);
      todo.push(...this.needs.get(id) ?? []);
    }
    return all;
  }

  tips(applied: ReadonlySet<string>): string[] {
    const needed = new Set([...applied].flatMap((id) => this.needs.get(id) ?? []));
    return [...applied].filter((id) => !needed.has(id)).sort();
  }

  isValidOrder(up: readonly string[]): boolean {
    const place = new Map(up.map((id, i) => [id, i]));
    return up.every((id, i) => [...this.applied([id])].every((other) => (place.get(other) ?? -1) <= i));
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

const sorted = (list: readonly string[]): string => [...list].sort().join(" ");

function compareOrder(question: VectorCase, model: Model, want: string[], got: string[]): string | null {
  if (want.join(" ") === got.join(" ")) return null;
  if (sorted(want) !== sorted(got)) return `want those of ${want}, got ${got}`;
  if (question.order !== "any-topological") return `only ${want} is right, got ${got}`;
  const up = question.kind === "upgrade" ? got : [...got].reverse();
  return model.isValidOrder(up) ? null : `${got} puts a revision before one that it needs`;
}

function compareRows(question: VectorCase, model: Model, got: Answer): string | null {
  const { expect, kind, current = [] } = question;
  const after = sorted(texts(got["heads_after"]));
  const right = [expect["heads_after"], expect["tips_after"] ?? expect["heads_after"]].map((list) =>
    sorted(texts(list))
  );
  if (!right.includes(after)) return `tips after: want ${right[1]}, got ${after}`;
  const have = model.applied(current);
  const rows = Array.isArray(got["rows"]) ? got["rows"] : [];
  for (const [i, id] of texts(got["steps"]).entries()) {
    if (kind === "upgrade") have.add(id);
    else have.delete(id);
    if (sorted(texts(rows[i])) !== sorted(model.tips(have))) {
      return `tips after step ${i + 1} (${id}): want ${model.tips(have)}, got ${rows[i]}`;
    }
  }
  return null;
}

function compareMap(expect: Answer, got: Answer): string | null {
  for (const key of ["heads", "real_heads", "bases", "real_bases"]) {
    if (texts(expect[key]).join(" ") !== texts(got[key]).join(" ")) {
      return `${key}: want ${expect[key]}, got ${got[key]}`;
    }
  }
  const wanted = expect["revisions"] as Record<string, Answer>; // the format of the vectors says so
  const answered = got["revisions"] as Record<string, Answer>; // ours is made in answer.ts
  for (const [id, want] of Object.entries(wanted)) {
    for (const [key, value] of Object.entries(want)) {
      const answer = texts(answered[id]?.[key]);
      if (sorted(texts(value)) !== sorted(answer)) return `${id} ${key}: want ${value}, got ${answer}`;
    }
  }
  return null;
}

function compareTraceback(expect: Answer, got: Answer): string | null | "skip" {
  if ("error" in got) return null;
  if (!("tips_after" in expect)) return "skip";
  if (sorted(texts(got["steps"])) !== sorted(texts(expect["planned"]))) return `want the steps of ${expect["planned"]}`;
  return sorted(texts(got["heads_after"])) === sorted(texts(expect["tips_after"]))
    ? null
    : `want ${expect["tips_after"]}`;
}

/** Null when the answer is right, a sentence when it is not, "skip" when Alembic has no answer to compare with. */
export function compare(question: VectorCase, model: Model, got: Answer | null): string | null | "skip" {
  const { expect, kind, notes = [] } = question;
  if (got === null) return "not answered";
  if (kind !== "map" && tracebacks.includes(String(expect["error"]))) return compareTraceback(expect, got);
  if ("error" in expect) {
    return "error" in got ? null : `want the error ${expect["message"]}, got ${JSON.stringify(got)}`;
  }
  if ("error" in got) {
    const allowed = notes.includes("undetected-cycle") || notes.includes("duplicate-id");
    return allowed ? null : `want ${JSON.stringify(expect)}, got the error ${got["code"]} ${got["message"]}`;
  }
  if (kind === "map") return compareMap(expect, got);
  if (kind === "upgrade" || kind === "downgrade") {
    const want = texts(expect["steps"]);
    const steps = texts(got["steps"]);
    if (question.impossible_state === true) return sorted(want) === sorted(steps) ? null : `want the steps of ${want}`;
    return compareOrder(question, model, want, steps) ?? compareRows(question, model, got);
  }
  if (kind === "history" || kind === "iterate") {
    return compareOrder(question, model, texts(expect["revisions"]), texts(got["revisions"]));
  }
  return compareKeys(expect, got, kind);
}

/** A printed line with its label list sorted: Alembic prints a set. */
function canonical(line: string): string {
  return line.replace(/\(([^()]*, [^()]*)\)/g, (_, labels: string) => `(${labels.split(", ").sort().join(", ")})`);
}

/** Kinds whose answer is compared key by key; the order counts only where it means something. */
function compareKeys(expect: Answer, got: Answer, kind: string): string | null {
  const keys: Readonly<Record<string, readonly string[]>> = {
    resolve: ["revisions"],
    "resolve-one": ["revisions"],
    stamp: ["heads_after"],
    listing: ["lines"],
    offline: ["steps"],
    current: ["revisions", "at_heads"],
    new: ["down_revision", "depends_on", "heads_after", "branch_labels"],
  };
  const ordered = kind === "new" || kind === "resolve";
  for (const key of keys[kind] ?? []) {
    const [want, answer] = [expect[key], got[key]];
    const same = !Array.isArray(want)
      ? want === answer
      : ordered && key !== "heads_after"
      ? texts(want).join(" ") === texts(answer).join(" ")
      : sorted(texts(want).map(canonical)) === sorted(texts(answer).map(canonical));
    if (!same) return `${key}: want ${JSON.stringify(want)}, got ${JSON.stringify(answer)}`;
  }
  return null;
}
