import { initCommand } from "../../commands/init.ts";
import { definitions, wrap } from "../../base/text.ts";
import { verb } from "../verb.ts";

export default verb("init", {
  run: ({ dir, template }, stage) => initCommand({ directory: dir, template }, stage),
  text: ({ template, directory, files, kept }, view) => {
    const { bold, good, name } = view.palette;
    const place = /\s/.test(directory) ? `"${directory}"` : directory;
    const model = [...files, ...kept].find((file) => /^(?:models|src)\//.test(file)) ?? "your models";
    const env = template === "multidb" ? " --env app" : "";
    const steps: (readonly [string, string])[] = [
      ...(directory === "." ? [] : [[`cd ${place}`, ""] as const]),
      [`migrate revision --autogenerate -m "first"${env}`, `write the first revision, from ${model}`],
      [`migrate up${env}`, "apply it to the embedded PostgreSQL"],
      [`migrate status${env}`, "see what is applied and what is pending"],
    ];
    return [
      `${good(view.signs.done)} Wrote ${wrap(files.map((file) => name(file)).join(", "), view.width, "  ", 8)}`,
      ...(kept.length === 0 ? [] : [`  Kept ${kept.map((file) => name(file)).join(", ")}`]),
      "",
      bold("Next:"),
      definitions(steps, { width: view.width }),
      "",
    ].join("\n");
  },
});
