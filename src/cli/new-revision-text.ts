/** What `revision` and `merge` say of the file that they wrote. */
import type { NewRevisionOutcome } from "../commands/write-revision.ts";
import type { View } from "./terminal.ts";

/** The file, where it stands in the graph, and what to do next. */
export function newRevisionText(outcome: NewRevisionOutcome, view: View): string {
  const { good, name, dim, label } = view.palette;
  const parents = outcome.parents.length === 0
    ? "starts a new base"
    : `follows ${outcome.parents.map(name).join(", ")}`;
  const needs = outcome.dependsOn.length === 0 ? "" : `, depends on ${outcome.dependsOn.map(name).join(", ")}`;
  const labels = outcome.labels.length === 0 ? "" : `, branch ${outcome.labels.map(label).join(", ")}`;
  return `${good(view.signs.done)} Wrote ${outcome.file}\n  ${name(outcome.id)} ${dim(parents + needs + labels)}\n`;
}
