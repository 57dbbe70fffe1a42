/**
 * Real PostgreSQL servers for tests. A server lives as long as the process (or, on Deno, the test file) that started
 * it, even when that ends by SIGKILL: a small shell holds the other end of a pipe, and stops the server and removes its
 * directory when the pipe closes.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  accessSync,
  appendFileSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { account, giveToAccount } from "./account.ts";
import { serverFiles, type Version, work } from "./releases.ts";

/** How a server is stopped: as pg_ctl means it. */
export type StopMode = "smart" | "fast" | "immediate";

/** What can be chosen of a server. */
export interface ServerOptions {
  readonly version?: Version;
  /** Settings as in postgresql.conf; they win over the defaults for tests. `fsync` is off unless set here. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A server that no other test of this process shares, because this one stops it or changes its rules. */
  readonly own?: boolean;
}

/** A running server. */
export interface Server {
  readonly version: Version;
  /** Database `postgres` as superuser `postgres`, over TCP, no password needed. */
  readonly url: string;
  readonly port: number;
  /** The data directory. */
  readonly directory: string;
  /** The directory of the Unix socket. */
  readonly socketDirectory: string;
  /** Process id of the postmaster while it runs. */
  pid(): number;
  /** What the server logged so far. */
  log(): string;
  /** Replaces pg_hba.conf and loads it. */
  setHba(lines: readonly string[]): void;
  /** Changes settings that need no restart. */
  reload(settings: Readonly<Record<string, string>>): void;
  /** Writes a file that the server may read (a certificate, a key) and returns its path. */
  place(name: string, content: string | Uint8Array): string;
  /** Stops the server; its data stays until the process ends. */
  stop(mode?: StopMode): void;
  /** Starts it again after {@link stop}, on the same port. */
  start(): Promise<void>;
}

const testSettings: Readonly<Record<string, string>> = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  shared_buffers: "32MB",
  // Files of the data directory instead of /dev/shm, so that a killed server leaves nothing behind.
  dynamic_shared_memory_type: "mmap",
  max_connections: "120",
  autovacuum: "off",
  listen_addresses: "127.0.0.1",
  log_timezone: "UTC",
  timezone: "UTC",
  log_min_messages: "warning",
};

const trust = ["local all all trust", "host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust"];

/** Bun evaluates a module again for every test file; servers are shared between them through the process. */
const shared: Map<string, Promise<Server>> =
  ((globalThis as Record<symbol, unknown>)[Symbol.for("tests.servers")] ??= new Map()) as Map<string, Promise<Server>>;

/**
 * A running server of a version (18 when not said), started at the first call and shared by later ones that ask for
 * the same.
 *
 * ```ts
 * const { url } = await server({ version: 16, settings: { wal_level: "logical" } });
 * ```
 */
export function server(options: ServerOptions = {}): Promise<Server> {
  const version = options.version ?? 18;
  if (options.own === true) return startServer(version, options.settings ?? {});
  const key = JSON.stringify([version, Object.entries(options.settings ?? {}).sort()]);
  let running = shared.get(key);
  if (running === undefined) {
    running = startServer(version, options.settings ?? {});
    shared.set(key, running);
  }
  return running;
}

async function startServer(version: Version, settings: Readonly<Record<string, string>>): Promise<Server> {
  const files = reachableFiles(version);
  const template = dataTemplate(version, files);
  const home = mkdtempSync(join(fastDirectory(), "pg-"));
  chmodSync(home, 0o755);
  const directory = join(home, "data");
  guard(home, directory);
  execFileSync("cp", ["-a", template, directory]);
  giveToAccount(home);
  const port = await freePort();
  writeSettings(directory, { ...testSettings, port: String(port), unix_socket_directories: home, ...settings });
  const made = new RunningServer(version, files, home, port);
  made.setHba(trust);
  await made.start();
  return made;
}

class RunningServer implements Server {
  readonly version: Version;
  readonly url: string;
  readonly port: number;
  readonly directory: string;
  readonly socketDirectory: string;
  readonly #files: string;

  constructor(version: Version, files: string, home: string, port: number) {
    this.version = version;
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    this.port = port;
    this.directory = join(home, "data");
    this.socketDirectory = home;
    this.#files = files;
  }

  pid(): number {
    return Number(readFileSync(join(this.directory, "postmaster.pid"), "utf8").split("\n")[0]);
  }

