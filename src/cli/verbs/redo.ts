import { problem } from "../../base/problem.ts";
import { redoCommand } from "../../commands/redo.ts";
import { endText, summaryText } from "../run-verb.ts";
import { verb } from "../verb.ts";

export default verb("redo", {
  run: (given, stage) => {
    const count = given.n === null ? 1 : Number(given.n);
    if (!Number.isInteger(count) || count < 1) {
      const expected = "a whole number from 1";
      throw problem("usage/bad-value", { what: "N", value: given.n ?? "", expected, nearest: null });
    }
    const { tag, waitForDb: waitMs, allowDestructive } = given;
    return redoCommand({ count, tag, waitMs, allowDestructive }, stage);
  },
  body: (report) => report.outcome,
  text: (report, view) => summaryText(report.outcome, view),
  problem: (report) => report.problem,
  problemText: endText,
});
