/**
 * Runs the whole suite on both runtimes that the source must work on, after making what tests need: the built program,
 * PostgreSQL's servers and its clients. The last line is the sum, `N passed, N failed`.
 *
 *   deno task test [PATH…]               only the tests in these files or directories
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { clients } from "../tests/support/clients.ts";
import { installServers } from "../tests/support/releases.ts";
import { compile, project } from "./build.ts";
import { thisTarget } from "./targets.ts";

/** What one runtime made of the suite. */
interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a command, shows its output as it comes, and returns it with its exit code. */
function show(program: string, args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(program, args, { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      output += text;
      process.stdout.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

// Only colours of the output are taken out.
// deno-lint-ignore no-control-regex
const colour = /\x1b\[[0-9;]*m/g;

/** Reads the sums from a test runner's closing lines; a runner that ended badly without a sum counts as one failure. */
function tally(runtime: string, code: number, output: string, pattern: RegExp): Tally {
  const sums = [...output.replaceAll(colour, "").matchAll(pattern)];
  const sum = (group: number) => sums.reduce((total, match) => total + Number(match[group] ?? 0), 0);
  const passed = sum(1);
  const failed = sum(2);
  if (code !== 0 && failed === 0) {
    console.log(`${runtime} ended with exit code ${code} and no failed test: counted as one failure`);
    return { passed, failed: 1 };
  }
  return { passed, failed };
}

const target = thisTarget();
await compile(target, join(project, "dist", target.program));
installServers();
clients();

const paths = process.argv.length > 2 ? process.argv.slice(2) : ["tests"];
const deno = await show(process.execPath, ["test", "-A", "--no-check", ...paths]);
const bun = await show(join(project, "node_modules", ".bin", "bun"), ["test", "--timeout=60000", ...paths]);
const tallies = [
  tally("Deno", deno.code, deno.output, /\| (\d+) passed(?: \(\d+ steps?\))? \| (\d+) failed/g),
  tally("Bun", bun.code, bun.output, /^ (\d+) pass\n(?: \d+ \w+\n)*? (\d+) fail$/gm),
];
const passed = tallies.reduce((total, each) => total + each.passed, 0);
const failed = tallies.reduce((total, each) => total + each.failed, 0);
if (passed === 0) console.log("No test ran");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
