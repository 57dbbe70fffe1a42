/** The built program as a person has it before them: in a terminal, with somebody at the keyboard. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { binaryPath } from "./binary.ts";
import { project } from "./releases.ts";

/** How the terminal is. */
export interface TerminalOptions {
  readonly cwd: string;
  /** Besides `TERM` and a Unicode locale. */
  readonly env?: Readonly<Record<string, string>>;
  /** 80 unless given. */
  readonly columns?: number;
}

/** A program that runs in a terminal. */
export interface Terminal {
  /** All that was shown so far, line ends as `\n`, escape sequences included. */
  shown(): string;
  /** Resolves when `text` is shown after what was shown at the time of the last {@link type}; rejects when it ends before. */
  sees(text: string): Promise<void>;
  /** Types keys: `"2\r"`, `"\x03"` for Ctrl-C. */
  type(keys: string): void;
  /** The exit code. */
  readonly done: Promise<number>;
}

/** Keys that have no letter. */
export const keys = { enter: "\r", ctrlC: "\x03", ctrlD: "\x04" } as const;

/**
 * Starts the built program in a terminal.
 *
 * ```ts
 * const terminal = startInTerminal(["revision", "--autogenerate", "-m", "x"], { cwd });
 * await terminal.sees("Number [1]: ");
 * terminal.type(keys.enter);
 * assert.equal(await terminal.done, 0);
 * ```
 */
export function startInTerminal(args: readonly string[], options: TerminalOptions): Terminal {
  const bun = join(project, "node_modules", ".bin", process.platform === "win32" ? "bun.exe" : "bun");
  const host = fileURLToPath(new URL("terminal-host.ts", import.meta.url));
  const child = spawn(bun, [host, String(options.columns ?? 80), binaryPath(), ...args], {
    cwd: options.cwd,
    env: { TERM: "xterm-256color", LANG: "C.UTF-8", ...options.env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let shown = "";
  let from = 0;
  let ended = false;
  let look = (): void => {};
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => {
    shown += text.replaceAll("\r\n", "\n");
    look();
  });
  const done = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      ended = true;
      look();
      resolve(code ?? -1);
    });
  });
  const sees = (text: string) =>
    new Promise<void>((resolve, reject) => {
      look = () => {
        if (shown.includes(text, from)) resolve();
        else if (ended) reject(new Error(`The program ended before it showed ${JSON.stringify(text)}:\n${shown}`));
      };
      look();
    });
  const type = (typed: string): void => {
    from = shown.length;
    child.stdin.write(typed);
  };
  return { shown: () => shown, sees, type, done };
}