  log(): string {
    const path = join(this.directory, "log");
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  setHba(lines: readonly string[]): void {
    writeFileSync(join(this.directory, "pg_hba.conf"), `${lines.join("\n")}\n`);
    if (this.#running()) this.#control(["reload"]);
  }

  reload(settings: Readonly<Record<string, string>>): void {
    writeSettings(this.directory, settings);
    if (this.#running()) this.#control(["reload"]);
  }

  place(name: string, content: string | Uint8Array): string {
    const path = join(this.directory, name);
    writeFileSync(path, content, { mode: 0o600 });
    giveToAccount(path);
    return path;
  }

  stop(mode: StopMode = "fast"): void {
    if (this.#running()) this.#control(["stop", "-w", "-m", mode]);
  }

  async start(): Promise<void> {
    const before = this.log().length;
    this.#control(["start", "-W", "-l", join(this.directory, "log")]);
    const pidFile = join(this.directory, "postmaster.pid");
    const deadline = Date.now() + 60_000;
    // The postmaster writes its state into the eighth line.
    while (!(existsSync(pidFile) && readFileSync(pidFile, "utf8").split("\n")[7]?.trim() === "ready")) {
      if (Date.now() > deadline || /\bFATAL:(?! {2}the database system is )/.test(this.log().slice(before))) {
        throw new Error(`PostgreSQL ${this.version} did not start:\n${this.log()}`);
      }
      await sleep(5);
    }
  }

  #running(): boolean {
    return existsSync(join(this.directory, "postmaster.pid"));
  }

  #control(args: readonly string[]): void {
    const result = spawnSync(join(this.#files, "bin", "pg_ctl"), ["-D", this.directory, ...args], {
      ...account,
      cwd: "/",
      env: serverEnvironment,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
    if (result.status !== 0) throw new Error(`pg_ctl ${args.join(" ")} failed: ${result.stderr}\n${this.log()}`);
  }
}

const serverEnvironment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * Stops the server and removes its directory once this process is gone, however it went. The shell that waits is no
 * child of this process, so that it also outlives whoever ends this one together with all of its children.
 */
function guard(home: string, directory: string): void {
  // The outer shell stays, because a runtime closes the pipe to a child that ends.
  const script = `exec 3<&0
( (
  trap '' HUP INT TERM
  read -r _ <&3
  if [ -f "$2/postmaster.pid" ]; then
    pid=$(head -n 1 "$2/postmaster.pid")
    kill -QUIT "$pid" 2>/dev/null
    while kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
  fi
  rm -rf "$1"
) & )
read -r _`;
  const child = spawn("/bin/sh", ["-c", script, "guard", home, directory], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  // Its types do not know that a pipe can be kept from holding the process.
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  guards.push(child);
}

/** Kept so that no garbage collection closes a pipe early. */
const guards: unknown[] = [];

/** A data directory made by initdb, kept for the checkout: a copy of it is ready in a fraction of initdb's time. */
function dataTemplate(version: Version, files: string): string {
  const owner = account.uid ?? process.getuid?.() ?? 0;
  const template = join(work, "servers", `data-${version}-${owner}`);
  if (existsSync(template)) return template;
  const draft = mkdtempSync(join(fastDirectory(), "initdb-"));
  try {
    giveToAccount(draft);
    const args = ["-D", join(draft, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"];
    const result = spawnSync(join(files, "bin", "initdb"), [...args, "--locale", "C.UTF-8", "--wal-segsize", "4"], {
      ...account,
      cwd: "/",
      env: serverEnvironment,
      encoding: "utf8",
    });
    if (result.status !== 0) throw new Error(`initdb of PostgreSQL ${version} failed: ${result.stderr}`);
    const copy = `${template}.${process.pid}`;
    execFileSync("cp", ["-a", join(draft, "data"), copy]);
    try {
      renameSync(copy, template);
    } catch (error) {
      // Another test process was first.
      rmSync(copy, { recursive: true, force: true });
      if (!existsSync(template)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return template;
}

/** The server's files where the servers' account can read them: a checkout below /root is closed to it. */
function reachableFiles(version: Version): string {
  const files = serverFiles(version);
  if (account.uid === undefined || openToOthers(files)) return files;
  const copy = join(tmpdir(), `postgresql-files-${version}`);
  if (!existsSync(copy)) {
    const draft = mkdtempSync(`${copy}-`);
    cpSync(files, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    try {
      renameSync(draft, copy);
    } catch {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return copy;
}

function openToOthers(path: string): boolean {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

/** Memory where the system has a file system there, else the disk. */
function fastDirectory(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return tmpdir();
  }
}

/** The last line for a setting wins, so later settings are appended. */
function writeSettings(directory: string, settings: Readonly<Record<string, string>>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`);
  appendFileSync(join(directory, "postgresql.conf"), lines.join(""));
}

/** A TCP port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
