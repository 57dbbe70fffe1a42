import { columns, displayWidth, durationText, padEnd, truncate } from "../../base/text.ts";
import { glyphText, type GraphRow, historyCommand, type HistoryResult } from "../../commands/history.ts";
import { appliedSign, itemLine } from "../revision-text.ts";
import type { View } from "../terminal.ts";
import { verb } from "../verb.ts";

/** One line of the drawing, in the colours of its lanes. */
function cellsText({ cells }: GraphRow, view: View): string {
  const letters = view.signs.unicode ? "unicode" : "ascii";
  return cells.map((cell) => cell.glyph === "blank" ? " " : view.palette.lane(cell.colour)(glyphText(cell, letters)))
    .join("");
}

function drawn({ outcome, drawing }: HistoryResult, view: View): string[] {
  const items = new Map(outcome.revisions.map((item) => [item.id, item]));
  const lines: string[] = [];
  for (const row of drawing ?? []) {
    const cells = cellsText(row, view).trimEnd();
    const item = row.id === null ? undefined : items.get(row.id);
    if (item === undefined) {
      lines.push(cells);
      continue;
    }
    const sign = `  ${appliedSign(item, view)}`;
    lines.push(cells + sign + itemLine(item, view, row.cells.length + displayWidth(sign)));
  }
  return lines;
}

function listed({ outcome }: HistoryResult, view: View): string[] {
  return outcome.revisions.map((item) => {
    const lead = appliedSign(item, view);
    const line = lead + itemLine(item, view, displayWidth(lead));
    if (!view.verbose) return line;
    const parents = item.parents.length === 0 ? "base" : item.parents.join(", ");
    const needs = item.dependsOn.length === 0 ? "" : `; depends on ${item.dependsOn.join(", ")}`;
    return `${line}\n    ${
      view.palette.dim(`after ${parents}${needs}  ${item.file ?? ""}  ${item.created ?? ""}`.trimEnd())
    }`;
  });
}

/** `2026-11-22 14:16:00` in UTC. */
const timeText = (iso: string): string => iso.slice(0, 19).replace("T", " ");

function logged({ outcome }: HistoryResult, view: View): string[] {
  const { dim, good, bad, name } = view.palette;
  const log = outcome.log ?? [];
  if (log.length === 0) return [dim("Nothing ran on this database yet")];
  const messages = new Map(outcome.revisions.map((item) => [item.id, item.message]));
  const narrow = view.width < 80;
  const tagged = log.some((row) => row.tag !== null);
  const facts = columns(log.map((row) => [
    dim(narrow ? timeText(row.at).slice(5, 16) : timeText(row.at)),
    row.error === null ? good(row.action) : bad(`${row.action} failed`),
    name(row.revision),
    durationText(row.durationMs),
    ...(narrow ? [] : [row.appliedBy]),
    ...(tagged ? [row.tag === null ? "" : `[${row.tag}]`] : []),
  ]));
  const width = Math.max(...facts.map(displayWidth));
  const room = Math.max(20, view.width - width - 2);
  return log.map((row, i) => {
    return `${padEnd(facts[i] ?? "", width)}  ${
      truncate(row.error ?? messages.get(row.revision) ?? "", room, view.signs.ellipsis)
    }`.trimEnd();
  });
}

export default verb("history", {
  run: (given, stage) =>
    historyCommand({
      range: given.range,
      indicateCurrent: given.indicateCurrent,
      graph: given.graph,
      log: given.log,
    }, stage),
  body: ({ outcome }) => outcome,
  text: (result, view) => {
    const lines = result.outcome.log !== null
      ? logged(result, view)
      : result.drawing !== null
      ? drawn(result, view)
      : listed(result, view);
    const gone = result.outcome.log === null ? result.outcome.missing : [];
    for (const id of gone) {
      lines.push(`${view.palette.name(id)}  ${view.palette.warn("(applied, but its file is gone)")}`);
    }
    return lines.map((line) => line + "\n").join("");
  },
});
