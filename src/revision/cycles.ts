/** One edge of a cycle, from a revision to one that it needs. */
export interface CycleEdge {
  readonly from: number;
  readonly edge: "parent" | "depends-on";
}

type Lists = readonly (readonly number[])[];

const none: readonly number[] = [];

/**
 * The groups of revisions that need each other, each as one cycle through it, shortest from its first member. A graph
 * without cycles (nearly all) costs one pass: whatever no pass of leaves removes is looked at more closely.
 */
export function findCycles(parents: Lists, dependencies: Lists): CycleEdge[][] {
  const suspects = knotted(parents, dependencies);
  if (suspects.length === 0) return [];
  return components(suspects, parents, dependencies).map((group) => shortestCycle(group, parents, dependencies));
}

/** Revisions that remain when those that need nothing remaining are taken away, again and again (Kahn 1962). */
function knotted(parents: Lists, dependencies: Lists): number[] {
  const size = parents.length;
  const needs = new Int32Array(size);
  const children: (number[] | undefined)[] = new Array(size);
  for (let i = 0; i < size; i++) {
    for (const list of [parents[i] ?? none, dependencies[i] ?? none]) {
      for (const p of list) {
        needs[i] = (needs[i] ?? 0) + 1;
        const known = children[p];
        if (known === undefined) children[p] = [i];
        else known.push(i);
      }
    }
  }
  const free: number[] = [];
  for (let i = 0; i < size; i++) if (needs[i] === 0) free.push(i);
  for (let next = 0; next < free.length; next++) {
    for (const child of children[free[next] ?? 0] ?? none) {
      const left = (needs[child] ?? 0) - 1;
      needs[child] = left;
      if (left === 0) free.push(child);
    }
  }
  if (free.length === size) return [];
  const done = new Uint8Array(size);
  for (const i of free) done[i] = 1;
  return Array.from({ length: size }, (_, i) => i).filter((i) => done[i] === 0);
}

/**
 * Strongly connected groups of two or more among `nodes`, by Tarjan's algorithm ("Depth-first search and linear graph
 * algorithms", 1972) with a stack of its own, so that depth costs memory and not the call stack.
 */
function components(nodes: readonly number[], parents: Lists, dependencies: Lists): number[][] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const onStack = new Set<number>();
  const stack: number[] = [];
  const groups: number[][] = [];
  const visit = (node: number, frames: { node: number; next: number; edges: readonly number[] }[]): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
    frames.push({ node, next: 0, edges: [...(parents[node] ?? none), ...(dependencies[node] ?? none)] });
  };
  const lower = (node: number, to: number): void => {
    low.set(node, Math.min(low.get(node) ?? to, to));
  };
  for (const start of nodes) {
    if (index.has(start)) continue;
    const frames: { node: number; next: number; edges: readonly number[] }[] = [];
    visit(start, frames);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const to = frame.edges[frame.next++];
      if (to !== undefined) {
        if (!index.has(to)) visit(to, frames);
        else if (onStack.has(to)) lower(frame.node, index.get(to) ?? 0);
        continue;
      }
      frames.pop();
      const above = frames.at(-1);
      if (above !== undefined) lower(above.node, low.get(frame.node) ?? 0);
      if (low.get(frame.node) !== index.get(frame.node)) continue;
      const group = stack.splice(stack.lastIndexOf(frame.node));
      for (const member of group) onStack.delete(member);
      if (group.length > 1) groups.push(group.sort((a, b) => a - b));
    }
  }
  return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** A shortest way from the first member of a strongly connected group back to itself, breadth first. */
function shortestCycle(group: readonly number[], parents: Lists, dependencies: Lists): CycleEdge[] {
  const inside = new Set(group);
  const start = group[0] ?? 0;
  const cameFrom = new Map<number, CycleEdge>();
  const queue = [start];
  for (let next = 0; next < queue.length && !cameFrom.has(start); next++) {
    const from = queue[next] ?? start;
    for (const [edge, list] of [["parent", parents[from]], ["depends-on", dependencies[from]]] as const) {
      for (const to of list ?? none) {
        if (!inside.has(to) || cameFrom.has(to)) continue;
        cameFrom.set(to, { from, edge });
        queue.push(to);
      }
    }
  }
  const cycle: CycleEdge[] = [];
  let at = start;
  do {
    const step = cameFrom.get(at);
    if (step === undefined) break;
    cycle.unshift(step);
    at = step.from;
  } while (at !== start);
  return cycle;
}
