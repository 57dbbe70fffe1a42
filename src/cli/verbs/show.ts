import { padEnd } from "../../base/text.ts";
import type { RevisionName } from "../../commands/revision-item.ts";
import { showCommand, type ShowOutcome } from "../../commands/show.ts";
import { indent } from "../error-text.ts";
import { itemLine } from "../revision-text.ts";
import type { View } from "../terminal.ts";
import { verb } from "../verb.ts";

function one(revision: ShowOutcome["revisions"][number], view: View): string {
  const { dim, label, name } = view.palette;
  const names = (list: readonly RevisionName[]): string =>
    list.map((child) => `${name(child.id)} ${child.message}`).join(", ");
  const rows: readonly (readonly [string, string])[] = [
    ["file", revision.file ?? ""],
    ["created", revision.created ?? ""],
    ["parents", revision.parents.length === 0 ? "none" : revision.parents.map((id) => name(id)).join(", ")],
    ["depends on", revision.dependsOn.map((id) => name(id)).join(", ")],
    ["followed by", names(revision.children)],
    ["needed by", names(revision.dependents)],
    ["branches", revision.branches.map((text) => label(text)).join(", ")],
    ["replaces", revision.replaces.join(", ")],
    ["variables", revision.variables.join(", ")],
  ];
  const facts = rows.filter(([, value]) => value !== "").map(([key, value]) => `  ${dim(padEnd(key, 11))}  ${value}`);
  const text = view.verbose ? ["", indent(revision.text.trimEnd(), "  ")] : [];
  return [itemLine(revision, view), ...facts, ...text, ""].join("\n");
}

export default verb("show", {
  run: ({ rev }, stage) => showCommand({ revision: rev }, stage),
  text: ({ revisions }, view) => revisions.map((revision) => one(revision, view)).join("\n"),
});
