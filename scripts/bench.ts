/**
 * Measures the built program against psql, dbmate, Alembic and drizzle-kit on this machine and prints, table by table,
 * medians, ratios and whether the targets are met. It judges nothing: a missed target is no failure.
 *
 *   deno task bench [SECTION…] [--runs N] [--quick]
 *
 * All sections run unless some are named. `--quick` makes few runs of the small sizes only.
 */
import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { load } from "./bench/measure.ts";
import { sections } from "./bench/sections.ts";
import { tableText } from "./bench/table.ts";
import { closeWorld, openWorld } from "./bench/world.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string" }, quick: { type: "boolean", default: false } },
});
const unknown = positionals.find((name) => !(name in sections));
if (unknown !== undefined) throw new Error(`There is no section "${unknown}": ${Object.keys(sections).join(", ")}`);
const runs = values.runs === undefined ? null : Number(values.runs);
if (runs !== null && !(Number.isInteger(runs) && runs > 0)) throw new Error("--runs takes a whole number above zero");

const world = await openWorld({ runs, quick: values.quick });
process.on("exit", () => closeWorld(world));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
const place = world.inMemory ? "in memory (tmpfs)" : "on disk, which hides part of what the programs differ in";
console.log(
  `${availableParallelism()} processors, load ${load()}. PostgreSQL 18 without fsync; its data and all files ${place}.`,
);
console.log(
  "A ratio is our time over the peer's, the median over pairs that ran in turn; cpu is user and system time.",
);
for (const [name, section] of Object.entries(sections)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for await (const table of section(world)) console.log(`\n${tableText(table)}`);
}
console.log(`\nload at the end ${load()}`);
process.exit(0);
