import { columns, truncate } from "../../base/text.ts";
import { configShowCommand } from "../../commands/config-show.ts";
import { verb } from "../verb.ts";

export default verb("config show", {
  run: (_given, stage) => configShowCommand(stage),
  text: ({ file, env, settings }, view) => {
    const { dim, name, warn } = view.palette;
    const room = Math.max(16, Math.floor(view.width / 2) - 8);
    const rows = settings.map(({ key, value, source, unset }) => {
      const text = JSON.stringify(value) ?? "";
      const missing = unset.length === 0 ? "" : warn(`  not set: ${unset.join(", ")}`);
      return [name(key), truncate(text, view.verbose ? 10_000 : room, view.signs.ellipsis), dim(source) + missing];
    });
    const from = file === null ? "No config file; defaults and variables only" : `From ${file}`;
    const heading = `${from}${env === null ? "" : `, environment ${env}`}`;
    return [dim(heading), ...columns(rows)].join("\n") + "\n";
  },
});
