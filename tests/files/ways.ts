/** The ways in which the program is run: from source, by the runtime that runs the tests, and as it is built. */
import { spawn } from "node:child_process";
import process from "node:process";
import { loaderCommand } from "../../src/commands/load-models.ts";
import { binary, type BinaryResult } from "../support/mod.ts";

type Run = (args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>) => Promise<BinaryResult>;

/** Runs main.ts by this runtime, from a directory far from it. */
const fromSource: Run = (args, cwd, env = {}) => {
  const [program = "", ...words] = loaderCommand().slice(0, -1);
  const child = spawn(program, [...words, ...args], { cwd, env: { ...process.env, NO_COLOR: "1", ...env } });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => stdout += text);
  child.stderr.setEncoding("utf8").on("data", (text: string) => stderr += text);
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, killedBy) => resolve({ code, killedBy, stdout, stderr }));
  });
};

/** Each way by its name. */
export const ways: readonly (readonly [string, Run])[] = [
  [`from source by ${"Deno" in globalThis ? "Deno" : "Bun"}`, fromSource],
  ["the built program", (args, cwd, env = {}) => binary(args, { cwd, env })],
];
