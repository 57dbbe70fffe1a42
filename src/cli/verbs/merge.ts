import { revisionCommand } from "../../commands/revision.ts";
import { newRevisionText } from "../new-revision-text.ts";
import { verb } from "../verb.ts";

export default verb("merge", {
  run: (given, stage) =>
    revisionCommand({
      message: given.message ?? `merge ${given.revisions.join(" and ")}`,
      format: given.format,
      heads: given.revisions,
      splice: false,
      merges: true,
      labels: given.branchLabel,
      dependsOn: given.dependsOn,
      directory: given.dir,
      id: given.revId,
      edit: given.edit,
    }, stage),
  text: newRevisionText,
});
