/** The program. The only place that ends the process. */
import process from "node:process";
import { versionLine } from "./src/base/build.ts";

if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  // Not process.stdout, which takes longer to make than all the rest.
  console.log(versionLine());
} else if (process.argv[2] === "load-models") {
  // The process that loads models is this program again: see src/commands/load-models.ts.
  import("./src/commands/load-models.ts").then(({ loadModelsProcess }) => loadModelsProcess());
} else {
  import("./src/cli/process.ts").then(({ runProcess }) => runProcess(process.exit.bind(process)));
}
