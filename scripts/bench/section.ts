/** What a section of the benchmark is. */
import { type Candidate, compare, type Measurement, type Peer } from "./measure.ts";
import type { Figures, Limit, Table } from "./table.ts";
import type { World } from "./world.ts";

/** One section: its tables, one after another as they are measured. */
export type Section = (world: World) => AsyncGenerator<Table | Figures>;

/** One comparison: our program with each peer. */
export interface Comparison {
  readonly title: string;
  /** How many rounds, when nobody says otherwise. */
  readonly rounds: number;
  readonly ours: Candidate;
  readonly peers: readonly Peer[];
  readonly limits?: readonly Limit[];
  readonly notes?: readonly string[];
}

/** Measures a comparison. */
export async function measure(world: World, comparison: Comparison): Promise<Table> {
  const { title, ours, peers, limits = [], notes = [] } = comparison;
  const [first, ...others] = await compare([ours, ...peers], world.rounds(comparison.rounds));
  if (first === undefined) throw new TypeError("nothing was measured");
  const measured = peers.flatMap((peer, index): { measurement: Measurement; target: number | null }[] => {
    const measurement = others[index];
    return measurement === undefined ? [] : [{ measurement, target: peer.target ?? null }];
  });
  return { title, ours: first, peers: measured, limits, notes };
}
