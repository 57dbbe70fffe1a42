import { nearest } from "../base/nearest.ts";
import { problem } from "../base/problem.ts";
import { type Identifier, parseIdentifier } from "./identifier.ts";
import { idsOf, lineageOf, type Mask, numbersOf, reach } from "./reach.ts";
import { tipsOf } from "./tips.ts";
import type { Graph } from "./types.ts";
import { walkDown } from "./walk.ts";

/** Names of four or more characters can be shortened; shorter ones are written in full. */
const shortestPrefixed = 4;

/** The only revision whose message speaks of `name`: people remember what a revision does, not its id. */
function byMessage(graph: Graph, name: string): { readonly nearest: string; readonly message: string } | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const wanted = plain(name);
  if (wanted.length < 2) return null;
  const found = graph.ids.filter((id) => ` ${plain(graph.get(id).message)} `.includes(` ${wanted} `));
  const [only] = found;
  return only === undefined || found.length > 1 ? null : { nearest: only, message: graph.get(only).message };
}

/** The revision that a full id, a label or a unique prefix names; `within` narrows prefixes to a branch's lineage. */
export function lookUp(graph: Graph, name: string, within: Mask | null): number {
  const exact = graph.index.names.get(name);
  if (exact !== undefined) return exact;
  const candidates: string[] = [];
  for (const [candidate, i] of graph.index.names) {
    if (candidate.length < shortestPrefixed || !candidate.startsWith(name)) continue;
    if (within === null || within[i] === 1) candidates.push(candidate);
  }
  const [first] = candidates;
  if (first === undefined) {
    const near = nearest(name, graph.index.names.keys());
    const said = near === null ? byMessage(graph, name) : null;
    throw problem("revision/not-found", said === null ? { name, nearest: near } : { name, ...said });
  }
  if (candidates.length > 1) throw problem("revision/ambiguous-prefix", { name, candidates });
  return graph.index.names.get(first) ?? 0;
}

/** The lineage of the branch of an identifier, or null when it names none. */
export function branchLineage(graph: Graph, branch: string | null): Mask | null {
  return branch === null ? null : lineageOf(graph, lookUp(graph, branch, null));
}

function within(lineage: Mask | null): (i: number) => boolean {
  return (i) => lineage === null || lineage[i] === 1;
}

/** `head`, or `B@head`: the only one there is. Nothing when the graph is empty. */
function onlyHead(graph: Graph, { branch }: Identifier): number[] {
  const heads = numbersOf(graph, graph.heads);
  if (heads.length === 0) return [];
  const chosen = heads.filter(within(branchLineage(graph, branch)));
  if (chosen.length > 1) {
    const named = idsOf(graph, chosen).map((id) => ({ id, labels: graph.labelsOf(id) }));
    throw problem("revision/multiple-heads", { name: branch === null ? "head" : `${branch}@head`, heads: named });
  }
  return chosen;
}

function allHeads(graph: Graph, { branch }: Identifier): number[] {
  if (branch === null) return numbersOf(graph, graph.realHeads);
  if (graph.heads.length === 0) return [];
  return numbersOf(graph, graph.heads).filter(within(branchLineage(graph, branch)));
}

/** The name of an identifier, without its offset, as numbers: none for base, several only for heads and current. */
export function resolveName(graph: Graph, identifier: Identifier, applied: ReadonlySet<string>): number[] {
  const { branch, name } = identifier;
  if (name === "head") return onlyHead(graph, identifier);
  if (name === "heads") return allHeads(graph, identifier);
  if (name === "base" || name === null) return [];
  const lineage = branchLineage(graph, branch);
  if (name === "current") return numbersOf(graph, tipsOf(graph, applied)).filter(within(lineage));
  const found = lookUp(graph, name, lineage);
  if (branch !== null && lineage?.[found] !== 1) {
    const [id = ""] = idsOf(graph, [found]);
    throw problem("revision/not-in-branch", { id, branch, labels: graph.labelsOf(id) });
  }
  return [found];
}

/** Like {@link resolveName} for where one revision or base is meant: null is base. */
export function resolveOne(graph: Graph, identifier: Identifier, applied: ReadonlySet<string>): number | null {
  const [found = null, ...others] = resolveName(graph, identifier, applied);
  if (found === null || others.length === 0) return found;
  const named = idsOf(graph, [found, ...others]).map((id) => ({ id, labels: graph.labelsOf(id) }));
  throw problem("revision/multiple-heads", { name: identifier.text, heads: named });
}

/** Resolves an identifier that must not be relative: for stamp, `--head`, `--depends-on`. */
export function resolveAbsolute(graph: Graph, text: string, applied: ReadonlySet<string>): number[] {
  const identifier = parseIdentifier(text);
  if (identifier.offset === null) return resolveName(graph, identifier, applied);
  throw problem("revision/relative-not-here", { text });
}

/**
 * What an identifier names, in load order: nothing for `base`, several only for `heads` and `current`. Of the relative
 * forms, those without a name count down from the heads, as in `show -1`.
 *
 * ```ts
 * resolve(graph, "shop@head", new Set()); // ["a1b2c3d4e5f6"]
 * ```
 */
export function resolve(graph: Graph, text: string, applied: ReadonlySet<string>): readonly string[] {
  const identifier = parseIdentifier(text);
  if (identifier.offset === null) return idsOf(graph, resolveName(graph, identifier, applied));
  if (identifier.name !== null || identifier.sign === "+" || identifier.offset === 0) {
    throw problem("revision/relative-not-here", { text });
  }
  const steps = -identifier.offset;
  const lineage = branchLineage(graph, identifier.branch);
  const starts = numbersOf(graph, graph.realHeads).filter(within(lineage));
  const found = starts.map((start) => walkDown(graph, start, steps, { text, clamp: false }));
  return idsOf(graph, new Set(found.filter((i) => i !== null)));
}

/** The ancestors of `numbers` over both kinds of edges, themselves included: what is applied when they are. */
export function closureOf(graph: Graph, numbers: Iterable<number>): Mask {
  return reach(graph.index.allParents, numbers);
}
