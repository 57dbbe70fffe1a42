import { stampCommand, type StampOutcome, stampScript } from "../../commands/stamp.ts";
import type { ScriptOutcome } from "../../commands/run.ts";
import { nameLine } from "../revision-text.ts";
import type { View } from "../terminal.ts";
import { verb } from "../verb.ts";

function changes({ added, removed, renewed, dryRun }: StampOutcome, view: View): string {
  const { good, bad, dim } = view.palette;
  const lines = [
    ...added.map((name) => `${good("+")} ${nameLine(name, view, 2)}`),
    ...removed.map((name) => `${bad("-")} ${nameLine(name, view, 2)}`),
    ...renewed.map((name) => `${good("=")} ${nameLine(name, view, 25)} ${dim("(as its file is now)")}`),
  ];
  if (lines.length === 0) lines.push("Nothing to change");
  else if (dryRun) lines.push(dim("Nothing was written: this was --dry-run"));
  return lines.join("\n") + "\n";
}

export default verb("stamp", {
  run: (given, stage): Promise<StampOutcome | ScriptOutcome> => {
    const inputs = {
      targets: given.sql === null || given.sql === "" ? given.revisions : [given.sql],
      purge: given.purge,
      forget: given.forget,
      tag: given.tag,
      waitMs: given.waitForDb,
      allowDestructive: given.allowDestructive,
      from: given.from,
    };
    return given.sql === null ? stampCommand({ ...inputs, dryRun: given.dryRun }, stage) : stampScript(inputs, stage);
  },
  text: (outcome, view) => "script" in outcome ? outcome.script : changes(outcome, view),
});
