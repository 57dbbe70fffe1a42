/**
 * Runs a program in a pseudo-terminal, by what Bun has for it: nothing else that the project brings can open one, and
 * Node cannot at all. Standard input is what somebody types, standard output what the terminal shows, the exit code the
 * program's.
 *
 *   bun terminal-host.ts COLUMNS PROGRAM [ARGUMENT…]
 */
import process from "node:process";

/** As much of Bun as is used; its own types would stand beside Deno's. */
interface BunTerminals {
  spawn(command: readonly string[], options: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly terminal: {
      readonly cols: number;
      readonly rows: number;
      readonly data: (terminal: unknown, shown: Uint8Array) => void;
    };
  }): { readonly exited: Promise<number>; readonly terminal: { write(typed: Uint8Array): void; close(): void } };
}

// The one place where this file says that it runs under Bun.
const bun = (globalThis as unknown as { readonly Bun: BunTerminals }).Bun;

const [columns = "80", ...command] = process.argv.slice(2);
const child = bun.spawn(command, {
  env: process.env,
  terminal: { cols: Number(columns), rows: 40, data: (_terminal, shown) => void process.stdout.write(shown) },
});
process.stdin.on("data", (typed: Uint8Array) => child.terminal.write(typed));
const code = await child.exited;
child.terminal.close();
process.stdout.write("", () => process.exit(code));
