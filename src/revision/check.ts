import { nearest } from "../base/nearest.ts";
import { type Problem, problem } from "../base/problem.ts";
import { findCycles } from "./cycles.ts";
import type { Revision } from "./types.ts";

/** Words that identifiers give a meaning to; a revision or label of that name could not be asked for. */
export const reservedNames: ReadonlySet<string> = new Set(["head", "heads", "base", "current"]);

const illegalCharacter = /[\s@+\-:,]/u;
const illegalCharacters = new RegExp(illegalCharacter, "gu");

/** Edges by place in load order, as far as the names are known. */
export interface Edges {
  readonly number: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, number>;
  readonly parents: readonly (readonly number[])[];
  readonly dependencies: readonly (readonly number[])[];
}

/** `at` for a problem whose file is known. */
function inFile(file: string | null): { readonly at?: { readonly file: string } } {
  return file === null ? {} : { at: { file } };
}

function isLegal(name: string): boolean {
  return name !== "" && !illegalCharacter.test(name) && !reservedNames.has(name);
}

/** Reports ids and labels with characters that identifiers use, empty ones, and reserved words. */
export function checkNames(revision: Revision, problems: Problem[]): void {
  const report = (name: string, kind: "id" | "label"): void => {
    const characters = [...new Set(name.match(illegalCharacters) ?? [])];
    const data = { name, kind, characters, revision: revision.id, file: revision.file };
    problems.push(problem("revision/illegal-name", data, inFile(revision.file)));
  };
  if (!isLegal(revision.id)) report(revision.id, "id");
  for (const label of revision.labels) if (!isLegal(label)) report(label, "label");
}

/** Numbers ids and labels, and says which are used twice. The first use of an id or label keeps the name. */
function nameRevisions(revisions: readonly Revision[], problems: Problem[]) {
  const number = new Map<string, number>();
  const twice = new Map<string, Revision[]>();
  revisions.forEach((revision, i) => {
    const first = number.get(revision.id);
    if (first === undefined) {
      number.set(revision.id, i);
      return;
    }
    const known = twice.get(revision.id);
    if (known !== undefined) known.push(revision);
    else twice.set(revision.id, [revisions[first] as Revision, revision]); // `first` is a place in this list
  });
  for (const [id, same] of twice) {
    const files = same.map(({ file }) => file);
    problems.push(problem("revision/duplicate-id", { id, files }, inFile(same.at(-1)?.file ?? null)));
  }
  const names = new Map(number);
  nameLabels(revisions, number, names, problems);
  return { number, names };
}

function nameLabels(
  revisions: readonly Revision[],
  number: ReadonlyMap<string, number>,
  names: Map<string, number>,
  problems: Problem[],
): void {
  const owners = new Map<string, Revision[]>();
  revisions.forEach((revision, i) => {
    if (revision.labels.length === 0) return;
    for (const label of revision.labels) {
      const owned = owners.get(label);
      if (owned !== undefined) owned.push(revision);
      else owners.set(label, [revision]);
      const same = number.get(label);
      if (same === undefined) {
        if (!names.has(label)) names.set(label, i);
        continue;
      }
      const files = [revision.file, revisions[same]?.file ?? null];
      problems.push(problem("revision/label-is-id", { label, id: revision.id, files }, inFile(revision.file)));
    }
  });
  for (const [label, owned] of owners) {
    if (owned.length < 2) continue;
    const data = { label, revisions: owned.map(({ id }) => id), files: owned.map(({ file }) => file) };
    problems.push(problem("revision/duplicate-label", data, inFile(owned.at(-1)?.file ?? null)));
  }
}

const none: readonly number[] = [];

/** Follows the names of one header to numbers; unknown ones and itself become problems. */
function follow(
  wanted: readonly string[],
  names: ReadonlyMap<string, number>,
  revision: Revision,
  self: number,
  edge: "parent" | "depends-on",
  problems: Problem[],
): readonly number[] {
  if (wanted.length === 0) return none;
  const found: number[] = [];
  for (let k = 0; k < wanted.length; k++) {
    const name = wanted[k] ?? "";
    const target = names.get(name);
    if (target !== undefined && target !== self) {
      found.push(target);
      continue;
    }
    const { id, file } = revision;
    if (target === self) {
      problems.push(problem("revision/self-loop", { id, file, edge }, inFile(file)));
      continue;
    }
    const code = edge === "parent" ? "revision/missing-parent" : "revision/missing-dependency";
    problems.push(problem(code, { name, id, file, nearest: nearest(name, names.keys()) }, inFile(file)));
  }
  return found;
}

/**
 * Looks at the revisions one by one and together, but for cycles. Returns the edges between those that exist, and
 * everything that is wrong: a revision with a problem keeps its other edges, so that one run reports all.
 */
export function checkRevisions(revisions: readonly Revision[]): { edges: Edges; problems: Problem[] } {
  const problems: Problem[] = [];
  for (const revision of revisions) checkNames(revision, problems);
  const { number, names } = nameRevisions(revisions, problems);
  const parents = revisions.map((r, i) => follow(r.parents, number, r, i, "parent", problems));
  const dependencies = revisions.map((r, i) => follow(r.dependsOn, names, r, i, "depends-on", problems));
  return { edges: { number, names, parents, dependencies }, problems };
}

/** The cycles among the edges, as problems. */
export function cycleProblems(revisions: readonly Revision[], { parents, dependencies }: Edges): Problem[] {
  return findCycles(parents, dependencies).map((cycle) => {
    const members = cycle.map(({ from }) => revisions[from] as Revision); // numbers of this list
    const files = members.map(({ file }) => file);
    const data = { revisions: members.map(({ id }) => id), files, edges: cycle.map(({ edge }) => edge) };
    return problem("revision/cycle", data, inFile(files[0] ?? null));
  });
}
