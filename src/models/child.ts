/** Runs a program, gives it text, and takes its output: without a shell, and not longer than it may. */
import { spawn } from "node:child_process";

/** How a program is run. */
export interface ChildOptions {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: string;
  readonly timeoutMs: number;
  /** Ends the program as soon as its output has this: what it leaves open must not hold us up. */
  readonly until?: (stdout: string) => boolean;
  /** Receives what it writes to stderr, as it comes. */
  readonly onStderr?: (text: string) => void;
}

/** How it ended. */
export interface ChildResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Exit status; null when a signal ended it or it never began. */
  readonly status: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /** Why it could not be started. */
  readonly failure: string | null;
}

/** Runs the program; never rejects. */
export function runChild(options: ChildOptions): Promise<ChildResult> {
  const [program = "", ...args] = options.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...options.environment },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    let [stdout, stderr, timedOut] = ["", "", false];
    let done = false;
    const finish = (status: number | null, signal: string | null, failure: string | null) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      resolve({ stdout, stderr, status, signal, timedOut, failure });
    };
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, options.timeoutMs);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (options.until?.(stdout) === true) child.kill("SIGKILL");
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      options.onStderr?.(text);
    });
    // A program that does not read its input closes the pipe, which is no fault.
    child.stdin.on("error", () => {});
    child.stdin.end(options.input);
    child.on("error", (error) => finish(null, null, error.message));
    child.on("close", (status, signal) => finish(status, signal, null));
  });
}
