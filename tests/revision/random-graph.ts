/** Random graphs for property tests, and the plainest possible answers to compare with. */
import fc from "fast-check";
import type { Revision } from "../../src/revision/mod.ts";

interface Draw {
  readonly parents: readonly number[];
  readonly dependsOn: readonly number[];
  readonly labelled: boolean;
  readonly place: number;
}

const node: fc.Arbitrary<Draw> = fc.record({
  parents: fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.nat(2)) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }) },
  ),
  dependsOn: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(fc.nat(12), { maxLength: 2 })),
  labelled: fc.boolean(),
  place: fc.nat(),
});

/**
 * Graphs of up to `max` revisions. A number in `parents` says how far back the parent is, so that lines, forks, merges
 * and roots all come up; the list is then shuffled, because load order is not graph order.
 */
export function randomRevisions(max = 24): fc.Arbitrary<Revision[]> {
  return fc.array(node, { maxLength: max }).map((draws) => {
    const id = (i: number): string => `r${String(i).padStart(3, "0")}`;
    const back = (i: number, distances: readonly number[]): string[] =>
      [...new Set(distances.map((distance) => i - 1 - distance).filter((at) => at >= 0))].map(id);
    const revisions = draws.map(({ parents, dependsOn, labelled, place }, i) => ({
      place,
      revision: {
        id: id(i),
        parents: back(i, parents),
        dependsOn: back(i, dependsOn),
        labels: labelled && i % 3 === 0 ? [`label${i}`] : [],
        message: "",
        created: null,
        file: `${id(i)}.sql`,
      },
    }));
    return revisions.sort((a, b) => a.place - b.place).map(({ revision }) => revision);
  });
}

/** A graph by sets of names, answered by definition and without any care for time. */
export class Plain {
  readonly #byId: ReadonlyMap<string, Revision>;

  constructor(revisions: readonly Revision[]) {
    this.#byId = new Map(revisions.map((revision) => [revision.id, revision]));
  }

  needs(id: string): readonly string[] {
    const revision = this.#byId.get(id);
    return revision === undefined ? [] : [...revision.parents, ...revision.dependsOn];
  }

  /** Ancestors over both kinds of edges, the ids themselves included. */
  below(ids: Iterable<string>): Set<string> {
    const all = new Set(ids);
    for (const id of all) for (const other of this.needs(id)) all.add(other);
    return all;
  }

  /** Descendants over both kinds of edges, the ids themselves included. */
  above(ids: Iterable<string>): Set<string> {
    const all = new Set(ids);
    for (const id of all) {
      for (const other of this.#byId.keys()) if (this.needs(other).includes(id)) all.add(other);
    }
    return all;
  }

  children(id: string): string[] {
    return [...this.#byId.values()].filter(({ parents }) => parents.includes(id)).map((revision) => revision.id);
  }

  /** Applied revisions that no other applied one has below it. */
  tips(applied: ReadonlySet<string>): Set<string> {
    return new Set(
      [...applied].filter((id) => ![...applied].some((other) => other !== id && this.below([other]).has(id))),
    );
  }
}
