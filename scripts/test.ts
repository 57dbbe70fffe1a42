/**
 * Runs the suite on both runtimes that the source must work on, side by side, after making what tests need: the built
 * program, PostgreSQL's servers and its clients. What asks the built program or a server the same long questions from
 * either runtime is asked once. The last line is the sum, `N passed, N failed`.
 *
 *   deno task test [PATH…]               only these files or directories, on both runtimes
 */
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
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

/** Long tests that drive the built program: which runtime starts it makes no difference. */
const onDeno = [
  "tests/cli/binary.test.ts",
  "tests/cli/examples.test.ts",
  "tests/commands/doctor.test.ts",
  "tests/commands/live-databases.test.ts",
  "tests/commands/newcomer.test.ts",
  "tests/commands/rename-questions.test.ts",
  "tests/commands/schema-autogenerate.test.ts",
  "tests/commands/schema-cache.test.ts",
  "tests/commands/schema-compare.test.ts",
  "tests/files/binary.test.ts",
  "tests/release.test.ts",
];

/** Long tests of what the schemas of many databases come to: on the runtime that users run. */
const onBun = [
  "tests/commands/read-models.test.ts",
  "tests/golden/golden.test.ts",
  "tests/schema/laws.test.ts",
  "tests/schema/random.test.ts",
];

/** Every test file but those that only the other runtime takes. */
function filesWithout(others: readonly string[]): string[] {
  const left = new Set(others);
  return globSync("tests/**/*.test.ts", { cwd: project }).map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !left.has(path)).sort().map((path) => `./${path}`);
}

/** Runs a command and returns its output with its exit code; shows it as it comes, or all of it in the end. */
function run(
  program: string,
  args: readonly string[],
  { live }: { readonly live: boolean },
): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(program, args, { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      output += text;
      if (live) process.stdout.write(text);
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

const asked = process.argv.slice(2);
const [deno, bun] = await Promise.all([
  run(process.execPath, ["test", "-A", "--no-check", ...asked.length > 0 ? asked : filesWithout(onBun)], {
    live: true,
  }),
  run(
    join(project, "node_modules", ".bin", "bun"),
    ["test", "--timeout=180000", ...asked.length > 0 ? asked : filesWithout(onDeno)],
    { live: false },
  ),
]);
process.stdout.write(bun.output);
const tallies = [
  tally("Deno", deno.code, deno.output, /\| (\d+) passed(?: \(\d+ steps?\))? \| (\d+) failed/g),
  tally("Bun", bun.code, bun.output, /^ (\d+) pass\n(?: \d+ \w+\n)*? (\d+) fail$/gm),
];
const passed = tallies.reduce((total, each) => total + each.passed, 0);
const failed = tallies.reduce((total, each) => total + each.failed, 0);
if (passed === 0) console.log("No test ran");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
