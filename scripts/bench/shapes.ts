/** Graphs of many revisions in the shapes that teams make, as plain data. */
import type { Revision } from "../../src/revision/mod.ts";

function id(index: number): string {
  // Spread over the whole range, as random ids are: prefixes are looked up among them.
  return (Math.imul(index + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0") + index.toString(16).padStart(4, "0");
}

function revisions(count: number, parents: (index: number) => readonly number[], rest: Rest = () => ({})): Revision[] {
  return Array.from({ length: count }, (_, index) => ({
    id: id(index),
    parents: parents(index).map(id),
    dependsOn: [],
    labels: [],
    message: `revision ${index}`,
    created: null,
    file: null,
    ...rest(index),
  }));
}

type Rest = (index: number) => Partial<Revision>;

/** A graph as plain data, made for a number of revisions. */
export type Shape = (count: number) => readonly Revision[];

/** All shapes by name. */
export const shapes: Readonly<Record<string, Shape>> = {
  "a chain": (count) => revisions(count, (index) => index === 0 ? [] : [index - 1]),
  // Two revisions side by side, then one that merges them.
  "merges all along": (count) =>
    revisions(count, (index) => {
      if (index === 0) return [];
      return index % 3 === 0 ? [index - 2, index - 1] : [index - (index % 3)];
    }),
  // Four chains with labels, such as one for each application in a repository.
  "four labelled branches": (count) =>
    revisions(
      count,
      (index) => index < 4 ? [] : [index - 4],
      (index) => index < 4 ? { labels: [`branch_${index}`] } : {},
    ),
  "two branches, each tenth depends on the other": (count) =>
    revisions(
      count,
      (index) => index < 2 ? [] : [index - 2],
      (index) => index > 2 && index % 10 === 0 ? { dependsOn: [id(index - 1)] } : {},
    ),
  "a ladder: each depends on the other branch": (count) =>
    revisions(
      count,
      (index) => index < 2 ? [] : [index - 2],
      (index) => index % 2 === 1 ? { dependsOn: [id(index - 1)] } : {},
    ),
  "one root, a quarter of all as heads": (count) =>
    revisions(
      count,
      (index) => index === 0 ? [] : [index % 4 === 0 ? index - 1 : Math.max(0, index - 4 + (index % 4))],
    ),
  "100 chains merged at the end": (count) =>
    revisions(count, (index) => {
      if (index === count - 1) return Array.from({ length: 100 }, (_, chain) => count - 2 - chain);
      return index === 0 ? [] : [Math.max(0, index - 100)];
    }),
};
