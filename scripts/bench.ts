/**
 * Measures the built program against psql and dbmate on this machine and prints tables of medians with ratios.
 *
 *   deno task bench [SECTION…]           all sections unless some are named: start, status, up, many, embedded
 */
import { rmSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import process from "node:process";
import { table } from "./bench/measure.ts";
import { sections } from "./bench/sections.ts";
import { openWorld } from "./bench/world.ts";

const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in sections));
if (unknown !== undefined) throw new Error(`There is no section "${unknown}": ${Object.keys(sections).join(", ")}`);

const world = await openWorld();
try {
  const load = loadavg()[0] ?? 0;
  console.log(
    `${availableParallelism()} processors, load ${
      load.toFixed(1)
    }, PostgreSQL 18 without fsync, files in ${world.directory}`,
  );
  if (load > 1) console.log("The machine is busy: compare the ratios, not the times");
  for (const [name, section] of Object.entries(sections)) {
    if (named.length > 0 && !named.includes(name)) continue;
    for await (const [title, measurements] of section(world)) console.log(`\n${table(title, measurements)}`);
  }
} finally {
  rmSync(world.directory, { recursive: true, force: true });
}
