/** The machines that the program is built for, and what Bun's compiler calls them. */
import { existsSync } from "node:fs";
import process from "node:process";

/** One machine. */
export interface Target {
  /** As in the names of the released files. */
  readonly name: string;
  /** For `bun build --target`. */
  readonly bun: string;
  readonly archive: "tar.gz" | "zip";
  /** Name of the program's file. */
  readonly program: string;
}

function target(name: string, program = "migrate", archive: Target["archive"] = "tar.gz"): Target {
  return { name, bun: `bun-${name}`, archive, program };
}

/** Every machine that a release has a file for. */
export const targets: readonly Target[] = [
  target("linux-x64"),
  target("linux-arm64"),
  target("linux-x64-musl"),
  target("linux-arm64-musl"),
  target("darwin-x64"),
  target("darwin-arm64"),
  target("windows-x64", "migrate.exe", "zip"),
];

/** The machine that runs this. */
export function thisTarget(): Target {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const musl = system === "linux" && existsSync(`/lib/ld-musl-${process.arch === "x64" ? "x86_64" : "aarch64"}.so.1`);
  const glibc = existsSync("/lib64/ld-linux-x86-64.so.2") || existsSync("/lib/ld-linux-aarch64.so.1");
  const name = `${system}-${process.arch}${musl && !glibc ? "-musl" : ""}`;
  const found = targets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no build for "${name}"`);
  return found;
}
