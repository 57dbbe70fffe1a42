import { headsCommand } from "../../commands/heads.ts";
import { itemLine } from "../revision-text.ts";
import { verb } from "../verb.ts";

export default verb("heads", {
  run: (_given, stage) => headsCommand(stage),
  text: ({ heads }, view) =>
    heads.map((one) => itemLine(one, view, 0, one.effective ? ["another branch depends on it"] : []) + "\n").join(""),
});
