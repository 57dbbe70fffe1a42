/** Measures whole processes against each other: in turn, round after round, so that a busy moment hits all of them. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A file for its standard input. */
  readonly input?: string;
}

/** One of the things that are compared. */
export interface Candidate {
  readonly name: string;
  readonly command: Command;
  /** Brings the world back to the start before each run; not measured. */
  readonly prepare?: () => void | Promise<void>;
}

/** What one candidate took: medians over all rounds. */
export interface Measurement {
  readonly name: string;
  readonly wallMs: number;
  /** The quickest and the slowest round. */
  readonly rangeMs: readonly [number, number];
  /** Peak resident memory in MB; null where the system does not tell. */
  readonly peakMb: number | null;
}

interface Run {
  readonly ms: number;
  readonly peakMb: number | null;
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Runs all candidates `rounds` times, one after another in each round; a run that fails ends the benchmark. */
export async function compare(candidates: readonly Candidate[], rounds: number): Promise<readonly Measurement[]> {
  const runs = new Map<string, Run[]>(candidates.map(({ name }) => [name, []]));
  // The first round fills caches and is thrown away.
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command, prepare } of candidates) {
      await prepare?.();
      const done = await runOnce(command);
      if (round > 0) runs.get(name)?.push(done);
    }
  }
  return candidates.map(({ name }) => {
    const times = (runs.get(name) ?? []).map(({ ms }) => ms);
    const peaks = (runs.get(name) ?? []).flatMap(({ peakMb }) => peakMb === null ? [] : [peakMb]);
    return {
      name,
      wallMs: median(times),
      rangeMs: [Math.min(...times), Math.max(...times)],
      peakMb: peaks.length === 0 ? null : Math.max(...peaks),
    };
  });
}

function runOnce({ program, args, cwd, env, input }: Command): Promise<Run> {
  const start = performance.now();
  const [command, all] = input === undefined
    ? [program, args]
    : ["/bin/sh", ["-c", 'exec "$@" < "$0"', input, program, ...args]];
  const child = spawn(command, all, { cwd, env: { ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8");
  child.stderr.on("data", (text: string) => errors += text);
  let peakMb: number | null = null;
  // Linux keeps the highest value itself, so that only the last look has to be in time.
  const watch = setInterval(() => peakMb = peakMemory(child.pid ?? 0) ?? peakMb, 5);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    let ms = 0;
    child.once("exit", () => {
      ms = performance.now() - start;
      clearInterval(watch);
    });
    child.once("close", (code) => {
      if (code === 0) resolve({ ms, peakMb });
      else reject(new Error(`${program} ${args.join(" ")} ended with ${code}: ${errors}`));
    });
  });
}

function peakMemory(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null;
  }
}

/** A table of measurements; ratios are of the first one's time to each other one's. */
export function table(title: string, measurements: readonly Measurement[]): string {
  const [first] = measurements;
  const rows = measurements.map((each) => [
    each.name,
    `${each.wallMs.toFixed(1)} ms`,
    `${each.rangeMs[0].toFixed(0)}–${each.rangeMs[1].toFixed(0)}`,
    each === first || first === undefined ? "" : `${(first.wallMs / each.wallMs).toFixed(2)} ×`,
    each.peakMb === null ? "" : `${each.peakMb.toFixed(0)} MB`,
  ]);
  const all = [[title, "median", "range", "ratio", "peak"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const lines = all.map((row) =>
    row.map((cell, column) => column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)).join(
      "  ",
    )
  );
  lines.splice(1, 0, "-".repeat(lines[0]?.length ?? 0));
  return lines.map((line) => line.trimEnd()).join("\n");
}
