import { dumpCommand } from "../../commands/dump.ts";
import { count, wrap } from "../../base/text.ts";
import { verb } from "../verb.ts";

export default verb("dump", {
  run: (given, stage) => dumpCommand(given, stage),
  text: ({ script, files, others }, view, { split }) => {
    if (split === null) return script;
    const { good, warn } = view.palette;
    const wrote = `${good(view.signs.done)} Wrote ${count(files.length, "file")} to ${split}\n`;
    if (others.length === 0) return wrote;
    const left = `Left as they are, and not of this schema: ${others.join(", ")}`;
    return `${wrote}${warn(view.signs.warning)} ${wrap(left, view.width, "  ", 2)}\n`;
  },
});
