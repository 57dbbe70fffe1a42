import { initCommand } from "../../commands/init.ts";
import { verb } from "../verb.ts";

export default verb("init", {
  run: ({ dir, template }, stage) => initCommand({ directory: dir, template }, stage),
  text: ({ directory, files }, view) => {
    const { bold, dim, good, name } = view.palette;
    const enter = directory === "." ? "" : `cd ${/\s/.test(directory) ? `"${directory}"` : directory} && `;
    return [
      `${good(view.signs.done)} Wrote ${files.map((file) => name(file)).join(", ")}`,
      "",
      bold("Next:"),
      `  ${enter}migrate revision -m "create users"   ${dim("write the first revision, then edit its file")}`,
      `  migrate up                               ${dim("apply it to the embedded PostgreSQL")}`,
      `  migrate status`,
      "",
    ].join("\n");
  },
});
