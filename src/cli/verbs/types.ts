import { typesCommand } from "../../commands/types.ts";
import { verb } from "../verb.ts";

export default verb("types", {
  run: ({ file }, stage) => typesCommand({ file }, stage),
  text: ({ file, changed }, view) =>
    `${view.palette.good(view.signs.done)} ${changed ? `Wrote ${file}` : `${file} is up to date`}\n`,
});
