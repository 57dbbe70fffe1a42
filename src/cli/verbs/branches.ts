import { branchesCommand } from "../../commands/branches.ts";
import { itemLine, nameLine } from "../revision-text.ts";
import { verb } from "../verb.ts";

export default verb("branches", {
  run: (_given, stage) => branchesCommand(stage),
  text: ({ branchPoints }, view) =>
    branchPoints.map((point) =>
      [itemLine(point, view), ...point.children.map((child) => `  ${view.signs.arrow} ${nameLine(child, view, 4)}`)]
        .map((line) => line + "\n").join("")
    ).join(""),
});
