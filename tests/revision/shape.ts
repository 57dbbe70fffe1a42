/** Writes graphs for tests as text, one revision a line. */
import type { Graph, Plan, Revision } from "../../src/revision/mod.ts";
import { buildGraph } from "../../src/revision/mod.ts";

/**
 * Reads revisions written as `id <- parent parent ~ dependency #label`, in load order.
 *
 * ```ts
 * revisionsOf("a; b <- a; c <- a ~ b #shop");
 * ```
 */
export function revisionsOf(text: string): Revision[] {
  return text.split(";").map((line) => line.trim()).filter((line) => line !== "").map((line) => {
    const [beforeLabels = "", ...labels] = line.split("#").map((part) => part.trim());
    const [edges = "", dependsOn = ""] = beforeLabels.split("~");
    const [id = "", parents = ""] = edges.split("<-").map((part) => part.trim());
    const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== "");
    const header = { message: `message of ${id}`, created: null, file: `migrations/${id}.sql` };
    return { id, parents: words(parents), dependsOn: words(dependsOn), labels, ...header };
  });
}

/** The graph of {@link revisionsOf}. */
export function graphOf(text: string): Graph {
  return buildGraph(revisionsOf(text));
}

/** A set of ids written as words. */
export function applied(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}

/** A plan as `id:tip,tip id:tip` for its steps; the tips are those after the step. */
export function route(plan: Plan): string {
  return plan.steps.map(({ id, tips }) => `${id}:${tips.join(",")}`).join(" ");
}
