import { problem } from "../base/problem.ts";
import { parseIdentifier } from "./identifier.ts";
import { idsOf, members } from "./reach.ts";
import { closureOf, resolveAbsolute, resolveOne } from "./resolve.ts";
import type { Graph } from "./types.ts";

/**
 * The applied set that `--from TIPS` describes: the tips with all that they need. Identifiers must not be relative.
 *
 * ```ts
 * appliedBelow(graph, ["b2"]); // Set { "a1", "b2" }
 * ```
 */
export function appliedBelow(graph: Graph, tips: readonly string[]): ReadonlySet<string> {
  const nothing = new Set<string>();
  const numbers = tips.flatMap((text) => resolveAbsolute(graph, text, nothing));
  return new Set(idsOf(graph, members(closureOf(graph, numbers))));
}

/**
 * The argument of `--sql`: `FROM:TO`, or for `up` only `TO`, which starts from base. FROM is one revision or base; TO is
 * a target for {@link planUp} or {@link planDown} and is not looked at here.
 */
export function scriptRange(
  graph: Graph,
  text: string,
  direction: "up" | "down",
): { readonly applied: ReadonlySet<string>; readonly target: string } {
  const [first = "", second, ...rest] = text.split(":");
  const target = second ?? first;
  const from = second === undefined ? "base" : first;
  if (rest.length > 0 || target === "" || from === "" || (second === undefined && direction === "down")) {
    throw problem("revision/range-syntax", { text, use: direction });
  }
  const identifier = parseIdentifier(from);
  if (identifier.offset !== null) throw problem("revision/relative-not-here", { text: from });
  const start = resolveOne(graph, identifier, new Set());
  const numbers = start === null ? [] : [start];
  return { applied: new Set(idsOf(graph, members(closureOf(graph, numbers)))), target };
}
