import { stampCommand, type StampOutcome, stampScript } from "../../commands/stamp.ts";
import type { ScriptOutcome } from "../../commands/run.ts";
import type { RevisionName } from "../../commands/revision-item.ts";
import { nameLine } from "../revision-text.ts";
import type { View } from "../terminal.ts";
import { verb } from "../verb.ts";

/** How many revisions of a list are shown without --verbose. */
const most = 10;

/** What a stamp changed, for people. */
export function stampText({ added, removed, renewed, dryRun }: StampOutcome, view: View): string {
  const { good, bad, dim } = view.palette;
  const group = (sign: string, names: readonly RevisionName[], width: number, note = ""): string[] => {
    const shown = view.verbose ? names : names.slice(0, most);
    const rest = names.length - shown.length;
    return [
      ...shown.map((name) => `${sign} ${nameLine(name, view, width)}${note}`),
      ...(rest > 0 ? [`${sign} ${view.signs.ellipsis} and ${rest} more (-v shows them)`] : []),
    ];
  };
  const lines = [
    ...group(good("+"), added, 2),
    ...group(bad("-"), removed, 2),
    ...group(good("="), renewed, 25, ` ${dim("(as its file is now)")}`),
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
  text: (outcome, view) => "script" in outcome ? outcome.script : stampText(outcome, view),
});
