/** The process as a {@link World}: arguments, streams that never fail on a closed pipe, signals. */
import { writeSync } from "node:fs";
import process from "node:process";
import { type ExitCode, problem } from "../base/problem.ts";
import { isTerminal } from "./is-terminal.ts";
import { main, type World } from "./main.ts";
import type { Output } from "./terminal.ts";

const still = new Int32Array(new SharedArrayBuffer(4));

/**
 * A stream that is written at once, so that nothing is lost when the process ends. A reader that went away (`| head`)
 * is no error: what is written after that goes nowhere.
 */
function output(descriptor: 1 | 2): Output {
  const isTTY = isTerminal(descriptor);
  let open = true;
  const write = (text: string): void => {
    let rest = new TextEncoder().encode(text);
    while (open && rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : null;
        // A pipe that is full and does not block: the reader needs a moment.
        if (code === "EAGAIN") Atomics.wait(still, 0, 0, 2);
        else open = false;
      }
    }
  };
  return {
    isTTY,
    get columns(): number {
      return isTTY ? (descriptor === 1 ? process.stdout : process.stderr).columns : 0;
    },
    write,
  };
}

/** What users' code says goes where progress goes: standard output holds the command's result and nothing else. */
function keepConsoleOffOutput(): void {
  const methods = ["log", "info", "debug", "dir", "table", "group", "groupCollapsed", "count", "timeLog", "timeEnd"];
  const say = (...values: readonly unknown[]): void => console.error(...values);
  Object.assign(console, Object.fromEntries(methods.map((name) => [name, say])));
}

/**
 * A revision, a hook or a config that ends the process would end a run in the middle without a word. It is an error of
 * that code instead, and shown and undone as its other errors are.
 */
function refuseExit(): void {
  process.exit = (): never => {
    throw new Error("process.exit() was called, which would end the program before its work is done");
  };
}

/** Asks one line on the terminal. Throws `usage/no-answer` when the input ends (Ctrl-D). */
async function ask(question: string, signal: AbortSignal): Promise<string> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal is in raw mode while a line is read, so that Ctrl-C is a key here: it means what it means elsewhere.
  lines.on("SIGINT", () => {
    lines.pause();
    output(2).write("\n");
    process.emit("SIGINT", "SIGINT");
  });
  try {
    return await lines.question(question, { signal });
  } catch (error) {
    if (signal.aborted || !(error instanceof Error) || error.name !== "AbortError") throw error;
    output(2).write("\n");
    throw problem("usage/no-answer", {}, { cause: error });
  } finally {
    lines.close();
  }
}

/**
 * Runs the program in this process and calls `end`, which ends it, with its exit code. The first SIGINT or SIGTERM ends it at once,
 * unless the command holds it (a run on a database, an editor), which is then told through the signal; a second one
 * ends it in any case.
 */
export async function runProcess(end: (exit: ExitCode) => void): Promise<void> {
  keepConsoleOffOutput();
  refuseExit();
  const controller = new AbortController();
  let held = 0;
  for (const [name, exit] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
    process.on(name, () => {
      if (controller.signal.aborted || held === 0) end(exit);
      controller.abort(name);
    });
  }
  const world: World = {
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    environment: process.env,
    platform: process.platform,
    stdout: output(1),
    stderr: output(2),
    stdinIsTerminal: () => isTerminal(0),
    signal: controller.signal,
    hold: async (work) => {
      held++;
      try {
        return await work();
      } finally {
        held--;
      }
    },
    ask: (question) => ask(question, controller.signal),
  };
  end(await main(world));
}
