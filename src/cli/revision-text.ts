/** Revisions as lines of text. */
import { displayWidth, truncate } from "../base/text.ts";
import type { RevisionItem, RevisionName } from "../commands/revision-item.ts";
import type { View } from "./terminal.ts";

/** The words in brackets after a revision: its labels and what is special about its place. */
export function marksOf(item: RevisionItem, view: View, extra: readonly string[] = []): string {
  const { label, dim, good } = view.palette;
  const words = [
    ...(item.head ? [good("head")] : []),
    ...item.labels.map((name) => label(name)),
    ...(item.branchPoint ? [dim("branch point")] : []),
    ...(item.mergePoint ? [dim("merge")] : []),
    ...extra,
  ];
  return words.length === 0 ? "" : ` (${words.join(", ")})`;
}

/** Whether a revision is applied, as a sign; nothing when that is not known. */
export function appliedSign(item: RevisionItem, view: View): string {
  if (item.applied === null) return "";
  return item.applied ? `${view.palette.good(view.signs.done)} ` : `${view.palette.dim(view.signs.pending)} `;
}

/** `74e0c7445ce9  create users (head, billing)`, within the width less `taken` cells. */
export function itemLine(item: RevisionItem, view: View, taken = 0, extra: readonly string[] = []): string {
  const marks = marksOf(item, view, extra);
  const room = Math.max(12, view.width - taken - displayWidth(item.id) - 2 - displayWidth(marks));
  return `${view.palette.name(item.id)}  ${truncate(item.message, room, view.signs.ellipsis)}${marks}`;
}

/** `74e0c7445ce9  create users`; where the file is gone, only the id. */
export function nameLine(name: RevisionName, view: View, taken = 0): string {
  const room = Math.max(12, view.width - taken - displayWidth(name.id) - 2);
  const text = name.file === null && name.message === ""
    ? view.palette.dim("(no file)")
    : truncate(name.message, room, view.signs.ellipsis);
  return `${view.palette.name(name.id)}  ${text}`;
}
