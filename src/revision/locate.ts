import { parseIdentifier } from "./identifier.ts";
import { upTargets } from "./plan-up.ts";
import { idsOf, maskOf } from "./reach.ts";
import { resolve } from "./resolve.ts";
import { tipNumbers } from "./tips.ts";
import type { Graph } from "./types.ts";

/**
 * What an identifier names where any form makes sense, as in `show` and `edit`: like {@link resolve}, and relative forms
 * too. `id+1` and `id-1` count from id, `+1` from what is applied, `-1` from the heads.
 *
 * ```ts
 * locate(graph, "head-1", new Set()); // ["a1"]
 * ```
 */
export function locate(graph: Graph, text: string, applied: ReadonlySet<string>): readonly string[] {
  const { offset, name, sign } = parseIdentifier(text);
  if (offset === null || (name === null && sign === "-")) return resolve(graph, text, applied);
  return idsOf(graph, upTargets(graph, applied, text, tipNumbers(graph, maskOf(graph, applied)), false));
}
