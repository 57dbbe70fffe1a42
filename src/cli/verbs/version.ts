import { columns } from "../../base/text.ts";
import { versionCommand } from "../../commands/version.ts";
import { verb } from "../verb.ts";

export default verb("version", {
  run: () => versionCommand(),
  text: (outcome) => {
    const rows = [
      ["migrate", outcome.release],
      ["commit", outcome.commit ?? "(from source)"],
      ["target", outcome.target],
      [outcome.runtime.name, outcome.runtime.version],
      ...(outcome.postgresql === null ? [] : [["PostgreSQL", `${outcome.postgresql} (embedded)`]]),
      ...Object.entries(outcome.packages).filter(([name]) => name !== outcome.runtime.name),
    ];
    return columns(rows).join("\n") + "\n";
  },
});
