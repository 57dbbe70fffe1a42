/** Commands that run on a newly written file: `[hooks] after_write` in the config. */
import process from "node:process";
import { problem } from "../base/problem.ts";

/** What a command left behind. `code` is null when it could not be started or was killed. */
export interface HookResult {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one command; tests and embedders may give their own. */
export type HookRunner = (words: readonly string[], cwd: string) => Promise<HookResult>;

/**
 * Cuts a command into words as a shell would: white space between, single and double quotes around, a backslash before a
 * quote or a space. There is no shell: nothing else means anything.
 *
 * ```ts
 * commandWords(`deno fmt "{file}"`);   // ["deno", "fmt", "{file}"]
 * ```
 */
export function commandWords(command: string): string[] {
  const words: string[] = [];
  const word = /(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(["' \\])|([^\s"'\\]+|\\))/y;
  let current: string | null = null;
  for (let at = 0; at < command.length;) {
    word.lastIndex = at;
    const match = word.exec(command);
    if (match === null) {
      if (current !== null) words.push(current);
      current = null;
      at++;
      continue;
    }
    current = (current ?? "") + (match[1]?.replace(/\\(["\\])/g, "$1") ?? match[2] ?? match[3] ?? match[4] ?? "");
    at = word.lastIndex;
  }
  if (current !== null) words.push(current);
  return words;
}

/** Runs a command without a shell (on Windows through one, which finds `.cmd` files) and collects what it prints. */
export async function runCommand(words: readonly string[], cwd: string): Promise<HookResult> {
  const { spawn } = await import("node:child_process");
  const [command = "", ...rest] = words;
  const windows = process.platform === "win32";
  const quoted = windows ? rest.map((word) => `"${word.replaceAll('"', '""')}"`) : rest;
  return await new Promise((resolve) => {
    const child = spawn(command, quoted, { cwd, shell: windows, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: { toString(): string }) => output += chunk.toString();
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}

/**
 * Runs the commands one after another on a file; `{file}` in them stands for its path. Stops at the first that fails, and
 * throws `file/hook-failed` with what it printed.
 */
export async function runHooks(
  commands: readonly string[],
  { path, file, cwd }: { readonly path: string; readonly file: string; readonly cwd: string },
  run: HookRunner = runCommand,
): Promise<void> {
  for (const command of commands) {
    const words = commandWords(command).map((word) => word.replaceAll("{file}", path));
    const { code, output } = await run(words, cwd);
    if (code !== 0) throw problem("file/hook-failed", { command, code, output }, { at: { file } });
  }
}
