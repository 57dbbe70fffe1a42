/** Starts the embedded PostgreSQL: PGlite, a PostgreSQL compiled to WebAssembly, with files that the program carries. */
import { expectHeavyWork } from "../../base/heavy-work.ts";
import { readFileSync } from "node:fs";
import type { PGlite, PGliteOptions } from "@electric-sql/pglite";
import { type Asset, assetPath } from "../../base/assets.ts";
import { problem } from "../../base/problem.ts";
import { moduleOf } from "./emscripten.ts";
import type { Filesystem } from "./filesystem.ts";

/**
 * As on a server, where PGlite's own defaults differ from one: `search_path` is left alone and system tables are
 * protected. 8 MB of buffers start in half the time that 128 MB need.
 */
const parameters: readonly string[] = [
  "--single",
  "-F",
  "-j",
  ...[
    "exit_on_error=false",
    "log_checkpoints=false",
    "max_worker_processes=0",
    "max_parallel_workers=0",
    "max_parallel_workers_per_gather=0",
    "max_parallel_maintenance_workers=0",
    "io_method=sync",
    "shared_buffers=8MB",
  ].flatMap((setting) => ["-c", setting]),
];

let compiling: Promise<WebAssembly.Module> | null = null;

/** Compiles the engine, once for the process; it goes on in other threads while the caller does something else. */
export function compileEngine(): Promise<WebAssembly.Module> {
  expectHeavyWork();
  return compiling ??= WebAssembly.compile(readAsset("pglite.wasm"));
}

let bundle: Uint8Array<ArrayBuffer> | null = null;

/**
 * Starts an engine on a file system. A file system without a database gets a new one from initdb, which takes seconds:
 * callers fill it from the pack first.
 */
export async function startEngine(filesystem: Filesystem, display: string): Promise<PGlite> {
  const module = compileEngine();
  const { PGlite: Engine } = await import("@electric-sql/pglite");
  bundle ??= readAsset("pglite.data");
  const { buffer, byteOffset, byteLength } = bundle;
  const files = byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  /** The types of array elements are read by this project's own parsers: a query less at every start. */
  class QuietEngine extends Engine {
    override _initArrayTypes(): Promise<void> {
      return Promise.resolve();
    }
  }
  const log: string[] = [];
  const options: PGliteOptions = {
    fs: filesystem,
    pgliteWasmModule: await module,
    // Handed over without the copy that a Blob's own method makes.
    fsBundle: Object.assign(new Blob([]), { arrayBuffer: () => Promise.resolve(files) }),
    startParams: [...parameters],
    initDbStartParams: ["--wal-segsize=1"],
    onStderr: (line) => {
      log.push(line);
      return false;
    },
  };
  const engine = new QuietEngine(options);
  try {
    await engine.waitReady;
  } catch (cause) {
    const reason = log.filter((line) => /FATAL|PANIC|ERROR/.test(line)).at(-1) ?? log.at(-1) ?? String(cause);
    throw problem("embedded/start", { display, reason: reason.replace(/^.*?(?:FATAL|PANIC|ERROR): +/, "") }, { cause });
  }
  endWhenDead(engine);
  return engine;
}

/** What the engine's main loop throws when PostgreSQL reported an error and goes on. */
const goesOn = 100;

/**
 * PGlite hands a message to the engine again and again until it is used up, which would never end once PostgreSQL has
 * (a FATAL error): then the next step throws instead.
 */
function endWhenDead(engine: PGlite): void {
  const module = moduleOf(engine);
  const { _PostgresMainLoopOnce: once, stackRestore } = module;
  let dead = false;
  module._PostgresMainLoopOnce = () => {
    try {
      if (!dead) once();
    } catch (error) {
      dead = (error as { status?: number }).status !== goesOn;
      throw error;
    }
    if (dead) throw new Error("PostgreSQL has ended");
  };
  module.stackRestore = (pointer) => {
    if (dead) throw new Error("PostgreSQL has ended");
    return stackRestore(pointer);
  };
}

function readAsset(asset: Asset): Uint8Array<ArrayBuffer> {
  const path = assetPath(asset);
  if (path === null) throw new Error(`"${asset}" was not built`);
  return readFileSync(path);
}
