/** Starts a run in a process of its own; see child.ts. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import process from "node:process";
import { project } from "../../../support/mod.ts";
import type { RevisionText } from "./project.ts";

/** What a line of the child says; only what tests look at. */
export interface Line {
  readonly type: string;
  readonly status?: string;
  readonly code?: string | null;
  readonly done?: number;
  readonly statement?: number;
  readonly step?: { readonly id: string };
}

/** A child that ended. */
export interface Ended {
  readonly lines: readonly Line[];
  readonly result: Line | null;
}

/** Runs what is pending in a child; `onLine` may send it a signal. Resolves when it is gone. */
export function childRun(
  work: { readonly url: string; readonly revisions: readonly RevisionText[]; readonly policy?: object },
  onLine: (line: Line, kill: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<Ended> {
  const bun = join(project, "node_modules", ".bin", "bun");
  const child = spawn(bun, [join(import.meta.dirname ?? "", "child.ts"), JSON.stringify({ policy: {}, ...work })], {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: Line[] = [];
  createInterface({ input: child.stdout }).on("line", (text) => {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    onLine(line, (signal) => void child.kill(signal));
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve({ lines, result: lines.find(({ type }) => type === "result") ?? null }));
  });
}
