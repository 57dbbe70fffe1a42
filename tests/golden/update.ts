/**
 * Writes the lower sections of golden files anew, and says what is claimed beyond or below what was measured.
 *
 *   deno task golden [NAME…]               only those whose name contains one of these
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { generate } from "./generate.ts";
import { goldenCases, goldenText } from "./golden-case.ts";

const names = process.argv.slice(2);
const all = goldenCases(join(import.meta.dirname ?? "", "cases"));
const chosen = all.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
let changed = 0;
for (const golden of chosen) {
  try {
    const { parts, understated, overstated } = await generate(golden);
    const text = goldenText({ ...golden, parts });
    if (text !== goldenText(golden)) {
      writeFileSync(golden.path, text);
      changed += 1;
      console.log(`${golden.name}: written`);
    }
    for (const one of understated) console.log(`${golden.name}: claims too little: ${one}`);
    for (const one of overstated) console.log(`${golden.name}: claims too much: ${one}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`${golden.name}: ${error instanceof Error ? error.message : String(error)}`);
    if (error instanceof Error && "data" in error) console.log(JSON.stringify(error.data));
  }
}
console.log(`${changed} of ${chosen.length} golden files changed`);
