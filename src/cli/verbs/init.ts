import { initCommand } from "../../commands/init.ts";
import { definitions, wrap } from "../../base/text.ts";
import { verb } from "../verb.ts";

export default verb("init", {
  run: ({ dir, template }, stage) => initCommand({ directory: dir, template }, stage),
  text: ({ directory, files }, view) => {
    const { bold, good, name } = view.palette;
    const place = /\s/.test(directory) ? `"${directory}"` : directory;
    const steps: (readonly [string, string])[] = [
      ...(directory === "." ? [] : [[`cd ${place}`, ""] as const]),
      ['migrate revision -m "create users"', "write the first revision; fill in its file"],
      ["migrate up", "apply it to the embedded PostgreSQL"],
      ["migrate status", "see what is applied and what is pending"],
    ];
    return [
      `${good(view.signs.done)} Wrote ${wrap(files.map((file) => name(file)).join(", "), view.width, "  ", 8)}`,
      "",
      bold("Next:"),
      definitions(steps, { width: view.width }),
      "",
    ].join("\n");
  },
});
