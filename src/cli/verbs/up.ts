import { scriptCommand, upCommand, upDryRun } from "../../commands/up.ts";
import { runAsAsked, runShown } from "../run-verb.ts";
import { verb } from "../verb.ts";

export default verb("up", {
  run: (given, stage) => {
    const { target, from, outOfOrder, allowChanged, tag } = given;
    return runAsAsked(given, {
      script: (range) => scriptCommand({ direction: "up", target: range, from, tag }, stage),
      list: (inputs) => upDryRun({ ...inputs, target, from, outOfOrder, allowChanged }, stage),
      run: (inputs) => upCommand({ ...inputs, target, outOfOrder, allowChanged }, stage),
    });
  },
  ...runShown,
});
