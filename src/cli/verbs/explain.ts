import { definitions, wrap } from "../../base/text.ts";
import { explainCommand } from "../../commands/explain.ts";
import { verb } from "../verb.ts";

export default verb("explain", {
  run: ({ code }) => explainCommand({ code }),
  text: ({ codes }, view, given) => {
    const { bold, name } = view.palette;
    if (given.code === null) {
      const column = Math.max(...codes.map((one) => one.code.length));
      return definitions(codes.map((one) => [name(one.code), one.title]), { width: view.width, indent: 0, column }) +
        "\n";
    }
    return codes.map((one) =>
      [
        `${bold(name(one.code))}  (${one.exit === null ? "a warning" : `exit code ${one.exit}`})`,
        "",
        bold(wrap(`${one.title}.`, view.width)),
        "",
        `${bold("Why:")}  ${wrap(`${one.why}.`, view.width, "      ", 6)}`,
        `${bold("Next:")} ${wrap(`${one.advice}.`, view.width, "      ", 6)}`,
      ].join("\n")
    ).join("\n") + "\n";
  },
});
