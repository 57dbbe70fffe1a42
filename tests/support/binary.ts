/**
 * The built program, as a user has it: one file, copied alone into an empty directory far from the checkout, with a
 * clean environment.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { project } from "./releases.ts";

/** How the program is run. */
export interface BinaryOptions {
  /** A new empty directory unless given. */
  readonly cwd?: string;
  /** The whole environment: nothing is inherited, not even PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
  /** Ends the run with SIGKILL. */
  readonly signal?: AbortSignal;
}

/** What a finished run left. */
export interface BinaryResult {
  /** Exit code, or null when a signal ended it. */
  readonly code: number | null;
  readonly killedBy: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that goes on. */
export interface BinaryRun {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it wrote so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  kill(signal: NodeJS.Signals): void;
  readonly done: Promise<BinaryResult>;
}

/** Path of the copy; made anew when the build is newer than it. */
export function binaryPath(): string {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const built = join(project, "dist", `migrate${suffix}`);
  if (!existsSync(built)) throw new Error('There is no built program: run "deno task build" first');
  const { mtimeMs, size } = statSync(built);
  const directory = join(tmpdir(), `migrate-binary-${size}-${Math.trunc(mtimeMs)}`);
  const copy = join(directory, `migrate${suffix}`);
  if (!existsSync(copy)) {
    mkdirSync(directory, { recursive: true });
    const draft = `${copy}.${process.pid}`;
    copyFileSync(built, draft);
    renameSync(draft, copy);
  }
  return copy;
}

/** A new empty directory below the system's temporary one. */
export function emptyDirectory(): string {
  return mkdtempSync(join(tmpdir(), "migrate-test-"));
}

/**
 * Starts the program and returns at once.
 *
 * ```ts
 * const run = startBinary(["up"], { cwd, env: { MIGRATE_URL: url } });
 * run.kill("SIGINT");
 * const { code } = await run.done;
 * ```
 */
export function startBinary(args: readonly string[], options: BinaryOptions = {}): BinaryRun {
  const child = spawn(binaryPath(), args, {
    cwd: options.cwd ?? emptyDirectory(),
    env: { ...options.env },
    stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8");
    child[name]?.on("data", (text: string) => written[name] += text);
  }
  if (options.input !== undefined) child.stdin?.end(options.input);
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  options.signal?.addEventListener("abort", () => kill("SIGKILL"), { once: true });
  const done = new Promise<BinaryResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, killedBy: signal, ...written }));
  });
  return { pid: child.pid ?? 0, child, output: () => ({ ...written }), kill, done };
}

/** Runs the program to its end. */
export function binary(args: readonly string[], options: BinaryOptions = {}): Promise<BinaryResult> {
  return startBinary(args, options).done;
}
