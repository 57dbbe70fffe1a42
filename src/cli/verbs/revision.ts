import { revisionCommand } from "../../commands/revision.ts";
import { newRevisionText } from "../new-revision-text.ts";
import { messageOf } from "../message.ts";
import { verb } from "../verb.ts";

export default verb("revision", {
  run: async (given, stage) =>
    revisionCommand({
      message: await messageOf(given.message, stage, "revision"),
      format: given.format,
      heads: given.head,
      splice: given.splice,
      labels: given.branchLabel,
      dependsOn: given.dependsOn,
      directory: given.dir,
      id: given.revId,
      edit: given.edit,
    }, stage),
  text: newRevisionText,
});
