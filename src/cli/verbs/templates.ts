import { definitions } from "../../base/text.ts";
import { templatesCommand } from "../../commands/templates.ts";
import { verb } from "../verb.ts";

export default verb("templates", {
  run: () => templatesCommand(),
  text: ({ templates }, view) =>
    definitions(templates.map((one) => [view.palette.name(one.name), one.summary]), {
      width: view.width,
      indent: 0,
      column: Math.max(...templates.map((one) => one.name.length)),
    }) + "\n",
});
