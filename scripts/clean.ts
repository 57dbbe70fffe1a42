/** Removes what the other scripts made: `deno task clean`. Installed packages stay. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { project } from "./build.ts";

for (const name of [".build", "dist"]) rmSync(join(project, name), { recursive: true, force: true });
