import { dumpCommand } from "../../commands/dump.ts";
import { count } from "../../base/text.ts";
import { verb } from "../verb.ts";

export default verb("dump", {
  run: (given, stage) => dumpCommand(given, stage),
  text: ({ script, files }, view, { split }) =>
    split === null
      ? script
      : `${view.palette.good(view.signs.done)} Wrote ${count(files.length, "file")} to ${split}\n`,
});
