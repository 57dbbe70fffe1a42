import { problem } from "../../base/problem.ts";
import { redoCommand } from "../../commands/redo.ts";
import { summaryText } from "../run-verb.ts";
import { verb } from "../verb.ts";

export default verb("redo", {
  run: (given, stage) => {
    // `redo -2` is written as `down -2` is.
    const count = given.n === null ? 1 : Math.abs(Number(given.n));
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
  problemText: async (report, view) => (await import("../run-end-text.ts")).endText(report, view),
});
