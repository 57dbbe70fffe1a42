import { currentCommand } from "../../commands/current.ts";
import { itemLine } from "../revision-text.ts";
import { verb } from "../verb.ts";

export default verb("current", {
  run: (given, stage) => currentCommand({ waitMs: given.waitForDb }, stage),
  text: ({ tips, missing, atHeads }, view, given) => {
    const { dim, warn } = view.palette;
    const lines = tips.map((item) => itemLine(item, view));
    for (const id of missing) lines.push(`${view.palette.name(id)}  ${warn("(applied, but its file is gone)")}`);
    if (lines.length === 0) lines.push(dim("Nothing is applied"));
    if (given.checkHeads && !atHeads) lines.push(warn("Not every head is applied"));
    return lines.map((line) => line + "\n").join("");
  },
  exit: ({ atHeads }, given) => given.checkHeads && !atHeads ? 1 : 0,
});
