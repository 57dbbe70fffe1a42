/** Opens a session on a server: settings, connection, version, session. */
import { readFileSync, statSync } from "node:fs";
import process from "node:process";
import { problem } from "../../base/problem.ts";
import { type ConnectionFiles, type ConnectionSettings, resolveConnection } from "../connection/settings.ts";
import type { OpenOptions, Session } from "../session.ts";
import { accountName } from "./account-name.ts";
import { connectServer } from "./connect.ts";
import { hangUp } from "./line.ts";

/** The oldest server that is supported, as `server_version_num`. */
const oldest = 140_000;

/** The settings that {@link openServer} would use, for `doctor` and tests. */
export function serverSettings(options: OpenOptions): ConnectionSettings {
  return resolveConnection({
    url: options.url,
    environment: options.environment,
    files: disk,
    systemUser: accountName(),
    windows: process.platform === "win32",
    applicationName: options.applicationName ?? "migrate",
  });
}

/** Opens a session on a server; throws a problem `database/…`, or the reason of an aborted signal. */
export async function openServer(options: OpenOptions): Promise<Session> {
  const settings = serverSettings(options);
  const connecting = connectServer(settings, options.signal);
  // While the server answers, the driver is loaded and started; a failure of the connection comes first.
  const starting = Promise.all([
    import("./session.ts"),
    import("./driver.ts").then(({ startDriver }) => startDriver()),
  ]);
  starting.catch(() => {});
  const connection = await connecting;
  const [{ ServerSession, startNotice }, driver] = await starting;
  const { started, line, display } = connection;
  const version = started.parameters.get("server_version") ?? "";
  const number = versionNumber(version);
  if (number < oldest) {
    hangUp(line);
    throw problem("database/too-old", { display, version });
  }
  if (settings.keepaliveIdleMs > 0) line.stream.keepAlive(settings.keepaliveIdleMs);
  for (const notice of started.notices) options.onNotice?.(startNotice(notice));
  return new ServerSession(connection, driver, number);
}

/**
 * `server_version` as a number, as `server_version_num` has it since PostgreSQL 10.
 *
 * ```ts
 * versionNumber("16.4 (Debian 16.4-1)"); // 160004
 * versionNumber("19beta1"); // 190000
 * ```
 */
export function versionNumber(version: string): number {
  const found = /^(\d+)(?:\.(\d+))?/.exec(version);
  return Number(found?.[1] ?? 0) * 10_000 + Number(found?.[2] ?? 0);
}

const disk: ConnectionFiles = {
  read: (path) => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return null;
    }
  },
  exists: (path) => statSync(path, { throwIfNoEntry: false }) !== undefined,
  isPrivate: (path) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) === 0,
};
