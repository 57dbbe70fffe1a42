/**
 * Measures whole processes against each other: in turn, round after round, so that a busy moment hits all of them, and
 * with the processor time of each, which a busy machine changes least.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** A process to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What is compared. */
export interface Candidate {
  readonly name: string;
  readonly command: Command;
  /** Brings the world back to the start before each run; not measured. */
  readonly prepare?: () => void;
}

/** A program that is compared with ours. */
export interface Peer extends Candidate {
  /** Our time may be at most this many times the peer's; absent when the comparison is for information. */
  readonly target?: number;
}

/** One run of a process. */
export interface Run {
  readonly wallMs: number;
  /** Processor time, the program's and the system's for it. */
  readonly cpuMs: number;
}

/** What one candidate took. */
export interface Measurement {
  readonly name: string;
  readonly runs: readonly Run[];
  /** Highest resident memory in MB; null where the system does not tell. */
  readonly peakMb: number | null;
}

/** The part of Bun that is used: unlike `node:child_process`, it tells how much processor time a process took. */
interface BunRuntime {
  spawn(command: readonly string[], options: SpawnOptions & { readonly stdin: "ignore" }): {
    readonly pid: number;
    readonly exited: Promise<number>;
  };
  spawnSync(command: readonly string[], options: SpawnOptions): {
    readonly exitCode: number;
    readonly stderr: Uint8Array;
    readonly resourceUsage: { readonly cpuTime: { readonly total: number | bigint } };
  };
}

interface SpawnOptions {
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly stdout: "ignore";
  readonly stderr: "pipe" | "ignore";
}

function runtime(): BunRuntime {
  // A cast because `Bun` exists only under Bun, which runs the benchmark.
  const { Bun: bun } = globalThis as { readonly Bun?: BunRuntime };
  if (bun === undefined) throw new Error("The benchmark runs under Bun: deno task bench");
  return bun;
}

/** Runs a process to its end; throws what it wrote when it fails. */
export function runOnce({ program, args, cwd, env }: Command): Run {
  const start = performance.now();
  const done = runtime().spawnSync([program, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: env ?? {},
    stdout: "ignore",
    stderr: "pipe",
  });
  const wallMs = performance.now() - start;
  if (done.exitCode !== 0) {
    throw new Error(
      `${program} ${args.join(" ")} ended with ${done.exitCode}: ${new TextDecoder().decode(done.stderr)}`,
    );
  }
  return { wallMs, cpuMs: Number(done.resourceUsage.cpuTime.total) / 1000 };
}

/** What a process prints. */
export function outputOf({ program, args, cwd, env }: Command): string {
  return execFileSync(program, args, { cwd, env: { ...env }, encoding: "utf8", maxBuffer: 1 << 30 });
}

/**
 * Highest resident memory of a process in MB. The system's own account of a finished process begins with the size of
 * whoever started it, so the process is watched while it runs; its highest value grows only, and the last look counts.
 */
async function peakOf({ program, args, cwd, env }: Command): Promise<number | null> {
  const child = runtime().spawn([program, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    env: env ?? {},
    stdin: "ignore",
    stdout: "ignore",
    stderr: "ignore",
  });
  let peak: number | null = null;
  let over = false;
  const exited = child.exited.then(() => over = true);
  while (!over) {
    peak = memoryOf(await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "")) ?? peak;
    await sleep(1);
  }
  await exited;
  return peak;
}

function memoryOf(status: string): number | null {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1000;
}

/** Runs all candidates `rounds` times, one after another in each round; a run that fails ends the benchmark. */
export async function compare(candidates: readonly Candidate[], rounds: number): Promise<readonly Measurement[]> {
  const runs = candidates.map((): Run[] => []);
  const peaks: (number | null)[] = [];
  // This round also fills the caches, and no time is taken in it.
  for (const { command, prepare } of candidates) {
    prepare?.();
    peaks.push(await peakOf(command));
  }
  for (let round = 0; round < rounds; round++) {
    for (const [index, { command, prepare }] of candidates.entries()) {
      prepare?.();
      runs[index]?.push(runOnce(command));
    }
  }
  return candidates.map(({ name }, index) => ({ name, runs: runs[index] ?? [], peakMb: peaks[index] ?? null }));
}

/** The value at a fraction (0 to 1) of the sorted values, between two of them where it falls between. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * fraction;
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** How many processes wait for a processor, beside one that runs: 1 is a machine with nothing else to do. */
export function load(): string {
  try {
    return readFileSync("/proc/loadavg", "utf8").split(" ")[0] ?? "unknown";
  } catch {
    return "unknown";
  }
}
