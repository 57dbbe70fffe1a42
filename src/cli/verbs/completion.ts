import { completionScript } from "../completion.ts";
import { verb } from "../verb.ts";

export default verb("completion", {
  run: ({ shell }) => ({ shell, script: completionScript(shell) }),
  text: ({ script }) => script,
});
