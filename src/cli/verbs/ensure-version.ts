import { ensureVersionCommand, type EnsureVersionOutcome, ensureVersionScript } from "../../commands/ensure-version.ts";
import type { ScriptOutcome } from "../../commands/run.ts";
import { verb } from "../verb.ts";

export default verb("ensure-version", {
  run: (given, stage): Promise<EnsureVersionOutcome | ScriptOutcome> =>
    given.sql === null ? ensureVersionCommand({ waitMs: given.waitForDb }, stage) : ensureVersionScript(stage),
  text: (outcome, view) => {
    if ("script" in outcome) return outcome.script;
    const said = outcome.changed ? "Created or brought up to date:" : "Already there:";
    return `${view.palette.good(view.signs.done)} ${said} ${outcome.historyTable}, ${outcome.logTable}\n`;
  },
});
