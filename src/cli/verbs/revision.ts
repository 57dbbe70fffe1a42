import type { AutogenerateOutcome } from "../../commands/autogenerate.ts";
import { makeDirectories, revisionCommand } from "../../commands/revision.ts";
import type { NewRevisionOutcome } from "../../commands/write-revision.ts";
import { askRename } from "../ask-rename.ts";
import { messageOf } from "../message.ts";
import { newRevisionText } from "../new-revision-text.ts";
import { changeLines } from "../schema-text.ts";
import type { Given } from "../table/mod.ts";
import type { View } from "../terminal.ts";
import { type Stage, verb } from "../verb.ts";
import { problem } from "../../base/problem.ts";

/** Options that only mean something with `--autogenerate`. */
function refuseIdle(given: Given<"revision">): void {
  const { from, rename, renames, noRename, privileges, owners, strict } = given;
  const idle = [
    from === null ? null : "--from",
    rename.length === 0 ? null : "--rename",
    renames === null ? null : "--renames",
    noRename ? "--no-rename" : null,
    privileges === null ? null : "--privileges",
    owners === null ? null : "--owners",
    strict ? "--strict" : null,
  ].find((name) => name !== null);
  if (idle === undefined) return;
  const reason = "it says how models are compared";
  throw problem("usage/conflict", { one: idle, other: "a revision without --autogenerate", reason });
}

async function run(given: Given<"revision">, stage: Stage): Promise<NewRevisionOutcome | AutogenerateOutcome> {
  const { autogenerate, from, rename, renames, noRename, privileges, owners, strict } = given;
  if (autogenerate && given.empty) {
    const reason = "an empty revision has nothing to generate";
    throw problem("usage/conflict", { one: "--autogenerate", other: "--empty", reason });
  }
  if (!autogenerate) refuseIdle(given);
  const inputs = {
    message: await messageOf(given.message, stage, "revision"),
    format: given.format,
    heads: given.head,
    splice: given.splice,
    labels: given.branchLabel,
    dependsOn: given.dependsOn,
    directory: given.dir,
    id: given.revId,
    edit: given.edit,
  };
  await makeDirectories(stage);
  if (!autogenerate) return await revisionCommand(inputs, stage);
  const { autogenerateCommand } = await import("../../commands/autogenerate.ts");
  const { ask } = stage;
  const schema = { from: from ?? "migrations", rename, renames, noRename, privileges, owners, strict };
  const asking = { askRename: ask === null ? null : askRename(ask) };
  return await autogenerateCommand({ ...inputs, ...schema, ...asking }, stage);
}

function generatedText({ revision, generated }: AutogenerateOutcome, view: View): string {
  if (revision === null) {
    return `${view.palette.good(view.signs.done)} Nothing to do: ${generated.from} and ${generated.to} agree\n`;
  }
  return newRevisionText(revision, view) + changeLines(generated.statements, view);
}

export default verb("revision", {
  run,
  text: (outcome, view, { edit }) => {
    if ("generated" in outcome) return generatedText(outcome, view);
    const next = edit ? "" : `${view.palette.dim("Fill in its two parts, then: migrate up")}\n`;
    return newRevisionText(outcome, view) + next;
  },
});
