import { downCommand, downDryRun } from "../../commands/down.ts";
import { scriptCommand } from "../../commands/up.ts";
import { runAsAsked, runShown } from "../run-verb.ts";
import { verb } from "../verb.ts";

export default verb("down", {
  run: (given, stage) => {
    const { target, from, tag } = given;
    return runAsAsked(given, {
      script: (range) => scriptCommand({ direction: "down", target: range, from, tag }, stage),
      list: (inputs) => downDryRun({ ...inputs, target, from }, stage),
      run: (inputs) => downCommand({ ...inputs, target }, stage),
    });
  },
  ...runShown,
});
