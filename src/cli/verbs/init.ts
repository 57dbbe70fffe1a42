import { initCommand } from "../../commands/init.ts";
import { columns, wrap } from "../../base/text.ts";
import { verb } from "../verb.ts";

export default verb("init", {
  run: ({ dir, template }, stage) => initCommand({ directory: dir, template }, stage),
  text: ({ directory, files }, view) => {
    const { bold, dim, good, name } = view.palette;
    const place = /\s/.test(directory) ? `"${directory}"` : directory;
    const steps = [
      ...(directory === "." ? [] : [[`cd ${place}`, ""]]),
      ['migrate revision -m "create users"', dim("write the first revision; fill in its file")],
      ["migrate up", dim("apply it to the embedded PostgreSQL")],
      ["migrate status", dim("see what is applied and what is pending")],
    ];
    return [
      `${good(view.signs.done)} Wrote ${wrap(files.map((file) => name(file)).join(", "), view.width, "  ", 8)}`,
      "",
      bold("Next:"),
      ...columns(steps, 2),
      "",
    ].join("\n");
  },
});
