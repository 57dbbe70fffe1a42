import { editCommand } from "../../commands/edit.ts";
import { verb } from "../verb.ts";

export default verb("edit", {
  run: ({ rev }, stage) => editCommand({ revision: rev }, stage),
  text: ({ files, changed }, view) =>
    files.map((file) =>
      changed.includes(file)
        ? `${view.palette.good(view.signs.done)} Changed ${file}, renewed its line in migrate.sum\n`
        : `Not changed: ${file}\n`
    ).join(""),
});
