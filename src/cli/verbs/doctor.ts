import { padEnd, wrap } from "../../base/text.ts";
import { doctorCommand } from "../../commands/doctor.ts";
import { verb } from "../verb.ts";

export default verb("doctor", {
  run: (_given, stage) => doctorCommand(stage),
  text: ({ checks, healthy }, view) => {
    const { good, warn, bad, dim, bold } = view.palette;
    const { signs } = view;
    const sign = {
      ok: good(signs.done),
      warning: warn(signs.warning),
      failed: bad(signs.failed),
      skipped: dim(signs.pending),
    };
    const column = Math.max(...checks.map(({ name }) => name.length));
    const start = column + 4;
    const lines = checks.flatMap(({ name, result, found, advice }) => [
      `${sign[result]} ${padEnd(name, column)}  ${wrap(found, view.width, " ".repeat(start), start)}`,
      ...(advice === null
        ? []
        : [`${" ".repeat(start)}${dim(signs.arrow)} ${wrap(advice, view.width, " ".repeat(start + 2), start + 2)}`]),
    ]);
    return [...lines, "", healthy ? good("Nothing stands in the way of a run") : bold(bad("Something needs mending"))]
      .join("\n") + "\n";
  },
  exit: ({ healthy }) => healthy ? 0 : 1,
});
