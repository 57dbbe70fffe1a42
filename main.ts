/** The program. The only place that ends the process. */
import process from "node:process";
import { versionLine } from "./src/base/build.ts";

if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  process.stdout.write(`${versionLine()}\n`);
} else {
  import("./src/cli/process.ts").then(({ runProcess }) => runProcess((exit) => process.exit(exit)));
}
